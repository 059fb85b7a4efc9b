package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of fast-track signals while sales has the lead: from the event to the message. */
class HotUpdateTest {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final String MODEL =
      """
      {"name":"hot","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":10}]}},
       "qualify":{"enter":{"score":"engagement","at-least":20},
         "fast-track":[{"when":{"event":["Demo Requested"]},"says":"Requested a demo"}]}}
      """;

  private final MemoryPipeline pipeline = new MemoryPipeline(MemoryPipeline.model(MODEL), false);

  @Test
  void aSignalOfAnMqlIsOneUpdateHoweverOftenItIsSeen() {
    qualify();
    var demo = demo("d-1", "2026-03-01T12:05:00Z");
    for (var i = 0; i < 3; i++) {
      happens(demo, TEN.plusSeconds(7_500 + i));
    }
    pipeline.sendAll(TEN.plusSeconds(7_600));

    assertThat(lead().standing().cycle()).isEqualTo(1);
    assertThat(subjects()).hasSize(2).first().asString().startsWith("New MQL");
    assertThat(subjects()).last().asString().startsWith("Hot update").contains("Requested a demo");
  }

  @Test
  void everyNewSignalIsToldAndNoneTwice() {
    happens(identify(), TEN);
    happens(demo("d-1", "2026-03-01T10:00:01Z"), TEN.plusSeconds(1));
    happens(demo("d-2", "2026-03-01T12:05:00Z"), TEN.plusSeconds(7_500));
    happens(demo("d-0", "2026-03-01T09:59:00Z"), TEN.plusSeconds(7_501));
    happens(demo("d-3", "2026-03-01T12:06:00Z"), TEN.plusSeconds(7_560));
    happens(demo("d-4", "2026-03-01T12:30:00Z"), TEN.plusSeconds(9_000));
    assertThat(subjects()).hasSize(2);
    pipeline.sendAll(TEN.plusSeconds(11_100));

    assertThat(subjects()).hasSize(3).first().asString().startsWith("Hot lead");
    assertThat(subjects().subList(1, 3)).allMatch(subject -> subject.startsWith("Hot update"));
  }

  @Test
  void theClockTellsASignalThatTheStreamLost() {
    qualify();
    var demo = demo("d-1", "2026-03-01T12:05:00Z");
    pipeline.append(List.of(demo));
    pipeline.scoreUntilDone(List.of(demo), TEN.plusSeconds(7_500));
    assertThat(subjects()).hasSize(1);

    for (var minute = 126; minute < 140; minute++) {
      pipeline.tickClock.tick("clock", TEN.plusSeconds(60L * minute), 10, Set.of());
    }

    assertThat(subjects()).hasSize(2);
    assertThat(pipeline.leads.notices()).allMatch(Notice::isClosed);
  }

  @Test
  void aSignalAlsoCountsForSalesThatAcceptedTheLead() {
    qualify();
    accept();
    happens(demo("d-1", "2026-03-01T12:05:00Z"), TEN.plusSeconds(7_500));

    assertThat(lead().stage()).isEqualTo(Stage.SAL);
    assertThat(pipeline.publisher.published().getLast().message().json())
        .contains("\"stage\":\"SAL\"", "\"update\":\"hot\"");
  }

  private void qualify() {
    happens(identify(), TEN);
    happens(page("p-1"), TEN.plusSeconds(1));
    happens(page("p-2"), TEN.plusSeconds(2));
    assertThat(subjects()).hasSize(1);
  }

  private void accept() {
    var accepted =
        TestEvents.event("o-1", EventType.OUTCOME).user("u-1").at("2026-03-01T10:01:00Z");
    accepted.json().put("act", "accepted").put("by", "kim");
    happens(accepted.build(), TEN.plusSeconds(60));
  }

  private void happens(Event event, Instant now) {
    pipeline.append(List.of(event));
    pipeline.scoreUntilDone(List.of(event), now);
    pipeline.sendAll(now);
  }

  private Lead lead() {
    return pipeline.leads.all().stream()
        .filter(lead -> lead.stage() != Stage.SUSPECT && !lead.isTombstone())
        .findFirst()
        .orElseThrow();
  }

  private List<String> subjects() {
    return pipeline.publisher.published().stream().map(sent -> sent.message().subject()).toList();
  }

  private static Event identify() {
    return TestEvents.identify("i-1").user("u-1").trait("email", "ada@acme.example").build();
  }

  private static Event page(String id) {
    return TestEvents.page(id, "/").user("u-1").build();
  }

  private static Event demo(String id, String at) {
    return TestEvents.track(id, "Demo Requested").user("u-1").at(at).build();
  }
}
