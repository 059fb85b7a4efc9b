package dev.warmline.architecture.planted.testkit;

import java.time.InstantSource;

/** Another program. */
final class Main {
  private Main() {}

  static InstantSource clock() {
    return InstantSource.system();
  }
}
