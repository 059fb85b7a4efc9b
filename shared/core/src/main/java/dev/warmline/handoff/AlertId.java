package dev.warmline.handoff;

import dev.warmline.lead.LeadId;
import java.util.Optional;

/**
 * Names an alert: one per lead and cycle, the same on every retry, so that consumers can drop
 * repeats.
 *
 * @param lead whom it is about
 * @param cycle the how-many-th time the lead became MQL, from 1
 */
public record AlertId(LeadId lead, int cycle) {

  public AlertId {
    if (cycle < 1) {
      throw new IllegalArgumentException("cycles count from 1");
    }
  }

  /** Reads the text that {@link #value()} writes; empty if it is none. */
  public static Optional<AlertId> parse(String text) {
    var dot = text.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new AlertId(
              new LeadId(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The id as text: {@code l-abc.1}. */
  public String value() {
    return lead.value() + "." + cycle;
  }

  /** The sort key part: {@code ALERT#1}. */
  public String sortKey() {
    return "ALERT#" + cycle;
  }

  @Override
  public String toString() {
    return value();
  }
}
