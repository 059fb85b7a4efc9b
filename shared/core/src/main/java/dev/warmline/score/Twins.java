package dev.warmline.score;

import dev.warmline.event.Trust;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Lets an id count once within a lead. Copies less than a day after the earliest of them form a
 * window, which counts its earliest copy from a server, else its earliest: a browser and a server
 * may both send a thing under one id, and a client may send it again after an identify. Only what a
 * rule, a fact or a fast track looks at is a copy. Events come in order.
 */
final class Twins {
  /** How long a window is, in milliseconds; the copy at its end opens a new one. */
  static final long WINDOW = Duration.ofDays(1).toMillis();

  private final Map<String, Window> windows = new HashMap<>();
  private final Set<LoggedEvent> passedOver = Collections.newSetFromMap(new IdentityHashMap<>());
  private long oldest = RuleFold.NEVER;

  private record Window(LoggedEvent first, LoggedEvent counts) {}

  /**
   * Takes the next event.
   *
   * @return false if an event taken before does not count any more, because this one does
   */
  boolean add(LoggedEvent event) {
    if (!Fold.looksAt(event)) {
      return true;
    }
    var id = event.event().id();
    var window = windows.get(id);
    if (window == null || event.at() - window.first().at() >= WINDOW) {
      windows.put(id, new Window(event, event));
      return true;
    }
    consider(window.first());
    consider(event);
    var isBetter = isOfServer(event) && !isOfServer(window.counts());
    passedOver.add(isBetter ? window.counts() : event);
    windows.put(id, isBetter ? new Window(window.first(), event) : window);
    return !isBetter;
  }

  /** Whether an event that was taken counts. */
  boolean counts(LoggedEvent event) {
    return passedOver.isEmpty() || !passedOver.contains(event);
  }

  /** The oldest behaviour that shares its window: once it expires, windows must be made anew. */
  long oldest() {
    return oldest;
  }

  private void consider(LoggedEvent copy) {
    if (copy.event().type().isBehaviour()) {
      oldest = Math.min(oldest, copy.at());
    }
  }

  private static boolean isOfServer(LoggedEvent event) {
    return event.event().trust() == Trust.SERVER;
  }
}
