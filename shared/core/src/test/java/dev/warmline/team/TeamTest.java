package dev.warmline.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EmailAddress;
import dev.warmline.event.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TeamTest {
  private static final Team TEAM =
      team(
          """
          {"people":{"kim":{"name":"Kim","email":"kim@corp.example","role":"sales",
             "away":["2026-03-02"]}},
           "calendars":{"tokyo":{"zone":"Asia/Tokyo","open":{"fri-mon":["09:00-18:00"]}}},
           "queues":{"east":{"members":["kim"],"calendar":"tokyo"},"west":{"members":["kim"]}},
           "sla":[{"tier":"hot","accept-within":"30m"},{"accept-within":"4h","contact-within":"1d"}]}
          """);

  @Test
  void aPersonIsAwayWhileItIsThatDateWhereTheQueueIs() {
    var sundayEveningInUtc = Instant.parse("2026-03-01T16:00:00Z");

    assertThat(TEAM.isPresent("kim", "east", sundayEveningInUtc)).isFalse();
    assertThat(TEAM.isPresent("kim", "west", sundayEveningInUtc)).isTrue();
    assertThat(TEAM.isPresent("bo", "west", sundayEveningInUtc)).isFalse();
  }

  @Test
  void theFirstRowThatFitsTellsHowLongSalesHas() {
    assertThat(TEAM.serviceLevel("hot").acceptWithin()).contains(Duration.ofMinutes(30));
    assertThat(TEAM.serviceLevel("hot").contactWithin()).isEmpty();
    assertThat(TEAM.serviceLevel("warm").acceptWithin()).contains(Duration.ofHours(4));
  }

  @Test
  void aQueueWithoutACalendarAndOneThatIsUnknownAreAlwaysOpen() {
    var sunday = Instant.parse("2026-03-01T03:00:00Z");

    assertThat(TEAM.calendarOf("west").isOpen(sunday)).isTrue();
    assertThat(TEAM.calendarOf("gone").isOpen(sunday)).isTrue();
    assertThat(TEAM.calendarOf("east").isOpen(Instant.parse("2026-03-03T03:00:00Z"))).isFalse();
  }

  @Test
  void peopleAreFoundByTheirAddressHoweverItIsWritten() {
    var written = EmailAddress.parse(" Kim@CORP.example. ").orElseThrow();

    assertThat(TEAM.withEmail(written)).map(TeamMember::id).contains("kim");
  }

  @Test
  void whatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(
            () -> team("{\"people\":{},\"queues\":{\"q\":{\"members\":[\"x\"]}},\"z\":1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown key z in a team")
        .hasMessageContaining("there is no person x under people");
  }

  @Test
  void whoPressesAButtonIsFoundByTheirMemberId() {
    var kim =
        "{\"name\":\"Kim\",\"email\":\"k%s@corp.example\",\"role\":\"sales\",\"slack\":\"%s\"}";
    var queues = "},\"queues\":{\"q\":{\"members\":[\"kim\"]}}}";
    var alone = team("{\"people\":{\"kim\":" + kim.formatted(1, "U0123ABCD") + queues);

    assertThat(alone.withSlack("U0123ABCD").orElseThrow().id()).isEqualTo("kim");
    assertThat(alone.withSlack("U0123")).isEmpty();
    assertThatThrownBy(() -> team("{\"people\":{\"kim\":" + kim.formatted(1, "@kim") + queues))
        .hasMessageContaining("@kim is not a member id such as U0123ABCD")
        .hasMessageContaining("Copy member ID");
    var twice = kim.formatted(1, "U01") + ",\"bo\":" + kim.formatted(2, "U01");
    assertThatThrownBy(() -> team("{\"people\":{\"kim\":" + twice + queues))
        .hasMessageContaining("two people have the member id U01 in Slack");
  }

  private static Team team(String json) {
    try {
      return Team.of((ObjectNode) Json.read(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
