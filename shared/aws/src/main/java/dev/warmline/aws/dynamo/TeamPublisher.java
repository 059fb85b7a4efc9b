package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.team.Team;
import dev.warmline.team.TeamPublication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Puts teams in force. Each publication has the next number and stays. */
public final class TeamPublisher {
  private static final int ATTEMPTS = 5;
  private static final String ABSENT = "attribute_not_exists(" + Schema.PK + ")";

  private final DynamoDbClient client;
  private final String table;

  /** Publishes into the models table. */
  public TeamPublisher(DynamoDbClient client, String modelsTable) {
    this.client = client;
    this.table = modelsTable;
  }

  /**
   * What is to be put in force.
   *
   * @param source the JSON of a checked file
   * @param why what was done, in a few words
   */
  public record Draft(ObjectNode source, String why) {}

  /**
   * Puts in force what is made of what is in force; again, if somebody else was faster.
   *
   * @param change what it throws is thrown
   * @param by who does it
   * @throws IllegalArgumentException if it makes what is no team
   * @throws StoreUnavailable if it could not be written, or others kept publishing meanwhile
   */
  public TeamPublication publish(
      Function<Optional<TeamPublication>, Draft> change, String by, Instant now) {
    for (var attempt = 1; attempt < ATTEMPTS; attempt++) {
      var before = current();
      var draft = change.apply(before);
      var next =
          new TeamPublication(
              before.map(TeamPublication::number).orElse(0) + 1,
              Team.of(draft.source()),
              draft.source(),
              now,
              by,
              draft.why());
      if (Calls.call("publish a team", () -> write(next))) {
        return next;
      }
    }
    throw new StoreUnavailable(
        "publish a team", new IllegalStateException("others keep publishing: try again"));
  }

  /** The team in force. */
  public Optional<TeamPublication> current() {
    return Calls.call("read the current team", () -> get(Keys.currentTeam()));
  }

  /** A publication, in force or not. */
  public Optional<TeamPublication> find(int number) {
    return Calls.call("read a team", () -> get(Keys.team(number)));
  }

  /** All publications, the newest first. */
  public List<TeamPublication> list() {
    var request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .scanIndexForward(false)
            .keyConditionExpression(Schema.PK + " = :pk AND begins_with(" + Schema.SK + ", :sk)")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(ModelsSchema.TEAMS),
                    ":sk", AttributeValue.fromS(ModelsSchema.PAST)))
            .build();
    return Calls.call(
        "read the teams",
        () ->
            client.queryPaginator(request).items().stream()
                .map(Item::of)
                .map(TeamItems::read)
                .toList());
  }

  private boolean write(TeamPublication next) {
    var current = put(TeamItems.write(Keys.currentTeam(), next));
    if (next.number() == 1) {
      current.conditionExpression(ABSENT);
    } else {
      var before = AttributeValue.fromN(Integer.toString(next.number() - 1));
      current
          .conditionExpression(Schema.NUMBER + " = :before")
          .expressionAttributeValues(Map.of(":before", before));
    }
    var own = put(TeamItems.write(Keys.team(next.number()), next)).conditionExpression(ABSENT);
    return write(List.of(current.build(), own.build()));
  }

  private Put.Builder put(Map<String, AttributeValue> item) {
    return Put.builder().tableName(table).item(item);
  }

  private boolean write(List<Put> puts) {
    var items = puts.stream().map(put -> TransactWriteItem.builder().put(put).build()).toList();
    try {
      client.transactWriteItems(request -> request.transactItems(items));
      return true;
    } catch (TransactionCanceledException e) {
      if (DynamoLeadStore.isLostRace(e)) {
        return false;
      }
      throw e;
    }
  }

  private Optional<TeamPublication> get(Map<String, AttributeValue> key) {
    var answer = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    return answer.hasItem()
        ? Optional.of(TeamItems.read(Item.of(answer.item())))
        : Optional.empty();
  }
}
