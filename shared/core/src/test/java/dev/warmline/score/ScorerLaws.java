package dev.warmline.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Model;
import dev.warmline.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every model, every history and every instant. */
class ScorerLaws {

  @Property
  void orderAndRepetitionOfEventsChangeNothing(@ForAll long seed) {
    var cases = new RandomCases(seed);
    var model = cases.modelWithWords();
    var events = cases.historyWithTwins(25, 20);
    var asOf = cases.asOf();
    var mixed = cases.shuffledWithRepeats(events);

    var once = Scorer.score(events, model, asOf);
    var again = Scorer.score(mixed, model, asOf);

    assertThat(ScorecardJson.write("l", again).toString())
        .isEqualTo(ScorecardJson.write("l", once).toString());
    assertThat(again).isEqualTo(once);
  }

  @Property
  void theLinesOfAnExplanationSumToTheScoreExactly(@ForAll long seed) {
    var cases = new RandomCases(seed);
    var card = Scorer.verdict(cases.history(25), cases.modelWithWords(), cases.asOf());

    for (var score : card.scores().values()) {
      var sum =
          score.lines().stream().map(Scorecard.Line::points).reduce(Points.ZERO, Points::plus);
      assertThat(sum).isEqualTo(score.points());
    }
    card.fit()
        .ifPresent(
            fit ->
                assertThat(
                        fit.lines().stream()
                            .map(Scorecard.Line::points)
                            .reduce(Points.ZERO, Points::plus))
                    .isEqualTo(fit.points()));
  }

  @Property
  void noLimitOnASumIsEverExceeded(@ForAll long seed) {
    var cases = new RandomCases(seed);
    var model = cases.modelWithWords();
    var card = Scorer.verdict(cases.history(30), model, cases.asOf());

    for (var score : model.scores()) {
      assertThat(card.scores())
          .hasEntrySatisfying(
              score.name(),
              given -> {
                var points = given.points().milli();
                assertThat(score.bounds().clamp(points)).isEqualTo(points);
              });
    }
  }

  @Property
  void hitsAndLimitsAgreeWithThePlainReference(@ForAll long seed) {
    var cases = new RandomCases(seed);
    var model = cases.modelWithWords();
    var at = at(cases);
    var counting = CountingEvents.at(at, History.of(cases.history(40), model));
    var hits = counting.fold().hits(at);

    for (var i = 0; i < model.rules().size(); i++) {
      var rule = model.rules().get(i);
      var place = i;
      var matches =
          (rule.idle().isPresent() ? counting.ageless() : counting.events())
              .stream()
                  .filter(
                      event -> LongStream.of(asLongs(event.matches())).anyMatch(p -> p == place))
                  .map(LoggedEvent::event)
                  .toList();
      var expected = PlainHits.kept(rule, matches, model.zone(), at);
      assertThat(instants(hits.get(i), hits.get(i).kept(), at))
          .isEqualTo(instants(hits.get(i), expected, at));
    }
  }

  /** Of idle time without a limit only what may be worth something is kept. */
  private static List<String> instants(RuleHits rule, List<Hit> hits, long at) {
    var isCut = rule.rule().idle().isPresent() && rule.rule().limit().isEmpty();
    return hits.stream()
        .filter(hit -> !isCut || at - hit.at() < rule.life())
        .map(hit -> hit.at() + " " + hit.event().id())
        .toList();
  }

  @Property
  void timeAloneNeverRaisesWhatAHitIsWorth(@ForAll long seed) {
    var cases = new RandomCases(seed);
    var model = cases.modelWithWords();
    var at = at(cases);
    var fold = CountingEvents.at(at, History.of(cases.history(25), model)).fold();
    var later = at + cases.next(900_000_000);

    for (var hits : fold.hits(at)) {
      assertThat(Math.abs(hits.sum(later).milli()))
          .isLessThanOrEqualTo(Math.abs(hits.sum(at).milli()));
    }
  }

  @Property
  void enterAndExitAreNeverBothTrue(@ForAll long seed) {
    var cases = new RandomCases(seed);
    var qualifies =
        Scorer.verdict(cases.history(25), cases.modelWithWords(), cases.asOf()).qualifies();

    assertThat(qualifies.enter() && qualifies.exit()).isFalse();
  }

