package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Matches the events of one lead. People do the same things again: where patterns cannot tell two
 * events apart, the second is not matched. For one thread.
 */
public final class RepeatedMatches {
  /** Only so many are kept: people do not do more different things than that. */
  private static final int MOST = 2_000;

  private final Model model;
  private final Map<JsonNode, int[]> known = new HashMap<>();

  /** Nothing is known yet of what a model matches. */
  public RepeatedMatches(Model model) {
    this.model = model;
  }

  /** The places that {@link Model#matching} gives; nobody changes them. */
  public Optional<int[]> matching(Event event) {
    return model.rulesAmong(event, patternsOver(model.seen(event)));
  }

  private int[] patternsOver(ObjectNode seen) {
    var before = known.get(seen);
    if (before != null) {
      return before;
    }
    var matches = model.patternsOver(seen);
    if (known.size() < MOST) {
      known.put(seen, matches);
    }
    return matches;
  }
}
