package dev.warmline.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** A checkpoint says what the whole log says. */
class CheckpointLaws {
  private static final String GUARD = "1";

  @Property
  void aScorecardMadeFromTheCheckpointIsTheOneOfTheWholeLog(@ForAll long seed) {
    var cases = new RandomCases(seed);
    checkpointIsWholeLog(seed, cases, cases.modelWithWords(), cases.history(60));
  }

  @Property
  void soItIsWhereIdsHaveCopies(@ForAll long seed) {
    var cases = new RandomCases(seed);
    checkpointIsWholeLog(seed, cases, cases.modelWithWords(), cases.historyWithTwins(40, 10));
  }

  private static void checkpointIsWholeLog(long seed) {
    var cases = new RandomCases(seed);
    checkpointIsWholeLog(seed, cases, cases.model(), cases.history(60));
  }

  private static void checkpointIsWholeLog(
      long seed, RandomCases cases, Model model, List<Event> history) {
    var log = new ArrayList<Event>();
    var stored = Optional.<ObjectNode>empty();
    var asOf = RandomCases.START;
    var taken = 0;

    for (var batch : batches(cases, asLogged(history))) {
      log.addAll(batch);
      asOf = later(asOf, batch).plusSeconds(cases.next(4) * 1_800L);
      var whole = Checkpoint.ofLog(log, model, GUARD, asOf);
      var now = asOf;
      var made = stored.flatMap(json -> Checkpoint.continued(json, batch, model, GUARD, now));

      Statistics.label("by").collect(made.isPresent() ? "checkpoint" : "log");
      made.ifPresent(scored -> assertSame(scored, whole, seed));
      if (++taken % 3 == 0) {
        assertSaysWhatTheLogSays(whole, log, model, now, seed);
      }
      stored = made.orElse(whole).checkpoint().map(CheckpointLaws::storedAndRead);
    }
  }

  @Property
  void timeAloneIsScoredFromTheCheckpointToo(@ForAll long seed) {
    timeAloneIsScoredFromTheCheckpoint(new RandomCases(seed), RandomCases::modelWithWords);
  }

  private static void timeAloneIsScoredFromTheCheckpoint(
      RandomCases cases, Function<RandomCases, Model> drawn) {
    var model = drawn.apply(cases);
    var log = asLogged(cases.history(40));
    var first = later(RandomCases.START, log);
    var stored = Checkpoint.ofLog(log, model, GUARD, first).checkpoint();

    for (var i = 0; i < 12; i++) {
      var asOf = first.plusSeconds(cases.next(1_000_000));
      var whole = Checkpoint.ofLog(log, model, GUARD, asOf);

      stored
          .flatMap(json -> Checkpoint.continued(json, List.of(), model, GUARD, asOf))
          .ifPresent(made -> assertThat(text(made.card())).isEqualTo(text(whole.card())));
    }
  }

  @Property
  void noVerdictChangesBeforeTheNextChangeOfAFold(@ForAll long seed) {
    var cases = new RandomCases(seed);
    nextChangeOfAFoldIsNotLate(seed, cases, cases.modelWithWords(), cases.history(20));
  }

  @Property
  void noneDoesWhereIdsHaveCopies(@ForAll long seed) {
    var cases = new RandomCases(seed);
    nextChangeOfAFoldIsNotLate(seed, cases, cases.modelWithWords(), cases.historyWithTwins(14, 40));
  }

  private static void nextChangeOfAFoldIsNotLate(
      long seed, RandomCases cases, Model model, List<Event> events) {
    var asOf = later(RandomCases.START, events);
    var card = Checkpoint.ofLog(events, model, GUARD, asOf).card();
    var verdict = Sample.verdict(card);
    var next = card.nextChange().map(Millis::of).orElse(Long.MAX_VALUE);
    var history = History.of(events, model);

    var instants = new FoldedInstants(history);
    for (var instant : ScorerLaws.momentsToTry(history, Millis.of(asOf), cases)) {
      if (instant > Millis.of(asOf) && instant < next) {
        assertThat(instants.verdict(instant))
            .as("seed %d at %d, next change %d", seed, instant, next)
            .isEqualTo(verdict);
      }
    }
  }

