package dev.warmline.functions.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.SlackPress;
import dev.warmline.testkit.SlackServer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do with the buttons of a message in Slack. */
class SlackActionsTest {
  private final SlackServer slack = SlackServer.start();
  private final Desk desk = new Desk();
  private final Lead lead = desk.qualified("u-1");

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void whoPressesAcceptHasTheLeadAsIfTheyHadTakenItAtTheDesk() {
    var answer = press("U0KIM", "accepted", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.SAL);
    assertThat(desk.lead("u-1").standing().owner()).contains("kim");
    assertThat(desk.outcomes(lead)).containsExactly("accepted");
    assertThat(slack.answers()).as("the thread says so, wherever it was done").isEmpty();
  }

  @Test
  void theSecondIsToldWhoWasFirstAndNobodyElseIs() {
    press("U0KIM", "accepted", "");

    press("U0BO", "accepted", "");

    assertThat(desk.lead("u-1").standing().owner()).contains("kim");
    assertThat(said().path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(said().path("text").asText())
        .startsWith("Kim Lee has it since 2 Mar 2026 10:00 UTC.")
        .contains("/desk/leads/" + lead.id() + "|");
    assertThat(said().path("replace_original").asBoolean(true)).isFalse();
  }

  @Test
  void whoLeadsIsToldWhoWasFirstAsWell() {
    press("U0KIM", "accepted", "");

    press("U0LEE", "accepted", "");

    assertThat(said().path("text").asText()).startsWith("Kim Lee has it since");
    assertThat(desk.lead("u-1").standing().owner()).contains("kim");
  }

  @Test
  void theSamePressSentAgainDoesNothingAgainAndTellsOnlyWhoPressed() {
    var press = SlackPress.of(slack, "U0KIM", message(), "accepted", "", desk.clock.instant());

    desk.press(press);
    desk.act("kim", "u-1", "{'act':'qualified'}");
    var again = desk.press(press);

    assertThat(again.status()).isEqualTo(200);
    assertThat(desk.outcomes(lead)).containsExactlyInAnyOrder("accepted", "qualified");
    assertThat(slack.answers()).hasSize(1);
    assertThat(said().path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(said().path("text").asText()).isEqualTo("It is yours already.");
  }

  @Test
  void whatSlackSendsAgainBecauseItWaitedTooLongIsDoneOnce() throws Exception {
    var press = SlackPress.of(slack, "U0KIM", message(), "accepted", "", desk.clock.instant());
    var calls = new AtomicInteger();

    var status =
        press.sendTo(
            sent -> {
              var answer = desk.press(sent).status();
              if (calls.incrementAndGet() == 1) {
                sleep(Duration.ofMillis(400));
              }
              return answer;
            },
            Duration.ofMillis(200));

    assertThat(status).isEqualTo(200);
    assertThat(calls).hasValue(2);
    assertThat(desk.outcomes(lead)).containsExactly("accepted");
  }

  @Test
  void aReasonThatNeedsNothingElseReturnsTheLead() {
    press("U0KIM", "returned", "no-budget");

    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.RECYCLED);
    assertThat(slack.answers()).as("the notice of the return says so").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bad-data,Reason bad-data asks for a note",
    "wrong-queue,Reason wrong-queue asks for the queue it belongs to",
    "timing,Reason timing asks for the day to come back on"
  })
  void whereMoreMustBeSaidAndNoDialogOpensTheDeskIsNamed(String reason, String words) {
    press("U0KIM", "returned", reason);

    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
    assertThat(said().path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(said().path("text").asText())
        .startsWith(words + ". Nothing was changed: <https://desk.example/live/desk/leads/")
        .endsWith("|return it at the desk>.");
  }

  @Test
  void theListHoldsTheReasonsOfTheModelInForce() {
    var answer = desk.press(SlackPress.open("U0KIM", message(), "returned", desk.clock.instant()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("options").findValuesAsText("value"))
        .containsExactly("no-budget", "timing", "bad-data", "wrong-queue", "do-not-contact");
    assertThat(answer.text("/options/0/text/type")).isEqualTo("plain_text");
  }

  @Test
  void whoIsNotInTheTeamIsToldHowTheyGetThere() {
    press("U0EVE", "accepted", "");

    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
    assertThat(said().path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(said().path("text").asText()).contains("\"slack: U0EVE\"", "warmline team publish");
  }

  @ParameterizedTest
  @CsvSource({
    "U0MIA,Role marketing does not do the act accepted.",
    "U0ANA,You are not a member of queue inbound-sdr."
  })
  void whoMayNotIsToldWhyAndWhomToAsk(String user, String why) {
    press(user, "accepted", "");

    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
    assertThat(said().path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(said().path("text").asText()).startsWith(why).contains("Ask ");
  }

  @Test
  void aMessageOfACycleThatIsOverMovesNothing() {
    press("U0KIM", "returned", "no-budget");
    desk.act("mia", "u-1", "{'act':'handed-over','why':'called in'}");

    press("U0KIM", "accepted", "");

    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
    assertThat(said().path("text").asText()).startsWith("Cycle 1 is over: this is 2.");
  }

  @Test
  void aSecondReturnFindsWhereItIs() {
    press("U0KIM", "returned", "no-budget");
    desk.clock.advance(Duration.ofSeconds(1));

    press("U0KIM", "returned", "no-budget");

    assertThat(said().path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(said().path("text").asText()).isEqualTo("It is Recycled now.");
  }

  @Test
  void withoutATeamNobodyActs() {
    var alone = Desk.withoutTeam();
    alone.qualified("u-1");
    var press = SlackPress.of(slack, "U0KIM", message(), "accepted", "", alone.clock.instant());

    assertThat(alone.press(press).status()).isEqualTo(200);
    assertThat(said().path("text").asText()).contains("warmline team publish");
    assertThat(alone.lead("u-1").stage()).isEqualTo(Stage.MQL);
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, 86_400, -86_400})
  void aPressThatWasSignedMoreThanFiveMinutesAgoOrAheadIsNotTaken(long seconds) {
    var then = desk.clock.instant().plusSeconds(seconds);

    refused(SlackPress.of(slack, "U0KIM", message(), "accepted", "", then));
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  void withinFiveMinutesItIs(long seconds) {
    var then = desk.clock.instant().plusSeconds(seconds);

    desk.press(SlackPress.of(slack, "U0KIM", message(), "accepted", "", then));

    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.SAL);
  }

  @Test
  void whatSlackDidNotSignIsNotTaken() {
    var good = SlackPress.of(slack, "U0KIM", message(), "accepted", "", desk.clock.instant());
    var body = good.body();

    refused(SlackPress.of(body, "another secret", desk.clock.instant()));
    refused(new SlackPress(body + "&x=1", good.timestamp(), good.signature()));
    refused(new SlackPress(body.replace("U0KIM", "U0LEE"), good.timestamp(), good.signature()));
    refused(new SlackPress(body, good.timestamp() + "0", good.signature()));
    refused(new SlackPress(body, "+" + good.timestamp(), good.signature()));
    refused(new SlackPress(body, "", good.signature()));
    refused(new SlackPress(body, good.timestamp(), ""));
    refused(new SlackPress(body, good.timestamp(), good.signature().substring(3)));
    refused(new SlackPress(body, good.timestamp(), good.signature().replace("v0", "v1")));
    assertThat(desk.call("POST", "/slack/actions", body).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
  void onlyAPostActs(String method) {
    var press = SlackPress.of(slack, "U0KIM", message(), "accepted", "", desk.clock.instant());

    var answer =
        desk.call(
            method,
            "/slack/actions",
            press.body(),
            "X-Slack-Request-Timestamp",
            press.timestamp(),
            "X-Slack-Signature",
            press.signature());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers().path("Allow").asText()).isEqualTo("POST");
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ssl_check=1",
        "payload=",
        "payload=%7B",
        "payload=%zz",
        "payload=%5B%5D",
        "payload=%7B%22type%22%3A%22block_actions%22%7D",
        "payload=%7B%22type%22%3A%22view_closed%22%7D"
      })
  void whatIsNoPressOfOursIsTakenAndDoesNothing(String body) {
    var press = SlackPress.of(body, SlackPress.SECRET, desk.clock.instant());

    assertThat(desk.press(press).status()).isEqualTo(200);
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
    assertThat(slack.received()).isEmpty();
  }

  @Test
  void anAnswerThatSlackDoesNotTakeIsNotedAndTheActStands() {
    press("U0KIM", "accepted", "");
    slack.next(500, "oops", "");

    var answer = press("U0BO", "accepted", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.SAL);
    assertThat(String.join("", desk.lines))
        .contains("did not take an answer", "500 oops", "\"SlackUnanswered\":1");
  }

  @Test
  void noAnswerGoesAnywhereButToSlack() {
    var now = desk.clock.instant();
    var payload = payload(SlackPress.of(slack, "U0EVE", message(), "accepted", "", now));
    payload.put("response_url", "http://169.254.169.254/latest");

    desk.press(SlackPress.signed(payload, now));

    assertThat(slack.received()).isEmpty();
    assertThat(String.join("", desk.lines))
        .contains("did not take an answer")
        .doesNotContain("169.254");
  }

  @Test
  void theLogNamesNobodyAndNoSecret() {
    refused(SlackPress.of("payload=x", "another secret", desk.clock.instant()));
    press("U0KIM", "accepted", "");
    press("U0EVE", "accepted", "");
    slack.next(404, "expired_url", "");
    press("U0BO", "accepted", "");

    assertThat(String.join("", desk.lines))
        .contains("not let in")
        .doesNotContain(
            "U0KIM", "U0EVE", "Kim", "acme.example", SlackPress.SECRET, "v0=", "127.0.0.1");
  }

  @Test
  void itIsAnsweredFarWithinThreeSecondsThoughSlackDoesNotAnswer() {
    press("U0KIM", "accepted", "");
    slack.close();
    var before = System.nanoTime();

    press("U0BO", "accepted", "");

    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isLessThan(2_500);
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.SAL);
  }

  private void refused(SlackPress press) {
    var answer = desk.press(press);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("/mend")).contains("infra/deploy/init --slack");
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.MQL);
  }

  private Desk.Answer press(String user, String action, String chosen) {
    return desk.press(SlackPress.of(slack, user, message(), action, chosen, desk.clock.instant()));
  }

  /** The last answer to a press. */
  private JsonNode said() {
    return slack.answers().getLast();
  }

  private ObjectNode message() {
    return Desk.json(
        """
        {"ts":"1772445600.000100","channel":"C1",
         "blocks":[{"type":"actions","block_id":"%s.1"}]}
        """
            .formatted(lead.id()));
  }

  private static ObjectNode payload(SlackPress press) {
    var form = java.net.URLDecoder.decode(press.body(), UTF_8);
    return Desk.json(form.substring("payload=".length()));
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
