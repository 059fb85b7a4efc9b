package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.event.EventJson;
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
    var model = EventJson.newObject().put("name", "b2b");
    var rule = model.putObject("scores").putObject("engagement").putArray("rules").addObject();
    rule.put("id", "visit").put("points", 1).putObject("when").putArray("type").add("page");
    new ModelPublisher(tables, TABLES.models()).publish(model, Quiet.KEEP, NOON);
    var team = EventJson.newObject();
    var kim = team.putObject("people").putObject("kim");
    kim.put("name", "Kim").put("email", "kim@corp.example").put("role", "sales");
    team.putObject("queues").putObject("inbound").putArray("members").add("kim");
    new TeamPublisher(tables, TABLES.models())
        .publish(_ -> new Draft(team, "published"), "kim", NOON);

    stores.remember(NOON);
    calls.clear();

    assertThat(stores.models().current(NOON).model().name()).isEqualTo("b2b");
    assertThat(stores.teams().current(NOON)).isPresent();
    assertThat(stores.erasures().newest(NOON)).isEqualTo(Instant.EPOCH);
    assertThat(calls).isEmpty();
  }
}
