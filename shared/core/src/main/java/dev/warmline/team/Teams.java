package dev.warmline.team;

import java.time.Instant;
import java.util.Optional;

/** The published team files. A publication is immutable and numbered; a rollback is a new one. */
public interface Teams {

  /**
   * The current publication; empty if none was ever published. What it answers may be up to ten
   * seconds old; the number only grows.
   *
   * @throws dev.warmline.event.StoreUnavailable if the store cannot answer
   */
  Optional<TeamPublication> current(Instant now);
}
