package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.TeamPublisher.Draft;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import dev.warmline.testkit.TeamsContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamoTeamsTest extends TeamsContract {
  private final TableNames tables = LocalDynamo.freshTables();
  private final List<String> log = new ArrayList<>();
  private final DynamoTeams teams = started();
  private final TeamPublisher publisher = new TeamPublisher(LocalDynamo.client(), tables.models());

  @Override
  protected Teams teams() {
    return teams;
  }

  @Override
  protected void publish(ObjectNode source, Instant now) {
    publisher.publish(_ -> new Draft(source, "published"), "kim", now);
  }

  @Test
  void everyPublicationStaysAndTellsWhoDidWhatWhen() {
    publish(of("kim"), NOON);
    publisher.publish(_ -> new Draft(of("bo"), "rolled back"), "lee", NOON.plusSeconds(1));

    assertThat(publisher.list()).extracting(TeamPublication::number).containsExactly(2, 1);
    assertThat(publisher.list().getFirst())
        .isEqualTo(publisher.current().orElseThrow())
        .extracting(TeamPublication::by, TeamPublication::why)
        .containsExactly("lee", "rolled back");
    assertThat(publisher.find(1).orElseThrow().team().people()).containsOnlyKeys("kim");
  }

  @Test
  void ofTwoWhoChangeTheSameTeamTheSecondChangesWhatTheFirstLeft() {
    publish(of("kim"), NOON);
    var seen = new ArrayList<Integer>();

    var published =
        publisher.publish(
            before -> {
              var number = before.orElseThrow().number();
              seen.add(number);
              if (number == 1) {
                publish(of("bo"), NOON);
              }
              return new Draft(before.orElseThrow().source(), "as it is");
            },
            "lee",
            NOON);

    assertThat(seen).containsExactly(1, 2);
    assertThat(published.number()).isEqualTo(3);
    assertThat(published.team().people()).containsOnlyKeys("bo");
  }

  @Test
  void whatIsNoTeamIsNotPublished() {
    var none = of("kim").put("crystal-ball", "deep");

    assertThatThrownBy(() -> publish(none, NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("crystal-ball");
    assertThat(publisher.current()).isEmpty();
  }

  @Test
  void aPublicationThatThisVersionCannotReadLeavesTheLastOneInForceAndIsNoted() {
    publish(of("kim"), NOON);
    teams.current(NOON);
    writeOneOfTheFuture();

    assertThat(teams.current(NOON.plusSeconds(10))).map(TeamPublication::number).contains(1);
    assertThat(started().current(NOON)).map(TeamPublication::number).contains(1);
    assertThat(log).anyMatch(line -> line.contains("cannot be read"));
    assertThat(log).anyMatch(line -> line.contains("\"TeamUnreadable\":1"));
  }

  private void writeOneOfTheFuture() {
    var future = of("bo").put("crystal-ball", "deep");
    var known = publisher.current().orElseThrow();
    var next = new TeamPublication(2, known.team(), future, NOON, "kim", "published");
    LocalDynamo.client()
        .putItem(
            put -> put.tableName(tables.models()).item(TeamItems.write(Keys.currentTeam(), next)));
  }

  private DynamoTeams started() {
    return new DynamoTeams(LocalDynamo.client(), tables.models(), Journal.to("score", log::add));
  }
}
