package dev.warmline.aws.dynamo;

import dev.warmline.event.Source;
import dev.warmline.event.Sources;
import dev.warmline.testkit.SourcesContract;

class DynamoSourcesTest extends SourcesContract {
  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoSources sources = new DynamoSources(LocalDynamo.client(), tables.models());

  @Override
  protected Sources sources() {
    return sources;
  }

  @Override
  protected void put(String writeKey, Source source) {
    sources.putSource(writeKey, source);
  }
}
