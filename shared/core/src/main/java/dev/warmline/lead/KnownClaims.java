package dev.warmline.lead;

import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Claims that this process has seen in their timelines. But for erasures a timeline only grows, so
 * what is in it need not be looked for again: somebody who stays on a device claims it with every
 * event.
 */
public final class KnownClaims {
  private static final int MOST = 10_000;

  private final Map<Place, Claim> claims = new LatestUsed();
  private Instant erasure = Instant.EPOCH;

  private record Place(ProfileKey device, Timeline.Key key) {}

  private static final class LatestUsed extends LinkedHashMap<Place, Claim> {
    private static final long serialVersionUID = 1L;

    LatestUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Place, Claim> eldest) {
      return size() > MOST;
    }
  }

  /** Whether the timeline of the device says this already. */
  synchronized boolean holds(ProfileKey device, Claim claim) {
    var known = claims.get(new Place(device, Timeline.Key.of(claim)));
    return known != null && known.isFirst(claim);
  }

  /** Somebody was erased at an instant: what was seen before may not be there any more. */
  synchronized void forgetBefore(Instant newest) {
    if (newest.isAfter(erasure)) {
      claims.clear();
      erasure = newest;
    }
  }

  /** The timeline of the device says this. */
  synchronized void add(ProfileKey device, Claim claim) {
    claims.merge(new Place(device, Timeline.Key.of(claim)), claim, Claim::earlier);
  }
}
