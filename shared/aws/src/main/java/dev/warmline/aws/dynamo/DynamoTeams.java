package dev.warmline.aws.dynamo;

import dev.warmline.aws.runtime.Causes;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The current team from the models table, looked up every ten seconds. */
final class DynamoTeams implements Teams {
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  private record Answer(Optional<TeamPublication> publication, Instant until) {}

  private final DynamoDbClient client;
  private final String table;
  private final Journal journal;
  private final AtomicReference<@Nullable Answer> remembered = new AtomicReference<>();

  /** Teams in this table; one that cannot be read is noted, as long as it stands. */
  DynamoTeams(DynamoDbClient client, String modelsTable, Journal journal) {
    this.client = client;
    this.table = modelsTable;
    this.journal = journal;
  }

  @Override
  public Optional<TeamPublication> current(Instant now) {
    var known = Optional.ofNullable(remembered.get());
    if (known.filter(answer -> now.isBefore(answer.until())).isPresent()) {
      return known.get().publication();
    }
    var before = known.flatMap(Answer::publication);
    var current = Calls.call("read the current team", () -> load(before, now));
    remembered.set(new Answer(current, now.plus(REMEMBERED)));
    return current;
  }

  private Optional<TeamPublication> load(Optional<TeamPublication> known, Instant now) {
    var item = get(Keys.currentTeam());
    var isKnown =
        item.flatMap(it -> known.filter(team -> team.number() >= it.count(Schema.NUMBER)));
    return isKnown.or(() -> item.flatMap(it -> read(it, known, now)));
  }

  /** A publication that this version cannot read does not take it down: the last one holds. */
  private Optional<TeamPublication> read(Item item, Optional<TeamPublication> known, Instant now) {
    try {
      return Optional.of(TeamItems.read(item));
    } catch (MalformedItem | IllegalArgumentException unreadable) {
      var number = item.count(Schema.NUMBER);
      var fields = Map.of("publication", number, "causes", Causes.of(unreadable));
      journal.log().warn("the team in force cannot be read", "", fields);
      journal.metrics().count(now, Map.of("TeamUnreadable", 1L));
      return known.or(() -> readable(number - 1));
    }
  }

  /** For a function that starts: the newest publication it can read, if there is one. */
  private Optional<TeamPublication> readable(int from) {
    for (var number = from; number > 0; number--) {
      try {
        var past = get(Keys.team(number)).map(TeamItems::read);
        if (past.isPresent()) {
          return past;
        }
      } catch (MalformedItem | IllegalArgumentException unreadable) {
        // then the one before it
      }
    }
    return Optional.empty();
  }

  private Optional<Item> get(Map<String, AttributeValue> key) {
    var answer = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    return answer.hasItem() ? Optional.of(Item.of(answer.item())) : Optional.empty();
  }
}
