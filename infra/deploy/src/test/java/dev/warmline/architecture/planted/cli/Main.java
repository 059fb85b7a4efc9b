package dev.warmline.architecture.planted.cli;

import java.time.InstantSource;

/** A program that wires itself. */
final class Main {
  private Main() {}

  static InstantSource clock() {
    return InstantSource.system();
  }
}
