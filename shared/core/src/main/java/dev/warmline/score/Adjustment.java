package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import java.math.RoundingMode;
import java.util.Optional;

/** Points that a person gave or took. */
record Adjustment(String score, Points points, Event event) {
  private static final double MOST_POINTS = 1e9;

  /** The adjustment that an event is; empty if it is none, or has no usable number of points. */
  static Optional<Adjustment> of(Event event) {
    if (event.type() != EventType.ADJUSTMENT) {
      return Optional.empty();
    }
    return event
        .text("score")
        .flatMap(
            score ->
                points(event.json().path("points"))
                    .map(points -> new Adjustment(score, points, event)));
  }

  Scorecard.Line line() {
    return new Scorecard.Line.OfAdjustment(
        event.text("id").orElseGet(event::id), points, event.text("author"), event.text("note"));
  }

  private static Optional<Points> points(JsonNode node) {
    if (!node.isNumber() || !(Math.abs(node.doubleValue()) <= MOST_POINTS)) {
      return Optional.empty();
    }
    return Optional.of(Points.of(node.decimalValue().setScale(3, RoundingMode.HALF_EVEN)));
  }
}
