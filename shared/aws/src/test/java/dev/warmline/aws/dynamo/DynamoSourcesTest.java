package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Source;
import dev.warmline.event.Sources;
import dev.warmline.event.Trust;
import dev.warmline.testkit.SourcesContract;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DynamoSourcesTest extends SourcesContract {
  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoSources sources = new DynamoSources(LocalDynamo.client(), tables.models());

  @Override
  protected Sources sources() {
    return sources;
  }

  @Test
  void keysAreListedChangedAndRetiredByTheirDigests() {
    var shop = Source.of("shop", Trust.BROWSER);
    sources.putSource("key-1", shop);
    sources.putSource("key-2", Source.of("crm", Trust.SERVER));
    var digest = DynamoSources.digestOf("key-1");

    assertThat(sources.listKeys()).hasSize(2).containsEntry(digest, shop);

    var limited = new Source("shop", Trust.BROWSER, Set.of("https://a.example"), 7);
    sources.change(digest, limited);
    assertThat(sources.find("key-1", Instant.EPOCH)).contains(limited);

    sources.retire(digest);
    assertThat(sources.listKeys()).hasSize(1).doesNotContainKey(digest);
  }

  @Override
  protected void put(String writeKey, Source source) {
    sources.putSource(writeKey, source);
  }
}