  /** Found by the law above: a match whose silence outlives it. */
  @Example
  void aMatchThatExpiresTakesItsSilenceAlong() {
    var cases = new RandomCases(-10_667);
    nextChangeOfAFoldIsNotLate(-10_667, cases, cases.model(), cases.history(20));
  }

  /** Found by the law: of two signals in a fold the older one expired first. */
  @Example
  void aSignalThatExpiresIsNotSeenInAFoldAnyLonger() {
    timeAloneIsScoredFromTheCheckpoint(new RandomCases(-790_388), RandomCases::model);
    timeAloneIsScoredFromTheCheckpoint(new RandomCases(53_025), RandomCases::model);
    checkpointIsWholeLog(-1_178_594);
  }

  /** Found by the law: hits of one instant were ordered by events that a fold does not keep. */
  @Example
  void hitsOfOneInstantAreShownInOneOrder() {
    checkpointIsWholeLog(1_168_075_182_520_457_534L);
  }

  private static void assertSame(Checkpoint.Scored made, Checkpoint.Scored whole, long seed) {
    assertThat(text(made.card())).as("seed %d", seed).isEqualTo(text(whole.card()));
    assertThat(made.card().traits()).isEqualTo(whole.card().traits());
    assertThat(recent(made.card())).as("seed %d", seed).isEqualTo(recent(whole.card()));
  }

  private static void assertSaysWhatTheLogSays(
      Checkpoint.Scored scored, List<Event> log, Model model, Instant asOf, long seed) {
    var card = Scorer.verdict(log, model, asOf);
    var made = scored.card().withNextChange(Optional.empty());
    assertThat(text(made)).as("seed %d", seed).isEqualTo(text(card));
  }

  private static String text(Scorecard card) {
    return ScorecardJson.summary("l", card) + " " + card.qualifies();
  }

  /** Of hits worth nothing any more, those near the retention may be told differently. */
  private static List<String> recent(Scorecard card) {
    return card.recent().stream()
        .filter(one -> !one.points().equals(Points.ZERO))
        .map(one -> one.at() + " " + one.rule() + " " + one.says() + " " + one.points())
        .toList();
  }

  /** Mostly in order, some late, some twice. */
  private static List<List<Event>> batches(RandomCases cases, List<Event> events) {
    var disorder = cases.next(3) == 0 ? 86_400_000 : 1 + cases.next(7_200_000);
    var arriving = new ArrayList<Event>(events);
    arriving.sort(Comparator.comparing(Event::occurredAt));
    var keyed = new ArrayList<Arrival>();
    for (var event : arriving) {
      keyed.add(new Arrival(Millis.of(event.occurredAt()) + cases.next(disorder), event));
      if (cases.next(10) == 0) {
        keyed.add(new Arrival(Millis.of(event.occurredAt()) + cases.next(86_400_000), event));
      }
    }
    keyed.sort(Comparator.comparingLong(Arrival::at));
    var batches = new ArrayList<List<Event>>();
    for (var i = 0; i < keyed.size(); ) {
      var to = Math.min(keyed.size(), i + 1 + cases.next(3));
      batches.add(keyed.subList(i, to).stream().map(Arrival::event).toList());
      i = to;
    }
    return batches;
  }

  /** The first write of each profile, trust and id wins. */
  private static List<Event> asLogged(List<Event> events) {
    var seen = new HashSet<String>();
    return events.stream()
        .filter(event -> seen.add(event.profile() + " " + event.trust() + " " + event.id()))
        .toList();
  }

  private record Arrival(long at, Event event) {}

  private static Instant later(Instant instant, List<Event> events) {
    return events.stream().map(Event::receivedAt).reduce(instant, (a, b) -> a.isAfter(b) ? a : b);
  }

  private static ObjectNode storedAndRead(ObjectNode json) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(json.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
