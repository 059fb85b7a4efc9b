package dev.warmline.testkit;

import dev.warmline.event.Source;
import dev.warmline.event.Sources;

class MemorySourcesTest extends SourcesContract {
  private final MemorySources sources = new MemorySources();

  @Override
  protected Sources sources() {
    return sources;
  }

  @Override
  protected void put(String writeKey, Source source) {
    sources.put(writeKey, source);
  }
}
