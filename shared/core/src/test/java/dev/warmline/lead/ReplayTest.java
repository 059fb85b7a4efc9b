package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Model;
import dev.warmline.rule.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final String MODEL =
      """
      {"name":"replay","scores":{"engagement":{"rules":[
         {"id":"visit","when":{"type":["page"]},"points":10,"decay":{"linear":"10d"}}]}},
       "qualify":{"enter":{"score":"engagement","at-least":20},
         "exit":{"score":"engagement","below":5},"cool-down":"2d"},
       "recycle":{"after":"30d","unqualified-after":"5d"}}
      """;

  private static final String WHEN_READY =
      """
      {"name":"ready","scores":{"engagement":{"min":-100,"rules":[
         {"id":"visit","when":{"type":["page"]},"points":10,"decay":{"expires":"20d"}},
         {"id":"careers","when":{"event":["Careers"]},"points":-10,"decay":{"expires":"2d"}}]}},
       "qualify":{"enter":{"score":"engagement","at-least":20},
         "exit":{"score":"engagement","below":5},
         "contact-limit":{"times":3,"within":"7d"},"hand-over":"when-ready","ready":{"score":"engagement","at-least":40},
         "fast-track":[{"when":{"event":["Demo"]}}]}}
      """;

  @Test
  void aLeadQualifiesCoolsDownAndComesBackInASecondCycle() {
    var events = new ArrayList<>(visits("2026-03-01", 3));
    events.addAll(visits("2026-03-20", 3));

    var lived = lived(events, "2026-03-21T00:00:00Z");

    assertThat(lived.history().stream().map(entry -> entry.to().word() + " " + entry.cycle()))
        .containsExactly("Prospect 0", "MQL 1", "Recycled 1", "MQL 2");
    assertThat(lived.lead().stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void visitsDuringTheCoolDownQualifyAtItsEnd() {
    var events = new ArrayList<>(visits("2026-03-01", 3));
    events.addAll(visits("2026-03-10", 3));

    var history = lived(events, "2026-03-13T00:00:00Z").history();

    var left = history.get(2);
    assertThat(left.to()).isEqualTo(Stage.RECYCLED);
    assertThat(left.at()).isBefore(at("2026-03-10", 0));
    assertThat(history.get(3).to()).isEqualTo(Stage.MQL);
    assertThat(history.get(3).at()).isEqualTo(left.at().plus(Duration.ofDays(2)));
  }

  @Test
  void whatSalesDecidesMovesTheLeadAndAnUnworkedOneFallsBack() {
    var events = new ArrayList<>(visits("2026-03-01", 3));
    events.add(outcome("2026-03-02T09:00:00Z", "SAL"));

    var accepted = lived(events, "2026-03-03T00:00:00Z");
    var expired = lived(events, "2026-03-07T09:00:00Z");

    assertThat(accepted.lead().stage()).isEqualTo(Stage.SAL);
    assertThat(accepted.history().getLast().who()).isEqualTo("kim");
    assertThat(expired.lead().stage()).isEqualTo(Stage.RECYCLED);
    assertThat(expired.history().getLast().why()).isEqualTo("not qualified");
  }

  @Test
  void anMqlStaysWithMarketingUntilItIsReady() {
    var few = held(visits("2026-03-01", 2), "2026-03-01T05:00:00Z");
    var enough = held(visits("2026-03-01", 4), "2026-03-01T05:00:00Z");

    assertThat(few.waiting().map(Announcement.Waiting::words)).contains("not-ready");
    assertThat(enough.announcement())
        .isEqualTo(new Announcement.Announced(at("2026-03-01", 3), Announcement.EVIDENCE));
  }

  @Test
  void whoBecomesReadyByTimeAloneIsAnnouncedAtThatInstant() {
    var events = new ArrayList<>(visits("2026-03-01", 4));
    events.add(track("Careers", at("2026-03-01", 0)));

    var before = held(events, "2026-03-02T23:59:59.999Z");
    var then = held(events, "2026-03-03T00:00:00Z");

    assertThat(before.waiting()).isPresent();
    assertThat(then.announcement())
        .isEqualTo(
            new Announcement.Announced(
                at("2026-03-01", 0).plus(Duration.ofDays(2)), Announcement.EVIDENCE));
  }

  @Test
  void aFastTrackIsAlwaysReady() {
    var events = new ArrayList<>(visits("2026-03-01", 2));
    events.addAll(demo(at("2026-03-01", 4)));

    assertThat(held(events, "2026-03-01T05:00:00Z").isAnnounced()).isTrue();
  }

  @Test
  void whoIsNotReadyCoolsDownLikeAnybodyWhoWaits() {
    assertThat(held(visits("2026-03-01", 2), "2026-04-01T00:00:00Z").stage())
        .isEqualTo(Stage.PROSPECT);
  }

  @Test
  void whoWasWrittenToTooOftenIsAnnouncedTheMomentTheWindowAllowsIt() {
    var events = new ArrayList<>(visits("2026-03-01", 4));
    for (var hour = 0; hour < 3; hour++) {
      events.add(mail("m-" + hour, at("2026-02-26", hour)));
    }

    var within = held(events, "2026-03-01T06:00:00Z");
    var before = held(events, "2026-03-04T23:59:59.999Z");
    var then = held(events, "2026-03-05T00:00:00Z");

    assertThat(within.waiting().map(Announcement.Waiting::words)).contains("contact-limit");
    assertThat(before.waiting()).isPresent();
    assertThat(then.announcement())
        .isEqualTo(new Announcement.Announced(at("2026-03-05", 0), Announcement.EVIDENCE));
  }

  @Test
  void whoAsksForSalesIsAnnouncedHoweverOftenSomebodyWrote() {
    var events = new ArrayList<>(visits("2026-03-01", 2));
    for (var hour = 0; hour < 3; hour++) {
      events.add(mail("m-" + hour, at("2026-03-01", hour)));
    }
    events.addAll(demo(at("2026-03-01", 4)));

    assertThat(held(events, "2026-03-01T05:00:00Z").isAnnounced()).isTrue();
  }

  private static Event mail(String id, Instant at) {
    return EventJson.parse(
        "{\"id\":\"%s\",\"type\":\"email\",\"event\":\"Email Sent\",\"userId\":\"u-1\",\"occurredAt\":\"%s\"}"
            .formatted(id, at));
  }

  /** Where it stands under a model that hands over when it is ready. */
  private static Standing held(List<Event> events, String until) {
    return Replay.of(events, publication(WHEN_READY), Instant.parse(until)).lead().standing();
  }

  /** A demo request of somebody who can be reached. */
  private static List<Event> demo(Instant at) {
    var address =
        EventJson.parse(
            "{\"id\":\"i\",\"type\":\"identify\",\"userId\":\"u-1\",\"occurredAt\":\"%s\",\"traits\":{\"email\":\"a@x.example\"}}"
                .formatted(at.minusSeconds(1)));
    return List.of(address, track("Demo", at));
  }

  private static Event track(String name, Instant at) {
    return EventJson.parse(
        "{\"id\":\"%s\",\"type\":\"track\",\"event\":\"%s\",\"userId\":\"u-1\",\"occurredAt\":\"%s\"}"
            .formatted(name, name, at));
  }

  private static Replay.Lived lived(List<Event> events, String until) {
    return Replay.of(events, publication(), Instant.parse(until));
  }

  private static List<Event> visits(String day, int count) {
    var events = new ArrayList<Event>();
    for (var i = 0; i < count; i++) {
      events.add(
          EventJson.parse(
              "{\"id\":\"%s-%d\",\"type\":\"page\",\"userId\":\"u-1\",\"occurredAt\":\"%s\"}"
                  .formatted(day, i, at(day, i))));
    }
    return events;
  }

  private static Event outcome(String at, String stage) {
    return EventJson.parse(
        "{\"id\":\"o-1\",\"type\":\"outcome\",\"userId\":\"u-1\",\"stage\":\"%s\",\"by\":\"kim\",\"occurredAt\":\"%s\"}"
            .formatted(stage, at));
  }

  private static Instant at(String day, int hour) {
    return Instant.parse(day + "T0" + hour + ":00:00Z");
  }

  private static Publication publication() {
    return publication(MODEL);
  }

  private static Publication publication(String model) {
    try {
      var json = (ObjectNode) new ObjectMapper().readTree(model);
      return new Publication(1, Model.of(json, 1));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
