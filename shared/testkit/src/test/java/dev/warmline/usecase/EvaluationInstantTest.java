package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.lead.Lead;
import dev.warmline.lead.StageEntry;
import dev.warmline.testkit.TestEvents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At which instant a lead is evaluated, and that everything that follows has that instant. */
class EvaluationInstantTest {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final String MODEL =
      """
      {"name":"fading","scores":{"s":{"rules":[
         {"id":"visit","when":{"type":["page"]},"points":10,"decay":{"half-life":"1h"}}]}},
       "qualify":{"enter":{"score":"s","at-least":19}}}
      """;

  private final MemoryPipeline pipeline = new MemoryPipeline(MemoryPipeline.model(MODEL), false);

  /** Seed 664 of the simulation: another evaluation knew the newer event and was written before. */
  @Test
  void whatCameAfterAnEvaluationBeganAndIsReadByItCountsAtItsArrival() {
    happen(TEN, page("p-1", TEN));
    pipeline.append(List.of(page("p-2", TEN.plusSeconds(5))));

    evaluateWhole(TEN.plusSeconds(1));

    assertThat(asOf()).isEqualTo(TEN.plusSeconds(5));
    assertThat(lead().standing().since()).isEqualTo(asOf());
    assertThat(pipeline.leads.listHistory(lead().id()))
        .last()
        .extracting(StageEntry::at)
        .isEqualTo(asOf());
    assertThat(pipeline.leads.notices()).allSatisfy(it -> assertThat(it.at()).isEqualTo(asOf()));
  }

  @Test
  void whoeverIsSlowDoesNotPutALeadBackInTime() {
    happen(TEN, page("p-1", TEN));
    happen(TEN.plusSeconds(600), page("p-2", TEN.plusSeconds(600)));
    var points = points();

    pipeline.scoreUntilDone(List.of(page("p-1", TEN)), TEN.plusSeconds(1));
    evaluateWhole(TEN.plusSeconds(2));

    assertThat(asOf()).isEqualTo(TEN.plusSeconds(600));
    assertThat(points()).isEqualTo(points);
  }

  private void happen(Instant now, Event... events) {
    pipeline.append(List.of(events));
    pipeline.scoreUntilDone(List.of(events), now);
  }

  private void evaluateWhole(Instant now) {
    pipeline.evaluate.evaluate(lead().id(), pipeline.models.current(now), now);
  }

  private Lead lead() {
    return pipeline.leads.all().getFirst();
  }

  private Instant asOf() {
    return EventJson.parseInstant(lead().card().scorecard().path("asOf").asText()).orElseThrow();
  }

  private double points() {
    return lead().card().scorecard().at("/scores/s/points").doubleValue();
  }

  private static Event page(String id, Instant at) {
    return TestEvents.page(id, "/").user("u-1").at(at.toString()).build();
  }
}
