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
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Puts teams in force. Each publication has the next number and stays. */
public final class TeamPublisher {
  private final DynamoDbClient client;
  private final String table;
  private final NumberedItems numbered;

  /** Publishes into the models table. */
  public TeamPublisher(DynamoDbClient client, String modelsTable) {
    this.client = client;
    this.table = modelsTable;
    this.numbered = new NumberedItems(client, modelsTable);
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
    return NumberedItems.until("publish a team", () -> attempt(change, by, now));
  }

  private Optional<TeamPublication> attempt(
      Function<Optional<TeamPublication>, Draft> change, String by, Instant now) {
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
    var own = TeamItems.write(Keys.team(next.number()), next);
    return numbered.write(next.number(), TeamItems.write(Keys.currentTeam(), next), List.of(own))
        ? Optional.of(next)
        : Optional.empty();
  }

  /** The team in force. */
  public Optional<TeamPublication> current() {
    return Calls.call(
        "read the current team", () -> numbered.find(Keys.currentTeam()).map(TeamItems::read));
  }

  /** A publication, in force or not. */
  public Optional<TeamPublication> find(int number) {
    return Calls.call("read a team", () -> numbered.find(Keys.team(number)).map(TeamItems::read));
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
}
