package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.OutcomeFields;
import dev.warmline.event.Trust;
import java.util.List;
import java.util.Optional;

/** Reads the acts that events of servers tell of: outcomes, and imports that name a stage. */
public final class Outcomes {
  private static final List<String> DETAILS =
      List.of("reason", "note", "until", "value", "currency", "opportunity", "bant");

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

  private static Act imported(Event event, Stage stage) {
    return new Act.Imported(stage, event.text("list").orElse(event.source()));
  }

  private static Optional<Act> outcome(Event event) {
    if (OutcomeFields.problem(event.json()).isPresent()) {
      return Optional.empty();
    }
    var reason = event.text("reason");
    var why = event.text("why").orElse("");
    var word =
        event
            .text("act")
            .or(() -> event.text("stage").map(OutcomeFields.ACT_OF_STAGE::get))
            .orElse("");
    return switch (word) {
      case "accepted" -> Optional.of(new Act.Accepted());
      case "returned" -> Optional.of(new Act.Returned(reason));
      case "qualified" -> Optional.of(new Act.Qualified());
      case "won" -> Optional.of(new Act.Won());
      case "lost" -> Optional.of(new Act.Lost(reason));
      case "disqualified" -> Optional.of(new Act.Disqualified(reason));
      case "reopened" -> Optional.of(new Act.Reopened(why));
      case "handed-over" -> Optional.of(new Act.HandedOver(why));
      case "released" -> Optional.of(new Act.Released());
      case "dropped" -> Optional.of(new Act.Dropped());
      default -> Optional.empty();
    };
  }

  private static Done done(Event event, Act act) {
    var cycle =
        Optional.of(event.json().path("cycle"))
            .filter(number -> number.canConvertToInt())
            .map(number -> number.intValue());
    return new Done(
        id(event),
        new Actor.Feed(event.source(), event.text("by")),
        event.occurredAt(),
        act,
        cycle,
        details(event));
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
