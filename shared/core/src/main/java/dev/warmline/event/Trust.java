package dev.warmline.event;

import java.util.Locale;
import java.util.Optional;

/** How far the source of an event is believed: a browser's key is public, a server's is secret. */
public enum Trust {
  SERVER,
  BROWSER;

  /** The word in JSON: {@code server} or {@code browser}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The trust with this word, or empty. */
  public static Optional<Trust> parse(String word) {
    return switch (word) {
      case "server" -> Optional.of(SERVER);
      case "browser" -> Optional.of(BROWSER);
      default -> Optional.empty();
    };
  }
}
