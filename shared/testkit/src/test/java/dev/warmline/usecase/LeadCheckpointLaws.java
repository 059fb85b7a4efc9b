package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.lead.Lead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Two copies of the product see the same traffic; one of them never uses a checkpoint. */
class LeadCheckpointLaws {
  private static final int MOST_EVENTS = 40;

  /** Of several events at once each of the two may have seen another one first. */
  @Property
  void scorecardsByTheCheckpointAreThoseOfTheWholeLog(@ForAll long seed) {
    var traffic = new RandomTraffic(seed);
    twice(traffic, traffic.batches(MOST_EVENTS), LeadCheckpointLaws::scorecard);
  }

  @Property
  void soIsEverythingOfALeadWhereEventsComeOneByOne(@ForAll long seed) {
    var traffic = new RandomTraffic(seed);
    var events = traffic.batches(MOST_EVENTS).stream().flatMap(List::stream);
    twice(traffic, events.map(List::of).toList(), lead -> lead.withVersion(0).toString());
  }

  private static void twice(
      RandomTraffic traffic, List<List<Event>> batches, Function<Lead, String> seen) {
    var model = MemoryPipeline.model(traffic.model());
    var remembering = new MemoryPipeline(model, false);
    var forgetful = new MemoryPipeline(model, true);
    var now = RandomTraffic.START;

    for (var batch : batches) {
      now = later(now, batch).plusSeconds(traffic.next(7_200));
      for (var pipeline : List.of(remembering, forgetful)) {
        pipeline.append(batch);
        pipeline.scoreUntilDone(batch, now);
        pipeline.tickClock.tick("test", now, 100, Set.of());
      }
      assertThat(leads(remembering, seen)).isEqualTo(leads(forgetful, seen));
    }
  }

  private static Instant later(Instant instant, List<Event> events) {
    return events.stream().map(Event::receivedAt).reduce(instant, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** When nothing differs but the instant, one of them may have had no reason to write. */
  private static List<String> leads(MemoryPipeline pipeline, Function<Lead, String> seen) {
    return pipeline.leads.all().stream()
        .map(lead -> seen.apply(lead.with(lead.card().withCheckpoint(Optional.empty()))))
        .map(text -> text.replaceFirst("\"asOf\":\"[^\"]*\",", ""))
        .sorted()
        .toList();
  }

  private static String scorecard(Lead lead) {
    return lead.id() + " " + lead.identity() + " " + lead.card();
  }
}
