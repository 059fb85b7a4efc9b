package dev.warmline.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.lead.NoticeId;
import dev.warmline.report.WeekDigest;
import dev.warmline.report.WeekDigest.Overdue;
import dev.warmline.report.WeekFigures;
import dev.warmline.report.Win;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of a digest for machines, described in {@code docs/alert.md}. */
public final class DigestJson {
  /** The version of the body: a change that breaks readers gets a new one. */
  public static final String SCHEMA = "warmline.digest/1";

  private DigestJson() {}

  /**
   * What a chat shows of a digest.
   *
   * @param text as {@link DigestText} wrote it
   */
  public record Read(NoticeId id, String text) {}

  /** Reads such a body; empty if it is none. */
  public static Optional<Read> read(String body) {
    try {
      var json = Json.read(body);
      return json.path("schema").asText().equals(SCHEMA)
          ? NoticeId.parse(json.path("alert").asText())
              .map(id -> new Read(id, json.path("text").asText()))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The body; times in seconds. */
  public static ObjectNode write(WeekDigest digest) {
    var json = EventJson.newObject().put("schema", SCHEMA);
    json.put("alert", NoticeId.digestOf(digest.week().text()).value());
    json.put("notice", NoticeId.Kind.DIGEST.word()).put("at", digest.at().toString());
    json.put("week", digest.week().text()).put("timeZone", digest.zone().getId());
    json.put("whole", digest.isWhole());
    json.set("last", write(digest.last()));
    json.put("weeksBefore", WeekDigest.WEEKS_BEFORE).set("before", write(digest.before()));
    json.set("returnedBy", write(digest.returnedBy()));
    json.put("decided", digest.decided()).put("recalibrate", digest.mustRecalibrate());
    var now = json.putObject("now");
    write(now.putArray("toAccept"), digest.now().toAccept());
    write(now.putArray("toAnswer"), digest.now().toAnswer());
    now.set("waiting", write(digest.now().waiting()));
    now.set("withoutOwner", write(digest.now().withoutOwner()));
    now.put("incomplete", digest.now().incomplete());
    var won = json.putArray("won");
    digest.won().forEach(win -> won.add(write(win)));
    var rules = json.putObject("rules");
    rules.put("name", digest.rules().name()).put("version", digest.rules().version());
    digest.rules().since().ifPresent(at -> rules.put("since", at.toString()));
    return json.put("text", new DigestText(digest).text());
  }

  private static ObjectNode write(WeekFigures figures) {
    var json = EventJson.newObject().put("announced", figures.announced());
    json.set("accepted", write(figures.accepted()));
    json.put("notAccepted", figures.late()).put("returned", figures.returned());
    json.put("asked", figures.asked()).set("answered", write(figures.answered()));
    return json.put("notAnswered", figures.unanswered());
  }

  private static ObjectNode write(WeekFigures.Done done) {
    var json = EventJson.newObject().put("times", done.times());
    done.worked().map(Duration::toSeconds).ifPresent(it -> json.put("medianWorked", it));
    done.passed().map(Duration::toSeconds).ifPresent(it -> json.put("medianPassed", it));
    return json;
  }

  private static ObjectNode write(Map<String, Integer> counts) {
    var json = EventJson.newObject();
    counts.forEach(json::put);
    return json;
  }

  private static void write(ArrayNode list, List<Overdue> late) {
    for (var one : late) {
      var json = list.addObject().put("lead", one.lead().value());
      one.owner().ifPresent(owner -> json.put("owner", owner));
      json.put("since", one.since().toString());
    }
  }

  private static ObjectNode write(Win win) {
    var json = EventJson.newObject().put("lead", win.lead().value());
    win.source().ifPresent(source -> json.put("source", source));
    var path = json.putArray("path");
    for (var step : win.path()) {
      var one = path.addObject().put("what", step.what()).put("at", step.at().toString());
      step.by().ifPresent(by -> one.put("by", by));
    }
    win.value().ifPresent(value -> json.put("value", value));
    win.currency().ifPresent(currency -> json.put("currency", currency));
    return json;
  }
}
