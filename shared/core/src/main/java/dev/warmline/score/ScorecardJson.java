package dev.warmline.score;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.util.List;
import java.util.Locale;

/** The scorecard as JSON: the same keys in the same order, byte for byte. */
public final class ScorecardJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final boolean withEvents;

  private ScorecardJson(boolean withEvents) {
    this.withEvents = withEvents;
  }

  /** The scorecard of a lead, with the events behind each line. */
  public static ObjectNode write(String lead, Scorecard card) {
    return new ScorecardJson(true).card(lead, card);
  }

  /**
   * The scorecard of a lead with counts in place of event lists, for storing. It is bounded: texts
   * are cut, and of many adjustments the older ones become one line, so that the lines still sum.
   */
  public static ObjectNode summary(String lead, Scorecard card) {
    return new ScorecardJson(false).card(lead, card);
  }

  /** Points as a plain number without trailing zeros. */
  public static NumericNode number(Points points) {
    var decimal = points.toDecimal();
    if (decimal.scale() > 0) {
      return DecimalNode.valueOf(decimal);
    }
    var whole = decimal.longValueExact();
    return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
  }

  private ObjectNode card(String lead, Scorecard card) {
    var json = JSON.objectNode();
    json.put("lead", lead);
    json.put("asOf", EventJson.format(card.asOf()));
    json.putObject("model").put("name", card.model()).put("version", card.version());
    var scores = json.putObject("scores");
    card.scores().forEach((name, score) -> scores.set(name, score(score)));
    card.fit().ifPresent(fit -> json.set("fit", fit(fit)));
    json.set("interests", texts(card.interests()));
    json.set("segments", texts(card.segments()));
    var source = json.putObject("leadSource");
    card.leadSource().first().ifPresent(channel -> source.put("first", channel));
    card.leadSource().last().ifPresent(channel -> source.put("last", channel));
    json.set("qualifies", qualifies(card.qualifies()));
    if (card.withdrawn()) {
      json.put("consent", "withdrawn");
    }
    if (card.serversAlone()) {
      json.put("limited", "too many events: only those of servers count");
    }
    if (!withEvents && card.evidence().newest().isPresent()) {
      json.set("evidence", evidence(card.evidence()));
    }
    if (!withEvents) {
      card.addressBy().ifPresent(by -> json.put("addressBy", by.word()));
    }
    card.latestHit().ifPresent(at -> json.put("latestHit", EventJson.format(at)));
    card.nextChange().ifPresent(at -> json.put("nextChange", EventJson.format(at)));
    return json;
  }

  private ObjectNode score(Scorecard.Score score) {
    var json = JSON.objectNode();
    json.set("points", number(score.points()));
    score.band().ifPresent(band -> json.put("band", band));
    json.set("lines", lines(score.lines()));
    return json;
  }

  private ObjectNode fit(Scorecard.Fit fit) {
    var json = JSON.objectNode();
    json.set("points", number(fit.points()));
    json.put("grade", fit.grade());
    if (!fit.unknown().isEmpty()) {
      json.set("unknown", texts(fit.unknown()));
    }
    json.set("lines", lines(fit.lines()));
    return json;
  }

  private ArrayNode lines(List<Scorecard.Line> lines) {
    var json = JSON.arrayNode();
    (withEvents ? lines : StoredLines.bounded(lines)).forEach(line -> json.add(line(line)));
    return json;
  }

  private ObjectNode line(Scorecard.Line line) {
    var json = JSON.objectNode();
    switch (line) {
      case Scorecard.Line.OfRule rule -> {
        json.put("rule", rule.rule());
        json.set("points", number(rule.points()));
        if (rule.hits() > 0) {
          json.put("hits", rule.hits());
          if (withEvents) {
            json.set("events", texts(rule.events()));
          }
        }
        rule.says().ifPresent(says -> json.put("says", says));
      }
      case Scorecard.Line.OfAdjustment adjustment -> {
        json.put("adjustment", adjustment.adjustment());
        json.set("points", number(adjustment.points()));
        adjustment.author().ifPresent(author -> json.put("author", author));
        adjustment.note().ifPresent(note -> json.put("note", note));
      }
      case Scorecard.Line.OfClamp clamp -> {
        json.put("clamp", clamp.clamp());
        json.set("points", number(clamp.points()));
      }
    }
    return json;
  }

  private static ObjectNode qualifies(Scorecard.Qualification qualifies) {
    var json = JSON.objectNode();
    json.put("enter", qualifies.enter());
    json.put("exit", qualifies.exit());
    if (!qualifies.ready()) {
      json.put("ready", false);
    }
    qualifies.contacts().ifPresent(words -> json.put("contacts", words));
    if (qualifies.contacted()) {
      json.put("contacted", true);
    }
    json.set("missing", texts(qualifies.missing()));
    json.putNull("fastTrack");
    qualifies.fastTrack().ifPresent(track -> json.set("fastTrack", fastTrack(track)));
    json.put("excluded", qualifies.excluded().orElse(null));
    return json;
  }

  private static ObjectNode evidence(Evidence evidence) {
    var json = JSON.objectNode();
    evidence
        .newest()
        .ifPresent(
            newest ->
                json.put("newest", EventJson.format(newest.at()))
                    .put("by", newest.kind().name().toLowerCase(Locale.ROOT)));
    evidence.fresh().ifPresent(at -> json.put("fresh", EventJson.format(at)));
    return json;
  }

  private static ObjectNode fastTrack(Scorecard.FastTrack track) {
    return JSON.objectNode()
        .put("event", track.event())
        .put("says", track.says())
        .put("verified", track.verified());
  }

  private static ArrayNode texts(List<String> texts) {
    var json = JSON.arrayNode();
    texts.forEach(json::add);
    return json;
  }
}
