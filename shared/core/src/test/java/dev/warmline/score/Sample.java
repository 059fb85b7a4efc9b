package dev.warmline.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Short ways to write models and events in tests. */
final class Sample {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Sample() {}

  /** A JSON object; single quotes stand for double ones. */
  static ObjectNode json(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A model with one score {@code s} that has these rules, and further sections. */
  static Model model(String rules, String more) {
    return Model.of(
        json(
            "{'name':'sample','scores':{'s':{'min':-1000,'rules':[%s]}}%s}".formatted(rules, more)),
        3);
  }

  static Model model(String rules) {
    return model(rules, "");
  }

  /** A track event named {@code A}. */
  static Event a(String id, String at) {
    return event("{'id':'%s','type':'track','event':'A','occurredAt':'%s'}".formatted(id, at));
  }

  /** An event of user {@code u-1}. */
  static Event event(String text) {
    return EventJson.of(json(text).put("userId", "u-1"));
  }

  static Scorecard.Score score(Model model, String asOf, Event... events) {
    var card = Scorer.score(List.of(events), model, Instant.parse(asOf));
    return card.scores().values().iterator().next();
  }

  static String points(Model model, String asOf, Event... events) {
    return score(model, asOf, events).points().toString();
  }

  /** The parts of a scorecard that somebody acts on. */
  static Verdict verdict(Scorecard card) {
    var qualifies = card.qualifies();
    return new Verdict(
        qualifies.enter(),
        qualifies.exit(),
        qualifies.prospect(),
        qualifies.ready(),
        qualifies.contacted(),
        qualifies.missing(),
        qualifies.fastTrack().map(Scorecard.FastTrack::event),
        qualifies.excluded(),
        card.fit().map(Scorecard.Fit::grade),
        card.scores().values().stream().map(Scorecard.Score::band).toList(),
        card.segments());
  }

  /** The events that the first rule counts now. */
  static List<String> hits(Model model, String asOf, Event... events) {
    return score(model, asOf, events).lines().stream()
        .flatMap(
            line ->
                line instanceof Scorecard.Line.OfRule rule
                    ? rule.events().stream()
                    : Stream.<String>empty())
        .toList();
  }
}
