package dev.warmline.handoff;

import static dev.warmline.handoff.AlertFields.array;
import static dev.warmline.handoff.AlertFields.id;
import static dev.warmline.handoff.AlertFields.ids;
import static dev.warmline.handoff.AlertFields.line;
import static dev.warmline.handoff.AlertFields.points;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.lead.Beside;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Owner;
import dev.warmline.lead.SameAddress;
import dev.warmline.lead.Stage;
import dev.warmline.score.Points;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The versioned body for machines, described in {@code docs/alert.md}. */
public final class AlertJson {
  /** The version of the body: a change that breaks readers gets a new one. */
  public static final String SCHEMA = "warmline.alert/1";

  private AlertJson() {}

  /** The body of an alert; {@link #read} of it gives an equal alert. */
  public static String write(Alert alert) {
    var json = EventJson.newObject();
    json.put("schema", SCHEMA).put("alert", alert.id().value());
    json.put("notice", alert.id().kind().word());
    json.put("lead", alert.id().subject()).put("cycle", alert.id().cycle());
    json.put("stage", alert.stage().word()).put("at", alert.at().toString());
    if (alert.isUpdate()) {
      json.put("update", "hot");
    }
    json.put("tier", alert.tier()).put("why", alert.why());
    json.set("contact", contact(alert.contact()));
    var scores = json.putObject("scores");
    alert.scores().forEach(score -> scores.set(score.name(), score(score)));
    alert.fit().ifPresent(fit -> json.set("fit", fit(fit)));
    texts(json, "interests", alert.interests());
    texts(json, "segments", alert.segments());
    optional(json, "queue", alert.queue());
    alert.owner().ifPresent(owner -> owner.write(json));
    if (!alert.to().isEmpty()) {
      texts(json, "to", alert.to());
    }
    alert.sameAddress().ifPresent(other -> other.write(json));
    optional(json, "contacts", alert.contacts());
    alert.beside().write(json);
    var source = json.putObject("source");
    optional(source, "first", alert.source().first());
    optional(source, "last", alert.source().last());
    var recent = json.putArray("recent");
    alert.recent().forEach(activity -> recent.add(activity(activity)));
    alert.fastTrack().ifPresent(signal -> json.set("fastTrack", fastTrack(signal)));
    json.putObject("model")
        .put("name", alert.model().name())
        .put("version", alert.model().version());
    json.put("timeZone", alert.zone().getId());
    optional(json, "link", alert.link().map(URI::toString));
    return Json.write(json);
  }

  /** Reads the body of an alert; empty if it is none of this schema. */
  public static Optional<Alert> read(String body) {
    try {
      var json = Json.read(body);
      return json.path("schema").asText().equals(SCHEMA)
          ? NoticeId.parse(json.path("alert").asText()).flatMap(id -> read(id, json))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Alert> read(NoticeId id, JsonNode json) {
    return EventJson.parseInstant(json.path("at").asText())
        .map(
            at ->
                new Alert(
                    id,
                    Stage.parse(json.path("stage").asText()).orElse(Stage.MQL),
                    at,
                    line(json.path("why")).orElse(""),
                    id(json.path("tier")).orElse("warm"),
                    Contact.of(json.path("contact")),
                    AlertFields.scores(json.path("scores")),
                    AlertFields.fit(json.path("fit")),
                    ids(json.path("interests")),
                    ids(json.path("segments")),
                    id(json.path("queue")),
                    Owner.read(json).map(AlertFields::clean),
                    ids(json.path("to")),
                    SameAddress.Other.read(json).map(AlertFields::clean),
                    line(json.path("contacts")),
                    AlertFields.clean(Beside.read(json)),
                    AlertFields.source(json.path("source")),
                    array(json.path("recent")).flatMap(AlertJson::activity).toList(),
                    AlertFields.fastTrack(json.path("fastTrack")),
                    AlertFields.model(json.path("model")),
                    AlertFields.zone(json.path("timeZone")),
                    link(json.path("link"))));
  }

  private static Stream<Alert.Activity> activity(JsonNode node) {
    return EventJson.parseInstant(node.path("at").asText()).stream()
        .map(
            at ->
                new Alert.Activity(
                    at, line(node.path("says")).orElse(""), points(node.path("points"))));
  }

  private static Optional<URI> link(JsonNode node) {
    try {
      return node.isTextual() ? Optional.of(URI.create(node.textValue())) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode contact(Contact contact) {
    var json = EventJson.newObject();
    optional(json, "name", contact.name());
    optional(json, "company", contact.company());
    optional(json, "role", contact.role());
    optional(json, "email", contact.email());
    optional(json, "phone", contact.phone());
    optional(json, "industry", contact.industry());
    optional(json, "country", contact.country());
    optional(json, "unsubscribed", contact.unsubscribed());
    return json;
  }

  private static ObjectNode score(Alert.Score score) {
    var json = withPoints(EventJson.newObject(), score.points());
    optional(json, "band", score.band());
    return withLines(json, score.reasons());
  }

  private static ObjectNode fit(Alert.Fit fit) {
    var json = EventJson.newObject().put("grade", fit.grade());
    if (!fit.unknown().isEmpty()) {
      fit.unknown().forEach(json.putArray("unknown")::add);
    }
    return withLines(withPoints(json, fit.points()), fit.reasons());
  }

  private static ObjectNode withLines(ObjectNode json, List<Reason> reasons) {
    var lines = json.putArray("lines");
    reasons.forEach(reason -> lines.add(reason(reason)));
    return json;
  }

  private static ObjectNode reason(Reason reason) {
    var json = EventJson.newObject();
    switch (reason) {
      case Reason.Signal signal -> {
        withPoints(json.put("rule", signal.rule()), signal.points()).put("hits", signal.hits());
        optional(json, "says", signal.says());
      }
      case Reason.Adjustment adjustment -> {
        withPoints(json.put("adjustment", true), adjustment.points());
        optional(json, "author", adjustment.author());
        optional(json, "note", adjustment.note());
      }
      case Reason.Limit limit -> withPoints(json.put("clamp", limit.clamp()), limit.points());
      case Reason.More more -> withPoints(json.put("more", more.count()), more.points());
    }
    return json;
  }

  private static ObjectNode activity(Alert.Activity activity) {
    var json = EventJson.newObject().put("at", activity.at().toString());
    return withPoints(json.put("says", activity.says()), activity.points());
  }

  private static ObjectNode fastTrack(Alert.FastTrack signal) {
    return EventJson.newObject().put("says", signal.says()).put("verified", signal.verified());
  }

  private static ObjectNode withPoints(ObjectNode json, Points points) {
    return json.put("points", points.toDecimal());
  }

  private static void texts(ObjectNode json, String key, List<String> texts) {
    var array = json.putArray(key);
    texts.forEach(array::add);
  }

  private static void optional(ObjectNode json, String key, Optional<String> text) {
    text.ifPresent(value -> json.put(key, value));
  }
}
