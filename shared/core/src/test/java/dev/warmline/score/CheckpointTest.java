package dev.warmline.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
  private static final Model MODEL =
      Sample.model(
          "{'id':'r','points':1,'when':{'event':['A']},"
              + "'limit':{'times':1,'distinct':'properties.x'}}");

  private final List<Event> log = log();
  private final ObjectNode stored = checkpoint(log);

  @Test
  void aNewEventIsCountedWithoutTheLog() {
    var scored = continued(Sample.a("new", "2026-03-20T11:00:00Z"));

    assertThat(scored).isTrue();
  }

  @Test
  void anEventAmongTheNewestStillFindsItsPlace() {
    assertThat(continued(Sample.a("late", "2026-03-20T09:35:30Z"))).isTrue();
  }

  @Test
  void anEventFromTheSettledPastNeedsTheLog() {
    assertThat(continued(Sample.a("late", "2026-03-20T09:02:30Z"))).isFalse();
  }

  @Test
  void twoEventsOfOneInstantNeedTheLogBecauseTheirIdsDecideWhichIsFirst() {
    assertThat(continued(Sample.a("twin", "2026-03-20T09:39:00Z"))).isFalse();
  }

  @Test
  void aKnownEventChangesNothing() {
    var again =
        Checkpoint.continued(stored, List.of(log.getLast()), MODEL, "1", NOON).orElseThrow();

    assertThat(again.checkpoint().orElseThrow()).hasToString(stored.toString());
  }

  @Test
  void aVerdictNeedsTheLog() {
    var verdict =
        Sample.event(
            "{'id':'v','type':'verdict','about':'e1','bot':true,'occurredAt':'2026-03-20T11:00:00Z'}");

    assertThat(continued(verdict)).isFalse();
  }

  @Test
  void anotherGuardOrFormatOrAnUnreadableCheckpointNeedsTheLog() {
    var otherFormat = stored.deepCopy().put("format", 0);
    var broken = stored.deepCopy();
    broken.withArray("tail").insert(0, "torn");

    assertThat(Checkpoint.continued(stored, List.of(), MODEL, "2", NOON)).isEmpty();
    assertThat(Checkpoint.continued(otherFormat, List.of(), MODEL, "1", NOON)).isEmpty();
    assertThat(Checkpoint.continued(broken, List.of(), MODEL, "1", NOON)).isEmpty();
  }

  @Test
  void aValueTooLongToKeepLeavesNoCheckpoint() {
    var events = new ArrayList<>(log);
    events.add(
        Sample.event(
            "{'id':'x','type':'track','event':'A','occurredAt':'2026-03-20T10:00:00Z',"
                + "'properties':{'x':'%s'}}".formatted("x".repeat(300))));

    assertThat(Checkpoint.ofLog(events, MODEL, "1", NOON).checkpoint()).isEmpty();
  }

  private boolean continued(Event event) {
    var made = Checkpoint.continued(stored, List.of(event), MODEL, "1", NOON);
    var whole = new ArrayList<>(log);
    whole.add(event);
    made.ifPresent(
        scored ->
            assertThat(ScorecardJson.summary("l", scored.card()))
                .hasToString(
                    ScorecardJson.summary("l", Checkpoint.ofLog(whole, MODEL, "1", NOON).card())
                        .toString()));
    return made.isPresent();
  }

  private static List<Event> log() {
    var events = new ArrayList<Event>();
    for (var i = 0; i < 40; i++) {
      events.add(Sample.a("e" + i, "2026-03-20T09:%02d:00Z".formatted(i)));
    }
    return events;
  }

  private static ObjectNode checkpoint(List<Event> events) {
    return Checkpoint.ofLog(events, MODEL, "1", NOON).checkpoint().orElseThrow();
  }
}
