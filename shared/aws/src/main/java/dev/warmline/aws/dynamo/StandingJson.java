package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.ClockStep;
import dev.warmline.lead.Deadlines;
import dev.warmline.lead.GivenBack;
import dev.warmline.lead.LastAct;
import dev.warmline.lead.Position;
import dev.warmline.lead.Signals;
import dev.warmline.lead.Stage;
import dev.warmline.lead.Standing;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a lead stands, and what a cycle says of announcements and deadlines, as JSON. */
final class StandingJson {
  private StandingJson() {}

  static ObjectNode write(Standing standing) {
    var json = EventJson.newObject();
    json.put("since", standing.since().toString()).put(Schema.WHY, standing.why());
    json.put("cycles", standing.position().cycles());
    json.put(Schema.ENTRIES, standing.position().entries());
    set(json, "announcement", write(standing.announcement()));
    put(json, "left", standing.left());
    set(json, "hands", write(standing.assignment()));
    set(json, "deadlines", write(standing.deadlines()));
    standing.signals().verified().ifPresent(told -> json.set("verified", write(told)));
    standing.signals().unverified().ifPresent(told -> json.set("unverified", write(told)));
    standing.givenBack().ifPresent(given -> json.set("givenBack", write(given)));
    standing.lastAct().ifPresent(act -> json.set("act", write(act)));
    return json;
  }

  static Standing read(Stage stage, int cycle, JsonNode json) {
    var position =
        new Position(
            stage,
            instant(json, "since"),
            json.path(Schema.WHY).asText(),
            cycle,
            json.path("cycles").asInt(),
            json.path(Schema.ENTRIES).asInt());
    return new Standing(
        position,
        announcement(json.path("announcement")),
        find(json, "left"),
        assignment(json.path("hands")),
        deadlines(json.path("deadlines")),
        new Signals(told(json.path("verified")), told(json.path("unverified"))),
        Optional.of(json.path("givenBack")).filter(JsonNode::isObject).map(StandingJson::givenBack),
        Optional.of(json.path("act")).filter(JsonNode::isObject).map(StandingJson::lastAct));
  }

  static ObjectNode write(Assignment hands) {
    var json = EventJson.newObject();
    hands.queue().ifPresent(queue -> json.put("queued", queue));
    hands.owner().ifPresent(owner -> json.put("owner", owner));
    return json;
  }

  static Assignment assignment(JsonNode json) {
    return new Assignment(text(json, "queued"), text(json, "owner"));
  }

  private static ObjectNode write(GivenBack given) {
    var json = EventJson.newObject().put("reason", given.reason()).put("by", given.by());
    given.note().ifPresent(note -> json.put("note", note));
    put(json, "answerBy", given.answerBy());
    put(json, "until", given.until());
    set(json, "again", write(given.again()));
    return given.asks() ? json.put("asks", true) : json;
  }

  private static GivenBack givenBack(JsonNode json) {
    return new GivenBack(
        json.path("reason").asText(),
        text(json, "note"),
        json.path("by").asText(),
        json.path("asks").asBoolean(),
        find(json, "answerBy"),
        find(json, "until"),
        assignment(json.path("again")));
  }

  private static ObjectNode write(LastAct act) {
    var json = EventJson.newObject().put(Schema.AT, act.at().toString());
    act.undo()
        .ifPresent(
            undo -> {
              var before = undo.before();
              json.put("by", undo.by()).put("after", undo.entries());
              json.put(Schema.STAGE, before.stage().word()).put(Schema.CYCLE, before.cycle());
              json.set("before", write(before));
            });
    return json;
  }

  private static LastAct lastAct(JsonNode json) {
    var undo =
        text(json, "by").map(by -> new LastAct.Undo(by, json.path("after").asInt(), before(json)));
    return new LastAct(instant(json, Schema.AT), undo);
  }

  private static Standing before(JsonNode json) {
    var stage =
        Stage.parse(json.path(Schema.STAGE).asText())
            .orElseThrow(() -> new MalformedItem("what an act can go back to is no stage"));
    return read(stage, json.path(Schema.CYCLE).asInt(), json.path("before"));
  }

