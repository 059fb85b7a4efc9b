package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.SlackPress;
import dev.warmline.testkit.SlackServer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack asks for where a reason to return needs more than its name. */
class SlackDialogTest {
  private final SlackServer slack = SlackServer.start();
  private final Desk desk = new Desk();
  private final Lead lead = desk.qualified("u-1");

  @BeforeEach
  void theAppHasAToken() {
    desk.posting = SlackServer.TOKEN + " " + slack.api();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @ParameterizedTest
  @CsvSource({"bad-data,note", "wrong-queue,queue note", "timing,until note"})
  void aReasonThatNeedsMoreOpensADialogAndChangesNothingYet(String reason, String fields) {
    var answer = press(reason);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(String.join(" ", view().path("blocks").findValuesAsText("block_id")))
        .isEqualTo(fields);
    assertThat(view().at("/blocks/0/text/text").asText()).isEqualTo("Reason: " + reason);
    assertThat(slack.answers()).isEmpty();
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void whatIsFilledInReturnsTheLead() {
    press("timing");

    var answer = submit("U0KIM", Map.of("until", "2026-04-01", "note", "after the fair"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().isMissingNode()).isTrue();
    var given = desk.lead("u-1").standing().givenBack().orElseThrow();
    assertThat(given.reason()).isEqualTo("timing");
    assertThat(given.by()).isEqualTo("kim");
    assertThat(given.note()).contains("after the fair");
    assertThat(given.until()).contains(Instant.parse("2026-04-01T00:00:00Z"));
  }

  @Test
  void anotherQueueIsChosenFromThoseOfTheTeam() {
    press("wrong-queue");

    assertThat(view().path("blocks").get(1).findValuesAsText("value"))
        .containsExactlyInAnyOrder("inbound-sdr", "enterprise-ae");
    submit("U0KIM", Map.of("queue", "enterprise-ae"));

    assertThat(desk.lead("u-1").standing().assignment().queue()).contains("enterprise-ae");
  }

  @Test
  void sentTwiceItIsDoneOnce() {
    press("bad-data");

    submit("U0KIM", Map.of("note", "a fax number"));
    var again = submit("U0KIM", Map.of("note", "a fax number"));

    assertThat(again.body().isMissingNode()).isTrue();
    assertThat(desk.outcomes(lead)).containsExactly("returned");
  }

  @Test
  void whatIsLackingIsSaidInTheDialogAndMayBeFilledInThen() {
    press("bad-data");

    var lacking = submit("U0KIM", Map.of());
    submit("U0KIM", Map.of("note", "a fax number"));

    assertThat(lacking.text("/response_action")).isEqualTo("errors");
    assertThat(lacking.text("/errors/note")).contains("reason bad-data asks for it");
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.RECYCLED);
  }

  @Test
  void aDayThatIsOverIsNoPromise() {
    press("timing");

    var over = submit("U0KIM", Map.of("until", "2026-03-02"));

    assertThat(over.text("/errors/until")).contains("a day to come back on");
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void whoWasFirstIsSaidInTheDialog() {
    press("bad-data");
    desk.act("bo", "u-1", "{'act':'accepted'}");

    var late = submit("U0KIM", Map.of("note", "a fax number"));

    assertThat(late.text("/errors/note")).isEqualTo("Bo Novak has it. Look at it at the desk.");
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.SAL);
  }

  @Test
  void whoMayNotIsToldInTheDialog() {
    press("bad-data");

    assertThat(submit("U0MIA", Map.of("note", "n")).text("/errors/note")).contains("marketing");
    assertThat(submit("U0EVE", Map.of("note", "n")).text("/errors/note")).contains("slack: U0EVE");
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void anotherSecretOpensNothing() {
    press("bad-data");
    var good = SlackPress.submit("U0KIM", view(), Map.of("note", "n"), desk.clock.instant()).body();

    var answer = desk.press(SlackPress.of(good, "another secret", desk.clock.instant()));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"callback_id\":\"returned\",\"private_metadata\":\"x\"}"})
  void whatIsNoDialogOfOursDoesNothing(String view) {
    var payload = Desk.json("{\"type\":\"view_submission\",\"user\":{\"id\":\"U0KIM\"}}");
    payload.set("view", Desk.json(view));

    var answer = desk.press(SlackPress.signed(payload, desk.clock.instant()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void whereSlackDoesNotOpenItTheDeskIsNamed() {
    slack.next(200, "{\"ok\":false,\"error\":\"expired_trigger_id\"}", "");

    press("timing");

    assertThat(slack.answers().getLast().path("text").asText())
        .startsWith("Reason timing asks for the day to come back on. Nothing was changed: <");
    assertThat(String.join("", desk.lines))
        .contains("opened no dialog", "expired_trigger_id")
        .doesNotContain(SlackServer.TOKEN, "U0KIM");
  }

  @Test
  void aTokenGoesNowhereButToSlack() {
    desk.posting = SlackServer.TOKEN + " http://169.254.169.254/api/";

    press("timing");

    assertThat(slack.answers()).hasSize(1);
    assertThat(String.join("", desk.lines)).contains("opened no dialog").doesNotContain("169.254");
  }

  @Test
  void itIsAnsweredWithinThreeSecondsThoughSlackDoesNotAnswer() {
    var gone = SlackServer.start();
    desk.posting = SlackServer.TOKEN + " " + gone.api();
    gone.close();
    var before = System.nanoTime();

    press("timing");

    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isLessThan(2_900);
    assertThat(slack.answers()).hasSize(1);
  }

  private Desk.Answer press(String reason) {
    return desk.press(
        SlackPress.of(slack, "U0KIM", message(), "returned", reason, desk.clock.instant()));
  }

  private Desk.Answer submit(String user, Map<String, String> filled) {
    return desk.press(SlackPress.submit(user, view(), filled, desk.clock.instant()));
  }

  private JsonNode view() {
    return slack.views().getLast();
  }

  private ObjectNode message() {
    return Desk.json(
        """
        {"ts":"1772445600.000100","channel":"C1",
         "blocks":[{"type":"actions","block_id":"%s.1"}]}
        """
            .formatted(lead.id()));
  }
}
