package dev.warmline.lead;

import dev.warmline.rule.Model;
import dev.warmline.rule.Route;
import java.util.List;
import java.util.Optional;

/** Which queue an alert goes to: the first route whose segment the lead is in, or that has none. */
final class Queues {
  private Queues() {}

  static Optional<String> of(Model model, List<String> segments) {
    return model.file().routes().stream()
        .filter(route -> route.segment().map(segments::contains).orElse(true))
        .map(Route::queue)
        .findFirst();
  }
}
