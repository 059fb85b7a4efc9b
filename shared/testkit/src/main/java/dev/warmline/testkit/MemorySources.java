package dev.warmline.testkit;

import dev.warmline.event.Source;
import dev.warmline.event.Sources;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sources in memory, without the delay the contract allows. */
public final class MemorySources implements Sources {
  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private final Faults faults = new Faults();

  /** Trouble to plan. */
  public Faults faults() {
    return faults;
  }

  /** Lets a source send with this write key; a second call replaces the first. */
  public MemorySources put(String writeKey, Source source) {
    sources.put(writeKey, source);
    return this;
  }

  @Override
  public Optional<Source> find(String writeKey, Instant now) {
    return faults.around("read a source", () -> Optional.ofNullable(sources.get(writeKey)));
  }
}
