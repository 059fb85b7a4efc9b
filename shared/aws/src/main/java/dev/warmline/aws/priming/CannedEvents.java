package dev.warmline.aws.priming;

import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.event.EventJson;
import java.util.List;

/**
 * Two batches of the events stream, which make one person an MQL whom a colleague gets, and another
 * one a lead that nobody can reach.
 */
public final class CannedEvents {
  private static final String IDENTIFY =
      """
      {"id":"1","type":"identify","occurredAt":"2026-01-01T00:00:00Z",\
      "receivedAt":"2026-01-01T00:00:00Z","source":"rehearsal","trust":"server",\
      "userId":"u-1","anonymousId":"a-1","profile":"user:u-1",\
      "traits":{"email":"nobody@example.com","company":"Example","employees":250}}\
      """;
  private static final String PAGE =
      """
      {"id":"%1$d","type":"page","properties":{"title":"%1$d",\
      "path":"/pricing","url":"https://www.example.com/pricing?utm_campaign=new",\
      "referrer":"https://news.example.org/today"},"context":{"locale":"en-GB"},\
      "occurredAt":"2026-01-01T00:00:0%1$d.5Z","receivedAt":"2026-01-01T00:00:0%1$d.7Z",\
      "source":"rehearsal","trust":"server","userId":"%2$s","profile":"user:%2$s"}\
      """;
  private static final List<List<String>> BATCHES =
      List.of(
          List.of(IDENTIFY, PAGE.formatted(2, "u-1")),
          List.of(PAGE.formatted(3, "u-1"), PAGE.formatted(4, "u-2")));

  private CannedEvents() {}

  /** To a function that reads the log and keeps leads in these tables. */
  public static Rehearsal to(Rehearsal.Wiring function, TableNames names) {
    return tables -> {
      CannedModel.publish(tables, names.models());
      CannedTeam.publish(tables, names.models());
      var handling = function.over(tables.database());
      for (var batch : BATCHES) {
        new Stores(tables.silent(), names)
            .eventLog()
            .append(batch.stream().map(EventJson::parse).toList());
        handling.handle(CannedStream.inserting(tables.itemsOf(names.events())));
      }
    };
  }
}
