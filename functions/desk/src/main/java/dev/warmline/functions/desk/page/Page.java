package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiResponse;
import java.util.Optional;

/** One address for people. Who asks has signed in; whatever it says is kept by nobody. */
interface Page {
  /** Whether it is at this path, which begins with {@code /desk/}. */
  boolean isAt(String path);

  /** Where it is in the menu; empty if it is not there. */
  default Optional<MenuEntry> menu() {
    return Optional.empty();
  }

  /** What it shows. Nothing is done by that, however often it is asked. */
  ApiResponse show(Visit visit);

  /** Does what a form asks, whose token is the session's. */
  default ApiResponse post(Visit visit, Form form) {
    return visit.refused(405, "Nothing is sent to this page", "Go back and choose again.");
  }

  /** A page in the menu. */
  record MenuEntry(String label, String path) {}
}
