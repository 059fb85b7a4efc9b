package dev.warmline.lead;

import dev.warmline.rule.Model;
import dev.warmline.rule.Route;
import java.util.List;
import java.util.Optional;

/** Which queue an alert goes to: the first route whose segment the lead is in, or that has none. */
final class Queues {
  private Queues() {}

  static Optional<String> of(Model model, List<String> segments) {
    return route(model, segments).map(Route::queue);
  }

  /**
   * Whether who comes into a queue is handed over warmly, if it says who introduces: all do, unless
   * a route to it says so of its own; then those whom such a route sends anywhere.
   */
  static boolean isWarm(String queue, Model model, List<String> segments) {
    return model.file().routes().stream()
            .noneMatch(route -> route.warmHandoff() && route.queue().equals(queue))
        || route(model, segments).filter(Route::warmHandoff).isPresent();
  }

  private static Optional<Route> route(Model model, List<String> segments) {
    return model.file().routes().stream()
        .filter(route -> route.segment().map(segments::contains).orElse(true))
        .findFirst();
  }
}
