package dev.warmline.handoff;

import dev.warmline.lead.LeadId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an alert: one per lead and cycle, and one per signal that came while sales had the lead;
 * the same on every retry, so that consumers can drop repeats.
 *
 * @param lead whom it is about
 * @param cycle the how-many-th time the lead became MQL, from 1
 * @param signal the name of the signal that it is an update about; empty for the handoff itself
 */
public record AlertId(LeadId lead, int cycle, Optional<String> signal) {
  private static final Pattern TEXT =
      Pattern.compile("(.+?)\\.([0-9]{1,9})(?:\\.hot-([A-Za-z0-9_-]{1,64}))?");

  public AlertId {
    if (cycle < 1) {
      throw new IllegalArgumentException("cycles count from 1");
    }
  }

  /** The alert that hands off a cycle. */
  public AlertId(LeadId lead, int cycle) {
    this(lead, cycle, Optional.empty());
  }

  /** Reads the text that {@link #value()} writes; empty if it is none. */
  public static Optional<AlertId> parse(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new AlertId(
              new LeadId(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Optional.ofNullable(parts.group(3))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether it tells of a signal while sales had the lead already. */
  public boolean isUpdate() {
    return signal.isPresent();
  }

  /** The id as text: {@code l-abc.1}, or {@code l-abc.1.hot-Zq3x} for an update. */
  public String value() {
    return lead.value() + "." + cycle + signal.map(name -> ".hot-" + name).orElse("");
  }

  @Override
  public String toString() {
    return value();
  }
}
