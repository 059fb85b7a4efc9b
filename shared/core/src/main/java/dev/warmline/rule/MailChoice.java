package dev.warmline.rule;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import java.util.Optional;

/** Whether somebody wants to be sent mails, as whoever sends them tells of it. */
public enum MailChoice {
  /** They want no more. */
  UNSUBSCRIBED,
  /** They want some again. */
  SUBSCRIBED;

  /** The trait that says since when somebody wants no mails. */
  public static final String TRAIT = "unsubscribed";

  /** What an event of type email says of it, if it does. */
  public static Optional<MailChoice> of(Event event) {
    return event.type() == EventType.EMAIL
        ? event.text("event").flatMap(MailChoice::named)
        : Optional.empty();
  }

  private static Optional<MailChoice> named(String event) {
    return switch (event) {
      case "Email Unsubscribed", "Unsubscribed" -> Optional.of(UNSUBSCRIBED);
      case "Email Resubscribed", "Resubscribed", "Email Subscribed", "Subscribed" ->
          Optional.of(SUBSCRIBED);
      default -> Optional.empty();
    };
  }
}
