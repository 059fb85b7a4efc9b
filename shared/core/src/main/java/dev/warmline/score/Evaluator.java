package dev.warmline.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Band;
import dev.warmline.rule.Condition;
import dev.warmline.rule.FitRules;
import dev.warmline.rule.Model;
import dev.warmline.rule.Pattern;
import dev.warmline.rule.ScoreRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a scorecard together from what counts at one instant. */
final class Evaluator {
  private final Model model;
  private final long at;
  private final Fold fold;
  private final List<RuleHits> hits;
  private final ObjectNode traits;
  private final List<Pattern> facts;

  Evaluator(Fold fold, long at, List<RuleHits> hits) {
    this.model = fold.model;
    this.at = at;
    this.fold = fold;
    this.hits = hits;
    this.traits = fold.traits.traits();
    this.facts = model.matchingFacts(traits);
  }

  Scorecard card() {
    var scores = scores();
    var fit = model.fit().map(this::fit);
    var interests = Interests.of(hits, at);
    var source = fold.touches.source();
    var grade = fit.map(Scorecard.Fit::grade);
    var segments = Segmentation.of(model, traits, interests, source, grade);
    return new Scorecard(
        Instant.ofEpochMilli(at),
        model.name(),
        model.version(),
        scores,
        fit,
        interests,
        segments,
        source,
        qualification(new ConditionJudge(model, scores, grade, facts)),
        latest(hits.stream()),
        Optional.empty(),
        fold.evidence.evidence(),
        false,
        false,
        traits,
        Moments.newest(hits, at, Millis.of(model.retention())));
  }

  private Map<String, Scorecard.Score> scores() {
    var scores = new LinkedHashMap<String, Scorecard.Score>();
    var from = 0;
    for (var score : model.scores()) {
      var to = from + score.rules().size();
      scores.put(score.name(), score(score, hits.subList(from, to)));
      from = to;
    }
    return scores;
  }

  private Scorecard.Score score(ScoreRules score, List<RuleHits> ofScore) {
    var lines = new ArrayList<Scorecard.Line>();
    ofScore.forEach(rule -> ruleLine(rule).ifPresent(lines::add));
    var given = fold.adjustments.stream().filter(one -> one.score().equals(score.name())).toList();
    given.forEach(adjustment -> lines.add(adjustment.line()));
    var adjusted = given.stream().mapToLong(one -> one.points().milli()).sum();
    var sums = ofScore.stream().mapToLong(rule -> rule.sum(at)).toArray();
    var tally = Tally.of(score, sums, adjusted);
    lines.addAll(tally.clamps());
    return new Scorecard.Score(Points.ofMilli(tally.milli()), band(score, tally.milli()), lines);
  }

  private Optional<Scorecard.Line> ruleLine(RuleHits hits) {
    var live = hits.live(at);
    if (live.isEmpty()) {
      return Optional.empty();
    }
    var rule = hits.rule();
    return Optional.of(
        new Scorecard.Line.OfRule(
            rule.id(),
            Points.ofMilli(hits.sum(at)),
            live.size(),
            live.stream().map(hit -> hit.event().id()).toList(),
            rule.says().map(says -> Words.fill(says, live.getLast().event().json()))));
  }

  private static Optional<String> band(ScoreRules score, long milli) {
    return score.bands().isEmpty()
        ? Optional.empty()
        : Optional.of(Band.of(score.bands(), milli).name());
  }

  private Scorecard.Fit fit(FitRules fit) {
    var lead = traits.objectNode().set("traits", traits);
    var lines = new ArrayList<Scorecard.Line>();
    var sum = 0L;
    for (var rule : fit.rules()) {
      if (rule.milliPoints() != 0 && facts.contains(rule.when())) {
        sum += rule.milliPoints();
        lines.add(
            new Scorecard.Line.OfRule(
                rule.id(),
                Points.ofMilli(rule.milliPoints()),
                0,
                List.of(),
                rule.says().map(says -> Words.fill(says, lead))));
      }
    }
    return new Scorecard.Fit(Points.ofMilli(sum), Band.of(fit.bands(), sum).name(), lines);
  }

  private Scorecard.Qualification qualification(ConditionJudge conditions) {
    var qualify = model.qualify();
    var tracks = new FastTracks(model);
    var newest = fold.fastTrack();
    var positive = latestPositive(newest);
    var excluded = qualify.exclude().stream().filter(facts::contains).findFirst();
    return new Scorecard.Qualification(
        holds(qualify.enter(), conditions),
        holds(qualify.exit(), conditions),
        qualify.prospect().map(conditions::holds).orElse(positive.isPresent()),
        qualify.required().stream()
            .filter(key -> !KnownTraits.knows(traits, key, model.facts()))
            .toList(),
        newest
            .filter(event -> tracks.isYoung(event, at) && KnownTraits.canBeReached(traits))
            .map(tracks::show),
        fold.signals.stream()
            .filter(event -> tracks.isYoung(event, at) && KnownTraits.canBeReached(traits))
            .map(tracks::show)
            .toList(),
        excluded.map(pattern -> KnownTraits.words(pattern, traits)),
        positive);
  }

  private static boolean holds(Optional<Condition> condition, ConditionJudge conditions) {
    return condition.filter(conditions::holds).isPresent();
  }

  private Optional<Instant> latestPositive(Optional<LoggedEvent> fastTrack) {
    var ofRules = latest(hits.stream().filter(rule -> rule.rule().milliPoints() > 0));
    return Stream.of(ofRules, fastTrack.map(event -> Instant.ofEpochMilli(event.at())))
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  private static Optional<Instant> latest(Stream<RuleHits> rules) {
    return rules
        .filter(rule -> !rule.kept().isEmpty())
        .map(rule -> Instant.ofEpochMilli(rule.kept().getLast().at()))
        .max(Instant::compareTo);
  }
}
