package dev.warmline.event;

import java.time.Instant;
import java.util.Optional;

/** The sources that may send, by write key. Keys are stored as digests. */
public interface Sources {

  /**
   * The source with this write key, or empty. What it answers may be up to a minute old.
   *
   * @throws StoreUnavailable if the store cannot answer
   */
  Optional<Source> find(String writeKey, Instant now);
}
