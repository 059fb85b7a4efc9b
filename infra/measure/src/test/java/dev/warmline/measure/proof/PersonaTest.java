package dev.warmline.measure.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.authoring.YamlModels;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.lead.ProfileGraph;
import dev.warmline.rule.Model;
import dev.warmline.score.Scorer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The storm's expectations hold whatever the order of the events. */
class PersonaTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final int EVENTS = 50;

  @ParameterizedTest
  @EnumSource
  void allEventsQualifyThoseWhoWereMadeTo(Persona persona) throws IOException {
    var model = model();

    for (var seed = 0; seed < 20; seed++) {
      var events = events(persona, seed);

      assertThat(qualifies(events, model)).isEqualTo(persona.qualifies());
    }
  }

  @ParameterizedTest
  @EnumSource
  void noPartOfTheEventsQualifiesThoseWhoWereNot(Persona persona) throws IOException {
    var model = model();
    var random = new Random(7);

    for (var i = 0; i < 60 && !persona.qualifies(); i++) {
      var share = random.nextDouble();
      var part = events(persona, i).stream().filter(e -> random.nextDouble() < share).toList();

      assertThat(qualifies(part, model)).isFalse();
    }
  }

  private static boolean qualifies(Collection<Event> events, Model model) {
    return ProfileGraph.leadsOf(events, model::looksAt).values().stream()
        .filter(identity -> !identity.persons().isEmpty())
        .map(identity -> events.stream().filter(identity::owns).toList())
        .map(own -> LeadCheck.stage(Scorer.score(own, model, NOW)))
        .anyMatch("MQL"::equals);
  }

  private static List<Event> events(Persona persona, int seed) {
    return Visitor.events(seed, persona, EVENTS, NOW, new Random(seed)).stream()
        .map(PersonaTest::logged)
        .toList();
  }

  private static Event logged(Sent sent) {
    ObjectNode json = sent.json().deepCopy();
    json.set("id", json.remove("messageId"));
    json.set("occurredAt", json.remove("timestamp"));
    json.put("trust", sent.writeKey().equals(Client.SERVER_KEY) ? "server" : "browser");
    return EventJson.of(json);
  }

  private static Model model() throws IOException {
    return YamlModels.read(Path.of("../models/default.yaml")).model().orElseThrow();
  }
}
