package dev.warmline.score;

import java.util.List;
import java.util.Optional;

/** The parts of a scorecard that somebody acts on. */
record Verdict(
    boolean enter,
    boolean exit,
    boolean prospect,
    List<String> missing,
    Optional<String> fastTrack,
    Optional<String> excluded,
    Optional<String> grade,
    List<Optional<String>> bands,
    List<String> segments) {

  static Verdict of(Scorecard card) {
    var qualifies = card.qualifies();
    return new Verdict(
        qualifies.enter(),
        qualifies.exit(),
        qualifies.prospect(),
        qualifies.missing(),
        qualifies.fastTrack().map(Scorecard.FastTrack::event),
        qualifies.excluded(),
        card.fit().map(Scorecard.Fit::grade),
        card.scores().values().stream().map(Scorecard.Score::band).toList(),
        card.segments());
  }
}
