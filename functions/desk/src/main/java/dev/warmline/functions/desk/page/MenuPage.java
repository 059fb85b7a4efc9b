package dev.warmline.functions.desk.page;

import java.util.Optional;

/** A page at one address, which is in the menu. */
abstract class MenuPage implements Page {
  private final MenuEntry entry;

  MenuPage(String label, String path) {
    this.entry = new MenuEntry(label, path);
  }

  @Override
  public final boolean isAt(String path) {
    return path.equals(entry.path());
  }

  @Override
  public final Optional<MenuEntry> menu() {
    return Optional.of(entry);
  }
}
