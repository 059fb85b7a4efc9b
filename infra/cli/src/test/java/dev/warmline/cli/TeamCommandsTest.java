package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEAM = "../models/teams/example.yaml";
  private static final String NOWHERE = "--local=http://127.0.0.1:1";

  @TempDir private Path folder;

  @Test
  void aSoundTeamHasNoProblems() {
    assertThat(Run.of("team", "check", TEAM)).isEqualTo(new Run(0, TEAM + ": no problems\n", ""));
  }

  @Test
  void aWrongTeamHasItsProblemsNamedAndIsNotPublished() throws IOException {
    var file = write("people: {}\nqueues: { inbound: { members: [kim] } }\n");

    var check = Run.of("team", "check", file);
    var json = Run.of("team", "check", "--json", file);
    var publish = Run.of("team", "publish", file, NOWHERE);

    assertThat(check.exit()).isEqualTo(Exit.NO);
    assertThat(check.lines()).containsExactly(file + ":2:32: there is no person kim under people");
    assertThat(JSON.readTree(json.out()).at("/findings/0/column").intValue()).isEqualTo(32);
    assertThat(JSON.readTree(json.out()).path("accepted").booleanValue()).isFalse();
    assertThat(publish.exit()).isEqualTo(Exit.NO);
    assertThat(publish.err()).contains("is not accepted");
  }

  @Test
  void aModelWhoseQueueNobodyServesIsNamed() throws IOException {
    var file =
        write(
            """
            people: { kim: { name: Kim, email: kim@corp.example, role: sales } }
            queues: { inbound-sdr: { members: [kim] } }
            """);

    var together = Run.of("team", "check", TEAM, "--model", Run.MODEL);
    var apart = Run.of("team", "check", file, "--model", Run.MODEL);

    assertThat(together.exit()).isZero();
    assertThat(together.err()).contains("the team's times hold, sla of the model is not read");
    assertThat(apart.exit()).isEqualTo(Exit.NO);
    assertThat(apart.err()).contains("its routes name queue enterprise-ae").doesNotContain("sdr,");
  }

  @Test
  void aWarmHandoffThatNobodyIntroducesIsNamed() throws IOException {
    var file =
        write(
            """
            people: { kim: { name: Kim, email: kim@corp.example, role: sales } }
            queues: { inbound-sdr: { members: [kim] }, enterprise-ae: { members: [kim] } }
            """);

    var check = Run.of("team", "check", file, "--model", Run.MODEL);

    assertThat(check.exit()).isZero();
    assertThat(check.err())
        .contains("a route to queue enterprise-ae is a warm-handoff", "{ introduce: PERSON }");
    assertThat(Run.of("team", "check", TEAM, "--model", Run.MODEL).err())
        .doesNotContain("warm-handoff");
  }

  @Test
  void theCasesBesideATeamAreRun() {
    var run = Run.of("team", "test", TEAM);

    assertThat(run.exit()).isZero();
    assertThat(run.lines().getFirst())
        .isEqualTo("ok    a demo request late on Friday is due on Monday");
    assertThat(run.lines().getLast()).endsWith("example.yaml: 8 cases, 0 failed");
  }

  @Test
  void aCaseThatFailsSaysWhatWasFound() throws IOException {
    var cases =
        write(
            """
            cases:
              - name: wrong
                at: 2026-03-02T10:00:00Z
                queue: inbound-sdr
                leads: 2
                expect: { owners: [bo, null] }
              - { at: today, queue: inbound-sdr, expect: { queue: x } }
              - { at: 2026-03-02T10:00:00Z, queue: nowhere, expect: { queue: x } }
            """);

    var run = Run.of("team", "test", TEAM, "--cases", cases);

    assertThat(run.exit()).isEqualTo(Exit.NO);
    assertThat(run.out())
        .contains("FAIL  wrong\n      owners: expected [\"bo\",null] but found [\"kim\",\"bo\"]")
        .contains("FAIL  case 2\n      at is an instant")
        .contains("FAIL  case 3\n      queue is one of [inbound-sdr, enterprise-ae, named]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2026-08-14..2026-08-03", "2026-02-30", "2026-08-03.."})
  void whatAreNoDatesIsRefusedBeforeAnythingIsDone(String dates) {
    var run = Run.of("team", "away", "kim", dates, NOWHERE);

    assertThat(run.exit()).isEqualTo(Exit.WRONG_INPUT);
    assertThat(run.err()).contains("write 2026-08-03..2026-08-14");
  }

  @Test
  void aGoodWishGetsAsFarAsTheStackThatDoesNotAnswer() {
    assertThat(Run.of("team", "publish", TEAM, NOWHERE).exit()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(Run.of("team", "away", "kim", "2026-08-03", NOWHERE).exit())
        .isEqualTo(Exit.UNAVAILABLE);
    assertThat(Run.of("team", "back", "kim", NOWHERE).exit()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(Run.of("team", "rollback", "3", NOWHERE).exit()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(Run.of("team", "show", NOWHERE).exit()).isEqualTo(Exit.UNAVAILABLE);
  }

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("file.yaml"), text).toString();
  }
}
