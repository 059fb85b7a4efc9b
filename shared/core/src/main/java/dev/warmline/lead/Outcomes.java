package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Digest;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.event.OutcomeFields;
import dev.warmline.event.Trust;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the acts that events of servers tell of: outcomes, and imports that name a stage. */
public final class Outcomes {
  private static final List<String> DETAILS =
      List.of(
          "reason",
          "note",
          "until",
          "owner",
          "queue",
          "how",
          "text",
          "answer",
          "value",
          "currency",
          "opportunity",
          "bant");

  private Outcomes() {}

  /** The act that an event tells of; empty if it tells of none. */
  public static Optional<Done> read(Event event) {
    if (event.trust() != Trust.SERVER) {
      return Optional.empty();
    }
    return switch (event.type()) {
      case OUTCOME -> outcome(event).map(act -> done(event, act));
      case IMPORT ->
          event
              .text("stage")
              .flatMap(Stage::parse)
              .map(stage -> done(event, imported(event, stage)));
      case PAGE, SCREEN, TRACK, EMAIL, IDENTIFY, GROUP, ALIAS, ADJUSTMENT, CONSENT, VERDICT ->
          Optional.empty();
    };
  }

  /** That the person of an outcome does not consent any more, said with it. */
  public static Event withdrawal(Event outcome) {
    var json = EventJson.newObject().put("id", "consent-" + Digest.of(outcome.id()));
    json.put("type", EventType.CONSENT.word()).put("granted", false);
    for (var name : List.of("occurredAt", "receivedAt", "profile", "source", "by")) {
      outcome.text(name).ifPresent(text -> json.put(name, text));
    }
    return EventJson.of(json);
  }

  private static Act imported(Event event, Stage stage) {
    return new Act.Imported(stage, event.text("list").orElse(event.source()));
  }

  private static Optional<Act> outcome(Event event) {
    if (OutcomeFields.problem(event.json()).isPresent()) {
      return Optional.empty();
    }
    var word =
        event
            .text("act")
            .or(() -> event.text("stage").map(OutcomeFields.ACT_OF_STAGE::get))
            .orElse("");
    return Optional.ofNullable(act(word, event));
  }

  private static @Nullable Act act(String word, Event event) {
    var why = event.text("why").orElse("");
    return switch (word) {
      case "accepted" -> new Act.Accepted();
      case "returned" -> new Act.Returned(cause(event));
      case "qualified" -> new Act.Qualified();
      case "won" -> new Act.Won();
      case "lost" -> new Act.Lost(cause(event));
      case "disqualified" -> new Act.Disqualified(event.text("reason"));
      case "reopened" -> new Act.Reopened(why);
      case "handed-over" -> new Act.HandedOver(why);
      case "assigned" -> new Act.Assigned(new Assignment(event.text("queue"), event.text("owner")));
      case "contacted" -> new Act.Contacted(event.text("until"));
      case "introduced" -> new Act.Introduced();
      case "noted" -> new Act.Noted();
      case "answered" -> new Act.Answered();
      case "undone" -> new Act.Undone();
      case "released" -> new Act.Released();
      case "dropped" -> new Act.Dropped();
      default -> null;
    };
  }

  private static Act.Cause cause(Event event) {
    return new Act.Cause(
        event.text("reason"), event.text("note"), event.text("until"), event.text("queue"));
  }

  private static Done done(Event event, Act act) {
    var cycle =
        Optional.of(event.json().path("cycle"))
            .filter(number -> number.canConvertToInt())
            .map(number -> number.intValue());
    return new Done(id(event), actor(event), event.occurredAt(), act, cycle, details(event));
  }

  /** What was done in the product itself was done by a person; a feed says what was done there. */
  private static Actor actor(Event event) {
    var by = event.text("by");
    return by.isPresent() && event.source().equals(Event.DESK)
        ? new Actor.Person(by.get())
        : new Actor.Feed(event.source(), by);
  }

  /** An event's own id means something for its profile alone. */
  private static String id(Event event) {
    return event.text("actId").orElseGet(() -> event.key().profile() + "/" + event.key().digest());
  }

  private static ObjectNode details(Event event) {
    var details = EventJson.newObject();
    for (var name : DETAILS) {
      if (event.json().has(name)) {
        details.set(name, event.json().get(name));
      }
    }
    return details;
  }
}
