package dev.warmline.score;

import dev.warmline.rule.Band;
import dev.warmline.rule.Condition;
import dev.warmline.rule.Model;
import dev.warmline.rule.ScoreRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what the rules make of one fold at any instant at which it holds, and puts the scorecard of
 * such an instant together.
 */
final class Evaluator {
  private final Fold fold;
  private final Model model;
  private final FoldedFacts facts;
  private final FastTracks tracks;
  private final Map<List<String>, List<String>> segments = new LinkedHashMap<>();

  Evaluator(Fold fold) {
    this.fold = fold;
    this.model = fold.model;
    this.facts = new FoldedFacts(fold);
    this.tracks = new FastTracks(model);
  }

  /** What the rules make of it at an instant in milliseconds. */
  ScoredInstant at(long at) {
    var hits = fold.hits(at);
    var sums = hits.stream().map(rule -> rule.sum(at)).toList();
    var tallies = new LinkedHashMap<String, Tally>();
    var from = 0;
    for (var score : model.scores()) {
      var to = from + score.rules().size();
      tallies.put(score.name(), Tally.of(score, sums.subList(from, to), adjusted(score)));
      from = to;
    }
    var interests = Interests.of(hits, sums, at);
    var positive = latestPositive(hits);
    return new ScoredInstant(
        at, hits, sums, tallies, interests, positive, verdict(at, tallies, interests, positive));
  }

  /** The scorecard of an instant, without the next change. */
  Scorecard card(ScoredInstant now) {
    return new Scorecard(
        Instant.ofEpochMilli(now.at()),
        model.name(),
        model.version(),
        scores(now),
        facts.fit,
        now.interests(),
        now.verdict().segments(),
        facts.source,
        qualification(now),
        latest(now.hits().stream()),
        Optional.empty(),
        fold.evidence.evidence(),
        fold.withdrawn,
        false,
        facts.traits,
        fold.traits.addressBy(),
        Moments.newest(now.hits(), now.at(), Millis.of(model.retention())));
  }

  /** The sum of the adjustments of a score, in milli-points. */
  long adjusted(ScoreRules score) {
    return adjustments(score).mapToLong(given -> given.points().milli()).sum();
  }

  /** The points of the fit, which time alone does not change. */
  long fitMilli() {
    return facts.fit.map(fit -> fit.points().milli()).orElse(0L);
  }

  private Stream<Adjustment> adjustments(ScoreRules score) {
    return fold.adjustments.stream().filter(given -> given.score().equals(score.name()));
  }

  private Verdict verdict(
      long at,
      Map<String, Tally> tallies,
      List<String> interests,
      Optional<Instant> latestPositive) {
    var points = new LinkedHashMap<String, Long>();
    tallies.forEach((score, tally) -> points.put(score, tally.milli()));
    var conditions = new ConditionJudge(model, points, facts.fit, facts.patterns);
    var qualify = model.qualify();
    return new Verdict(
        holds(qualify.enter(), conditions),
        holds(qualify.exit(), conditions),
        qualify.prospect().map(conditions::holds).orElse(latestPositive.isPresent()),
        qualify.ready().map(conditions::holds).orElse(true),
        fold.contacts.isReached(at),
        facts.missing,
        fastTrack(at).map(Scorecard.FastTrack::event),
        facts.excluded,
        facts.grade(),
        model.scores().stream().map(score -> band(score, tallies)).toList(),
        segments.computeIfAbsent(interests, this::segments));
  }

  private List<String> segments(List<String> interests) {
    return Segmentation.of(model, facts.traits, interests, facts.source, facts.grade());
  }

  private Map<String, Scorecard.Score> scores(ScoredInstant now) {
    var scores = new LinkedHashMap<String, Scorecard.Score>();
    var place = 0;
    for (var score : model.scores()) {
      var lines = new ArrayList<Scorecard.Line>();
      for (var end = place + score.rules().size(); place < end; place++) {
        ruleLine(now.hits().get(place), now.sums().get(place).milli(), now.at())
            .ifPresent(lines::add);
      }
      adjustments(score).forEach(adjustment -> lines.add(adjustment.line()));
      lines.addAll(tally(score, now.tallies()).clamps());
      var points = Points.ofMilli(tally(score, now.tallies()).milli());
      scores.put(score.name(), new Scorecard.Score(points, band(score, now.tallies()), lines));
    }
    return scores;
  }

  private static Optional<Scorecard.Line> ruleLine(RuleHits hits, long sum, long at) {
    var live = hits.live(at);
    if (live.isEmpty()) {
      return Optional.empty();
    }
    var rule = hits.rule();
    return Optional.of(
        new Scorecard.Line.OfRule(
            rule.id(),
            Points.ofMilli(sum),
            live.size(),
            live.stream().map(hit -> hit.event().id()).toList(),
            rule.says().map(says -> Words.fill(says, live.getLast().event().json()))));
  }

  private static Optional<String> band(ScoreRules score, Map<String, Tally> tallies) {
    return score.bands().isEmpty()
        ? Optional.empty()
        : Optional.of(Band.of(score.bands(), tally(score, tallies).milli()).name());
  }

  private static Tally tally(ScoreRules score, Map<String, Tally> tallies) {
    return Optional.ofNullable(tallies.get(score.name())).orElseThrow();
  }

  private Scorecard.Qualification qualification(ScoredInstant now) {
    var verdict = now.verdict();
    return new Scorecard.Qualification(
        verdict.enter(),
        verdict.exit(),
        verdict.prospect(),
        verdict.ready(),
        verdict.contacted(),
        fold.contacts.words(now.at()),
        verdict.missing(),
        fastTrack(now.at()),
        young(now.at()).toList(),
        verdict.excluded(),
        now.latestPositiveHit());
  }

  private Stream<Scorecard.FastTrack> young(long at) {
    return facts.signals.stream().filter(signal -> at < tracks.ends(Millis.of(signal.at())));
  }

  /** Of the newest signal, if it is young enough. */
  private Optional<Scorecard.FastTrack> fastTrack(long at) {
    return young(at).reduce((older, newer) -> newer);
  }

  private static boolean holds(Optional<Condition> condition, ConditionJudge conditions) {
    return condition.filter(conditions::holds).isPresent();
  }

  private Optional<Instant> latestPositive(List<RuleHits> hits) {
    var ofRules = latest(hits.stream().filter(rule -> rule.rule().milliPoints() > 0));
    var signal = fold.fastTrack().map(event -> Instant.ofEpochMilli(event.at()));
    return Stream.of(ofRules, signal).flatMap(Optional::stream).max(Instant::compareTo);
  }

  private static Optional<Instant> latest(Stream<RuleHits> rules) {
    return rules
        .filter(rule -> !rule.kept().isEmpty())
        .map(rule -> Instant.ofEpochMilli(rule.kept().getLast().at()))
        .max(Instant::compareTo);
  }
}