  private static Optional<String> text(JsonNode json, String name) {
    return Optional.ofNullable(json.path(name).textValue());
  }

  static ObjectNode write(Announcement announcement) {
    var json = EventJson.newObject();
    return switch (announcement) {
      case Announcement.NotOpen _ -> json;
      case Announcement.Announced(var at, var by) ->
          json.put(Schema.AT, at.toString()).put("by", by);
      case Announcement.Waiting(var since, var reason, var list) -> {
        list.ifPresent(name -> json.put("list", name));
        yield json.put("waits", since.toString()).put("reason", reason.word());
      }
    };
  }

  static Announcement announcement(JsonNode json) {
    if (json.has("by")) {
      return new Announcement.Announced(instant(json, Schema.AT), json.path("by").asText());
    }
    if (!json.has("waits")) {
      return new Announcement.NotOpen();
    }
    var reason =
        Announcement.Reason.parse(json.path("reason").asText())
            .orElseThrow(() -> new MalformedItem("what a cycle waits for is no reason"));
    return new Announcement.Waiting(instant(json, "waits"), reason, text(json, "list"));
  }

  static ObjectNode write(Deadlines deadlines) {
    var json = EventJson.newObject();
    put(json, "acceptBy", deadlines.acceptBy());
    put(json, "contactBy", deadlines.contactBy());
    put(json, "notWorked", deadlines.notWorked());
    put(json, "notQualified", deadlines.notQualified());
    if (deadlines.calendar() > 0) {
      json.put("calendar", deadlines.calendar());
    }
    for (var step : deadlines.steps()) {
      json.withArrayProperty("steps").add(step.what().word()).add(step.at().toString());
    }
    return json;
  }

  static Deadlines deadlines(JsonNode json) {
    return new Deadlines(
        find(json, "acceptBy"),
        find(json, "contactBy"),
        find(json, "notWorked"),
        find(json, "notQualified"),
        json.path("calendar").asInt(),
        steps(json.path("steps")));
  }

  private static List<Deadlines.Step> steps(JsonNode json) {
    var steps = new ArrayList<Deadlines.Step>();
    for (var place = 0; place + 1 < json.size(); place += 2) {
      var what =
          ClockStep.parse(json.get(place).asText())
              .orElseThrow(() -> new MalformedItem("a deadline has an unknown step"));
      steps.add(new Deadlines.Step(what, Instant.parse(json.get(place + 1).asText())));
    }
    return steps;
  }

  static Instant instant(JsonNode json, String name) {
    return find(json, name)
        .orElseThrow(() -> new MalformedItem("a standing has no instant " + name));
  }

  private static ObjectNode write(Signals.Told told) {
    var json = EventJson.newObject();
    json.put("until", told.until().toString()).put("more", told.more());
    put(json, "putOff", told.putOff());
    var requests = json.putArray("requests");
    for (var request : told.requests()) {
      requests
          .addObject()
          .put(Schema.AT, request.at().toString())
          .put("request", request.name())
          .put("last", request.last().toString());
    }
    return json;
  }

  private static Optional<Signals.Told> told(JsonNode json) {
    if (json.isMissingNode()) {
      return Optional.empty();
    }
    var requests = new ArrayList<Signals.Request>();
    for (var one : json.path("requests")) {
      requests.add(
          new Signals.Request(
              instant(one, Schema.AT), one.path("request").asText(), instant(one, "last")));
    }
    return Optional.of(
        new Signals.Told(
            requests, instant(json, "until"), find(json, "putOff"), json.path("more").asInt()));
  }

  private static void set(ObjectNode json, String name, ObjectNode part) {
    if (!part.isEmpty()) {
      json.set(name, part);
    }
  }

  private static void put(ObjectNode json, String name, Optional<Instant> at) {
    at.ifPresent(instant -> json.put(name, instant.toString()));
  }

  private static Optional<Instant> find(JsonNode json, String name) {
    var text = json.path(name).textValue();
    try {
      return Optional.ofNullable(text).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new MalformedItem("a standing has a broken instant " + name);
    }
  }
}
