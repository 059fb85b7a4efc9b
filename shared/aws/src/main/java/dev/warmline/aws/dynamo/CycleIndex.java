package dev.warmline.aws.dynamo;

import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Cycles;
import dev.warmline.lead.Listing;
import dev.warmline.report.ReportWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Records of cycles by the index of lists: those that go on in one partition, those that ended in
 * one for each week. A record moves twice in its life.
 */
final class CycleIndex implements Cycles {
  /** So many records are in memory at a time. */
  private static final int PAGE = 200;

  private final DynamoDbClient client;
  private final String table;
  private final QueueIndex index;

  CycleIndex(DynamoDbClient client, String leadsTable) {
    this.client = client;
    this.table = leadsTable;
    this.index = new QueueIndex(client, leadsTable);
  }

  static String key(CycleRecord cycle) {
    return cycle
        .ended()
        .map(at -> ended(ReportWeek.of(at, ZoneOffset.UTC).monday()))
        .orElse(Schema.GOING_ON);
  }

  private static String ended(LocalDate monday) {
    return Schema.ENDED + monday;
  }

  /** By when it opened; the number says which of a lead's it is. */
  static String order(CycleRecord cycle) {
    return cycle.opened() + "#" + cycle.number();
  }

  @Override
  public int goingOn(int limit, Consumer<Kept> each) {
    return read(Schema.GOING_ON, limit, each);
  }

  @Override
  public int ended(LocalDate monday, int limit, Consumer<Kept> each) {
    return read(ended(monday), limit, each);
  }

  @Override
  public int incomplete(int limit) {
    return index.list(Schema.INCOMPLETE, Optional.empty(), limit).size();
  }

  private int read(String key, int limit, Consumer<Kept> each) {
    var rows = index.list(key, Optional.empty(), limit);
    for (var from = 0; from < rows.size(); from += PAGE) {
      var page = rows.subList(from, Math.min(rows.size(), from + PAGE));
      Calls.LANES.map(page, this::find).stream().flatMap(Optional::stream).forEach(each);
    }
    return rows.size();
  }

  /** One that was erased since is not there any more. */
  private Optional<Kept> find(Listing row) {
    var number = Integer.parseInt(row.order().substring(row.order().lastIndexOf('#') + 1));
    var key = Keys.cycle(row.lead(), number);
    var answer =
        Calls.call("read a cycle", () -> client.getItem(get -> get.tableName(table).key(key)));
    return answer.hasItem()
        ? Optional.of(new Kept(row.lead(), CycleItems.read(answer.item())))
        : Optional.empty();
  }
}
