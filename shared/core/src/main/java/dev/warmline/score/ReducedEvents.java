package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.event.Profile;
import dev.warmline.event.Trust;
import dev.warmline.rule.Limit;
import dev.warmline.rule.MailChoice;
import dev.warmline.rule.Model;
import dev.warmline.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes what a checkpoint keeps of an event: the values that rules may still ask for, each under
 * its path. The same code that reads whole events reads it. Reducing twice changes nothing.
 */
final class ReducedEvents {
  private static final Set<String> RESERVED = Set.of("traits", "context", "properties");
  private static final List<String> OF_ADJUSTMENT =
      List.of("id", "score", "points", "author", "note");
  private static final List<String> OF_JUDGEMENTS = List.of("verdict", "about", "bot", "granted");
  private static final Profile NOBODY = Profile.anonymous("reduced").orElseThrow();

  private final Model model;
  private final long base;
  private boolean fits = true;

  /** Times are written as milliseconds before {@code base}. */
  ReducedEvents(Model model, long base) {
    this.model = model;
    this.base = base;
  }

  /** Whether all that was written can stand for the whole. */
  boolean fits() {
    return fits;
  }

  /** An event with all that any rule it matches may ask for. */
  ArrayNode event(LoggedEvent logged) {
    return event(logged, logged.name());
  }

  /** The same without a name, for events that nobody looks for. */
  ArrayNode nameless(Event event, int... matches) {
    return event(new LoggedEvent(event, matches), "");
  }

  private ArrayNode event(LoggedEvent logged, String name) {
    var json = head(logged.event(), name);
    json.add(fields(logged));
    var matches = json.addArray();
    for (var place : logged.matches()) {
      matches.add(place);
    }
    var event = logged.event();
    return json.add(Millis.of(event.receivedAt()) - Millis.of(event.occurredAt()));
  }

  /**
   * The same event with nothing in it but what a scorecard may ask for and what tells robots and
   * consent; as it is where that is not sure to be all.
   */
  static LoggedEvent kept(LoggedEvent logged, Model model) {
    var event = logged.event();
    var reducing = new ReducedEvents(model, 0);
    var fields = reducing.fields(logged);
    OF_JUDGEMENTS.forEach(key -> copyWhole(event, key, fields));
    return reducing.fits()
        ? new LoggedEvent(
            new Event(
                event.id(),
                event.type(),
                event.occurredAt(),
                event.receivedAt(),
                event.profile(),
                event.source(),
                event.trust(),
                fields),
            logged.matches())
        : logged;
  }

  private ObjectNode fields(LoggedEvent logged) {
    var fields = EventJson.newObject();
    for (var place : logged.matches()) {
      if (place < model.rules().size()) {
        var rule = model.rules().get(place);
        addFields(logged.event(), rule, fields);
        Stream.of(rule.limit().flatMap(Limit::distinct), rule.partedBy())
            .flatMap(Optional::stream)
            .forEach(path -> copy(logged.event(), path, true, fields));
      } else if (place < model.rules().size() + model.qualify().fastTrack().size()) {
        var track = model.qualify().fastTrack().get(place - model.rules().size());
        copy(logged.event(), track.says(), fields);
        copy(logged.event(), "id", false, fields);
        copy(logged.event(), "event", false, fields);
        FastTracks.FORM.forEach(path -> copy(logged.event(), path, false, fields));
      }
    }
    addFacts(logged, fields);
    var event = logged.event();
    if (Evidence.kind(event, model.qualify().freshWithin()) != Evidence.Kind.FRESH) {
      fields.put("backfill", true);
    }
    return fields.put("list", Evidence.list(event));
  }

  /** An event with what one rule needs to speak of it. */
  ArrayNode words(Event event, Rule rule) {
    var json = head(event, "");
    addFields(event, rule, json.addObject());
    json.addArray();
    return json;
  }

  /** What {@link #event} or {@link #words} wrote. */
  LoggedEvent read(JsonNode json) {
    var type = EventType.parse(json.path(1).textValue()).orElseThrow();
    var at = Instant.ofEpochMilli(base - json.path(2).longValue());
    var trust = json.path(3).booleanValue() ? Trust.SERVER : Trust.BROWSER;
    var fields = (ObjectNode) json.path(4);
    var received = at.plusMillis(json.path(6).longValue());
    var event = new Event(json.path(0).textValue(), type, at, received, NOBODY, "", trust, fields);
    var matches = json.path(5);
    return LoggedEvent.reduced(
        event, IntStream.range(0, matches.size()).map(i -> matches.get(i).intValue()).toArray());
  }

  private ArrayNode head(Event event, String name) {
    return EventJson.newObject()
        .arrayNode()
        .add(name)
        .add(event.type().word())
        .add(base - Millis.of(event.occurredAt()))
        .add(event.trust() == Trust.SERVER);
  }

  private void addFields(Event event, Rule rule, ObjectNode fields) {
    copy(event, rule.says(), fields);
  }

  private void copy(Event event, Optional<String> template, ObjectNode fields) {
    template.map(Words::fields).orElse(List.of()).forEach(path -> copy(event, path, false, fields));
  }

  private void copy(Event event, String path, boolean exactly, ObjectNode fields) {
    var found = FieldPaths.at(event.json(), path);
    if (found.isEmpty()) {
      return;
    }
    var value = found.get();
    var text = FieldPaths.text(value);
    var isWhole = value.isValueNode() && text.length() <= Words.LONGEST_VALUE;
    if (RESERVED.contains(path) || (exactly && !isWhole)) {
      fits = false;
    } else if (isWhole) {
      fields.set(path, value);
    } else {
      fields.put(path, text.substring(0, Math.min(text.length(), Words.LONGEST_VALUE)));
    }
  }

  private static void addFacts(LoggedEvent logged, ObjectNode fields) {
    var event = logged.event();
    switch (event.type()) {
      case IDENTIFY, GROUP, IMPORT -> fields.set("traits", event.object("traits"));
      case ADJUSTMENT -> OF_ADJUSTMENT.forEach(key -> copyWhole(event, key, fields));
      case EMAIL -> MailChoice.of(event).ifPresent(_ -> copyWhole(event, "event", fields));
      case PAGE, SCREEN, TRACK, ALIAS, OUTCOME, CONSENT, VERDICT -> {}
    }
    if (Model.isOrder(event)) {
      copyWhole(event, "event", fields);
      order(event.object("properties"), fields.putObject("properties"));
    }
    logged
        .touch()
        .ifPresent(
            channel -> fields.putObject("context").putObject("campaign").put("medium", channel));
  }

  private static void order(JsonNode properties, ObjectNode fields) {
    Purchases.valueOf(properties).ifPresent(total -> fields.put("total", total.toPlainString()));
    fields.put("currency", Purchases.currencyOf(properties));
  }

  private static void copyWhole(Event event, String key, ObjectNode fields) {
    var value = event.json().get(key);
    if (value != null) {
      fields.set(key, value);
    }
  }
}
