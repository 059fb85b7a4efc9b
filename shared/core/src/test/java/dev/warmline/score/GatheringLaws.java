package dev.warmline.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventKey;
import dev.warmline.event.Json;
import dev.warmline.rule.Model;
import dev.warmline.score.Gathering.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is kept of a log says what the whole log says. */
class GatheringLaws {
  private static final String GUARD = "1";

  @Property(tries = 500)
  void whatIsKeptGivesTheScorecardAndTheCheckpointThatAllOfItGives(@ForAll long seed) {
    var cases = new RandomCases(seed);
    var model = cases.modelWithWords();
    var log = asLogHolds(cases.history(60));
    var asOf = later(log).plusSeconds(cases.next(400_000));

    var whole = Checkpoint.ofLog(log, model, GUARD, asOf);
    var kept = Checkpoint.ofLog(gathered(log, model, seed), GUARD, asOf);

    assertThat(kept.card()).as("seed %d", seed).isEqualTo(whole.card());
    assertThat(kept.checkpoint().map(Json::write)).isEqualTo(whole.checkpoint().map(Json::write));
  }

  /** A log gives its events in no particular order. */
  private static Gathering gathered(List<Event> log, Model model, long seed) {
    var shuffled = new ArrayList<>(log);
    Collections.shuffle(shuffled, new Random(seed));
    var gathering = new Gathering(model, Room.WHOLE);
    assertThat(shuffled.stream().allMatch(gathering::take)).isTrue();
    return gathering;
  }

  private static List<Event> asLogHolds(Collection<Event> events) {
    var first = new LinkedHashMap<EventKey, Event>();
    events.forEach(event -> first.putIfAbsent(event.key(), event));
    return List.copyOf(first.values());
  }

  private static Instant later(List<Event> events) {
    return events.stream()
        .map(Event::receivedAt)
        .reduce(RandomCases.START, (a, b) -> a.isAfter(b) ? a : b);
  }
}
