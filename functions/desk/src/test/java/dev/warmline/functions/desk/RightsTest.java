package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.OutcomeFields;
import dev.warmline.team.Role;
import dev.warmline.usecase.DeskRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Who may do what, at every request by the team in force. */
class RightsTest {
  private final Desk desk = new Desk();

  @Test
  void thePageShowsWhoMayDoEachAct() throws IOException {
    var rows = new ArrayList<String>();
    DeskRights.roles()
        .forEach(
            (act, roles) ->
                rows.add(
                    "| %s | %s | %s | yes |"
                        .formatted(
                            act,
                            roles.contains(Role.SALES) ? "yes" : "-",
                            roles.contains(Role.MARKETING) ? "yes" : "-")));

    assertThat(DeskRights.roles().keySet()).containsExactlyElementsOf(OutcomeFields.acts());
    assertThat(Files.readString(Path.of("../../docs/desk.md"))).contains(String.join("\n", rows));
  }

  @Test
  void salesWorksTheLeadsOfItsQueues() {
    desk.qualified("u-1", 2_000);

    var stranger = desk.act("kim", "u-1", "{'act':'accepted'}");
    assertThat(stranger.status()).isEqualTo(403);
    assertThat(stranger.text("/error")).isEqualTo("you are not a member of queue enterprise-ae");
    assertThat(desk.act("kim", "u-1", "{'act':'noted','text':'knows us'}").status()).isEqualTo(200);
    assertThat(desk.act("ana", "u-1", "{'act':'accepted'}").status()).isEqualTo(200);
  }

  @Test
  void marketingDoesNotAcceptAndSalesDoesNotAnswer() {
    desk.qualified("u-1");

    assertThat(desk.act("mia", "u-1", "{'act':'accepted'}").status()).isEqualTo(403);
    desk.act("kim", "u-1", "{'act':'returned','reason':'bad-data','note':'x'}");
    var answer = desk.act("kim", "u-1", "{'act':'answered','answer':'mended'}");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("/error")).isEqualTo("role sales does not do the act answered");
  }

  @Test
  void whoLeadsMayDoAllAndTakesNobodysPlace() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'accepted'}");

    assertThat(desk.act("lee", "u-1", "{'act':'assigned','owner':'bo'}").text("/owner"))
        .isEqualTo("bo");
    assertThat(desk.act("lee", "u-1", "{'act':'accepted'}").status()).isEqualTo(409);
  }

  @Test
  void whoIsTakenOutOfTheTeamIsOutAtOnce() {
    desk.qualified("u-1");
    var team = Desk.team();
    team.withObjectProperty("people").remove("bo");
    team.withObjectProperty("queues")
        .withObjectProperty("inbound-sdr")
        .putArray("members")
        .add("kim");
    assertThat(desk.get("bo", "queue").status()).isEqualTo(200);

    desk.publish(team);
    desk.clock.advance(Duration.ofSeconds(11));

    assertThat(desk.get("bo", "queue").status()).isEqualTo(403);
    assertThat(desk.get("kim", "queue").status()).isEqualTo(200);
  }
}
