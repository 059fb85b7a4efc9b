package dev.warmline.functions.desk.page;

import java.util.List;
import java.util.Optional;

/**
 * Parts with a title and lines, for reading.
 *
 * @param versions what was in force before, the newest first
 */
public record PartsView(String title, String says, List<Part> parts, List<Version> versions) {
  public PartsView {
    parts = List.copyOf(parts);
    versions = List.copyOf(versions);
  }

  /** A part. */
  public record Part(String title, List<String> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A publication.
   *
   * @param name which model and version, in words
   * @param changes what it changed, a line each
   */
  public record Version(String name, Optional<Times.When> at, List<String> changes) {
    public Version {
      changes = List.copyOf(changes);
    }
  }
}
