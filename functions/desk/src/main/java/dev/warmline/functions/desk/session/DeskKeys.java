package dev.warmline.functions.desk.session;

import dev.warmline.aws.secret.DeskSecret.Keys;
import java.time.Instant;

/** What the pages keep to themselves. */
@FunctionalInterface
public interface DeskKeys {
  /**
   * The keys as they are now.
   *
   * @throws dev.warmline.event.StoreUnavailable if they cannot be had
   */
  Keys at(Instant now);
}
