package dev.warmline.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Band;
import dev.warmline.rule.FitRules;
import dev.warmline.rule.Model;
import dev.warmline.rule.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a fold says of a person at any instant, and what follows from that alone. */
final class FoldedFacts {
  final ObjectNode traits;
  private final Model model;

  /** The patterns over traits that match, each the object of the model. */
  final Set<Pattern> patterns;

  final Optional<Scorecard.Fit> fit;
  final Scorecard.LeadSource source;
  final List<String> missing;
  final Optional<String> excluded;

  /** The newest fast-track signals in order; none of a person who cannot be reached. */
  final List<Scorecard.FastTrack> signals;

  FoldedFacts(Fold fold) {
    this.model = fold.model;
    var tracks = new FastTracks(model);
    this.traits = fold.traits.traits();
    this.patterns = sameObjects(model.matchingFacts(traits));
    this.fit = model.fit().map(this::fit);
    this.source = fold.touches.source();
    this.missing = model.qualify().required().stream().filter(key -> !isKnown(key)).toList();
    this.excluded = excluded(model);
    this.signals =
        KnownTraits.canBeReached(traits)
            ? fold.signals.stream().map(tracks::show).toList()
            : List.of();
  }

  Optional<String> grade() {
    return fit.map(Scorecard.Fit::grade);
  }

  /** To compare whole patterns would take longer than to match them. */
  static Set<Pattern> sameObjects(Collection<Pattern> patterns) {
    var same = Collections.<Pattern>newSetFromMap(new IdentityHashMap<>());
    same.addAll(patterns);
    return same;
  }

  private Optional<String> excluded(Model model) {
    return model.qualify().exclude().stream()
        .filter(patterns::contains)
        .findFirst()
        .map(pattern -> KnownTraits.words(pattern, traits));
  }

  private Scorecard.Fit fit(FitRules fit) {
    var lead = traits.objectNode().set("traits", traits);
    var lines = new ArrayList<Scorecard.Line>();
    var sum = 0L;
    for (var rule : fit.rules()) {
      if (rule.milliPoints() != 0 && patterns.contains(rule.when())) {
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
    var unknown = fit.needs().stream().filter(fact -> !isKnown(fact)).toList();
    var grade = unknown.isEmpty() ? Band.of(fit.bands(), sum).name() : FitRules.UNKNOWN;
    return new Scorecard.Fit(Points.ofMilli(sum), grade, unknown, lines);
  }

  private boolean isKnown(String fact) {
    return KnownTraits.knows(traits, fact, model.facts());
  }
}
