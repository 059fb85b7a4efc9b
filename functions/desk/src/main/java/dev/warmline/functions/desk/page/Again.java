package dev.warmline.functions.desk.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * That something was not done, or not yet: why, and how to go on.
 *
 * @param what what is the matter
 * @param mend what to do
 * @param links ways to go on
 * @param form what was written, to be sent again, if there is something
 */
public record Again(String what, String mend, List<Link> links, Optional<Resend> form) {
  /** A way to go on. */
  public record Link(String label, String href, boolean inNewWindow) {}

  /**
   * What was written.
   *
   * @param shown what people wrote, by name
   * @param hidden what they did not see
   */
  public record Resend(
      String action, String button, Map<String, String> shown, Map<String, String> hidden) {

    /** Whether a text is one that people write several lines of. */
    public boolean isLong(String name) {
      return ActForm.LONG.contains(name);
    }

    /** What a field is called, for people. */
    public String label(String name) {
      return ActForm.label(name);
    }
  }

  public Again {
    links = List.copyOf(links);
  }
}
