package dev.warmline.team;

import java.time.Duration;
import java.util.Optional;

/**
 * How long sales has, in working time.
 *
 * @param tier the word of the tier that it is about; of all, if absent
 * @param acceptWithin from the announcement until it accepts or returns
 * @param contactWithin from the acceptance until the first contact
 */
public record ServiceLevel(
    Optional<String> tier, Optional<Duration> acceptWithin, Optional<Duration> contactWithin) {
  /** No clock runs. */
  static final ServiceLevel NONE =
      new ServiceLevel(Optional.empty(), Optional.empty(), Optional.empty());
}