  @Property
  void theUnionOfTwoProfilesScoresLikeTheMergedList(@ForAll long seed) {
    var cases = new RandomCases(seed);
    var model = cases.modelWithWords();
    var asOf = cases.asOf();
    var merged = cases.history(25);
    var ofOne = new ArrayList<Event>();
    var ofOther = new ArrayList<Event>();
    for (var event : merged) {
      var side = cases.next(5);
      if (side <= 2) {
        ofOne.add(event);
      }
      if (side >= 2) {
        ofOther.add(event);
      }
    }

    var expected = Scorer.score(merged, model, asOf);

    assertThat(Scorer.score(union(ofOne, ofOther), model, asOf)).isEqualTo(expected);
    assertThat(Scorer.score(union(ofOther, ofOne), model, asOf)).isEqualTo(expected);
  }

  @Property
  void noVerdictChangesBeforeTheNextChange(@ForAll long seed) {
    var cases = new RandomCases(seed);
    nextChangeIsNotLate(seed, cases, cases.modelWithWords(), cases.history(14));
  }

  @Property
  void noneDoesWhereIdsHaveCopies(@ForAll long seed) {
    var cases = new RandomCases(seed);
    nextChangeIsNotLate(seed, cases, cases.modelWithWords(), cases.historyWithTwins(12, 40));
  }

  private static void nextChangeIsNotLate(
      long seed, RandomCases cases, Model model, List<Event> events) {
    var history = History.of(events, model);
    var at = at(cases);
    var card = Scorer.score(events, model, Instant.ofEpochMilli(at));
    var verdict = Sample.verdict(card);

    var next = card.nextChange().map(Millis::of).orElse(Long.MAX_VALUE);

    assertThat(next).isGreaterThan(at);
    var instants = new FoldedInstants(history);
    for (var instant : momentsToTry(history, at, cases)) {
      if (instant > at && instant < next) {
        assertThat(instants.verdict(instant))
            .as("seed %d at %d, next change %d", seed, instant, next)
            .isEqualTo(verdict);
      }
    }
  }

  @Property(tries = 250)
  void scoresThatRiseAreThoseOfTheWholeHistory(@ForAll long seed) {
    var cases = new RandomCases(seed);
    var model = cases.modelWithWords();
    var events = cases.historyWithTwins(20, 30);
    var history = History.of(events, model);
    var rising = new RisingScores(events, model);
    var instants = new FoldedInstants(history);

    for (var at : everyThird(momentsToTry(history, at(cases), cases))) {
      var instant = Instant.ofEpochMilli(at);
      var whole = instants.card(at);
      var made = rising.at(instant).withNextChange(Optional.empty());
      assertThat(ScorecardJson.summary("l", made) + " " + made.qualifies() + made.traits())
          .as("seed %d at %s", seed, instant)
          .isEqualTo(ScorecardJson.summary("l", whole) + " " + whole.qualifies() + whole.traits());
    }
  }

  @Property
  void writingAndReadingAnEventGivesItBack(@ForAll long seed) {
    for (Event event : new RandomCases(seed).history(5)) {
      assertThat(EventJson.parse(EventJson.write(event))).isEqualTo(event);
    }
  }

  static Set<Long> momentsToTry(History history, long now, RandomCases cases) {
    var spans = new ArrayList<Long>();
    var model = history.model();
    spans.add(0L);
    spans.add(Millis.of(model.lookback()));
    spans.add(Millis.of(model.retention()));
    spans.add(Millis.of(model.qualify().fastTrackWithin()));
    for (Rule rule : model.rules()) {
      rule.quiet().ifPresent(quiet -> spans.add(Millis.of(quiet)));
      rule.idle().ifPresent(idle -> spans.addAll(List.of(Millis.of(idle), 3 * Millis.of(idle))));
    }
    var moments = new TreeSet<Long>();
    for (var event : history.events()) {
      for (var span : spans) {
        moments.add(event.at() + span - 1);
        moments.add(event.at() + span);
        moments.add(event.at() + span + 1);
      }
    }
    for (var i = 0; i < 60; i++) {
      moments.add(now + 1 + cases.next(1_200_000_000));
      moments.add(now + 60_000L * i);
    }
    return moments;
  }

  private static List<Long> everyThird(Set<Long> moments) {
    var all = List.copyOf(new TreeSet<>(moments));
    return IntStream.range(0, all.size()).filter(i -> i % 3 == 0).mapToObj(all::get).toList();
  }

  private static List<Event> union(List<Event> one, List<Event> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static long at(RandomCases cases) {
    return Millis.of(cases.asOf());
  }

  private static long[] asLongs(int[] places) {
    return IntStream.of(places).asLongStream().toArray();
  }
}
