package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.event.Json;
import dev.warmline.testkit.dynamo.LaggingIndexes;
import dev.warmline.testkit.dynamo.MemoryDynamo;
import dev.warmline.testkit.dynamo.Trouble;
import dev.warmline.testkit.dynamo.TroubledDynamo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoresTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final TableNames TABLES = TableNames.withPrefix("remembered");

  private static final String MODEL =
      """
      {"name":"b2b","scores":{"engagement":{"rules":[
         {"id":"visit","when":{"type":["page"]},"points":1}]}}}
      """;
  private static final String TEAM =
      """
      {"people":{"kim":{"name":"Kim","email":"kim@corp.example","role":"sales"}},
       "queues":{"inbound":{"members":["kim"]}}}
      """;

  private final MemoryDynamo tables = new MemoryDynamo(_ -> {});
  private final List<String> calls = new ArrayList<>();
  private final Stores stores =
      new Stores(
          new TroubledDynamo(
              tables,
              new LaggingIndexes(List.of(), InstantSource.fixed(NOON)),
              call -> {
                calls.add(call.toString());
                return new Trouble.None();
              }),
          TABLES);

  /** What a snapshot holds, the first event after it does not wait for. */
  @Test
  void whatIsRememberedIsNotReadAgain() {
    Tables.definitions(TABLES).forEach(tables::createTable);
    new ModelPublisher(tables, TABLES.models()).publish(json(MODEL), Quiet.KEEP, NOON);
    new TeamPublisher(tables, TABLES.models())
        .publish(_ -> new Draft(json(TEAM), "published"), "kim", NOON);

    stores.remember(NOON);
    calls.clear();

    assertThat(stores.models().current(NOON).model().name()).isEqualTo("b2b");
    assertThat(stores.teams().current(NOON)).isPresent();
    assertThat(stores.erasures().newest(NOON)).isEqualTo(Instant.EPOCH);
    assertThat(calls).isEmpty();
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.read(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
