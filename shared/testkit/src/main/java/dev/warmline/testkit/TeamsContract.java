package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of published teams keeps to. */
public abstract class TeamsContract {
  /** When teams are published. */
  protected static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static final Duration AT_MOST_THIS_OLD = Duration.ofSeconds(10);

  /** The teams under test; a test starts without any. */
  protected abstract Teams teams();

  /** Puts a team in force. */
  protected abstract void publish(ObjectNode source, Instant now);

  @Test
  void withoutAPublicationThereIsNoTeam() {
    assertThat(teams().current(NOON)).isEmpty();
  }

  @Test
  void theFirstPublicationHasNumberOneAndWhatItWasMadeOf() {
    publish(of("kim"), NOON);

    var current = teams().current(NOON).orElseThrow();

    assertThat(current.number()).isEqualTo(1);
    assertThat(current.at()).isEqualTo(NOON);
    assertThat(current.source()).isEqualTo(of("kim"));
    assertThat(current.team().people()).containsOnlyKeys("kim");
  }

  @Test
  void aNewPublicationIsSeenAfterTenSecondsAtTheLatest() {
    publish(of("kim"), NOON);
    teams().current(NOON);
    publish(of("bo"), NOON);

    assertThat(teams().current(NOON.plus(AT_MOST_THIS_OLD)))
        .hasValueSatisfying(it -> assertThat(it.team().people()).containsOnlyKeys("bo"))
        .map(TeamPublication::number)
        .contains(2);
  }

  @Test
  void anUnchangedPublicationIsNotParsedAgain() {
    publish(of("kim"), NOON);

    var first = teams().current(NOON).orElseThrow();
    var later = teams().current(NOON.plusSeconds(3600)).orElseThrow();

    assertThat(later.team()).isSameAs(first.team());
  }

  /** The smallest team there is, of one person. */
  protected static ObjectNode of(String person) {
    var team = EventJson.newObject();
    var one = team.putObject("people").putObject(person);
    one.put("name", person).put("email", person + "@corp.example").put("role", "sales");
    team.putObject("queues").putObject("inbound").putArray("members").add(person);
    return team;
  }
}
