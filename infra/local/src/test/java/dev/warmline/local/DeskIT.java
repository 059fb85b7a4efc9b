package dev.warmline.local;

import static dev.warmline.local.RunningStack.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody of the demo team signs in and works leads, over HTTP at the collector's address. */
class DeskIT {
  private static RunningStack stack;

  @BeforeAll
  static void start() throws IOException {
    stack = RunningStack.inMemory();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void kimTakesALeadOfHerQueueAndBoIsToldThatSheWasFirst() throws Exception {
    asksForADemo("jane");

    var queue = stack.desk("kim", "GET", "/api/v1/queue?queue=inbound-sdr", "", "");
    assertThat(queue.status()).isEqualTo(200);
    assertThat(emails(queue.body().path("leads"))).contains("jane@northwind.example");
    var accept = "{\"act\":\"accepted\"}";
    var lead = "/api/v1/leads/jane@northwind.example";
    var owner = stack.desk("kim", "GET", lead, "", "").body().path("owner").asText("kim");
    var accepted = stack.desk(owner, "POST", lead + "/acts", accept, "k-1");
    var late =
        stack.desk(owner.equals("kim") ? "bo" : "kim", "POST", lead + "/acts", accept, "k-2");

    assertThat(accepted.body().path("stage").asText()).isEqualTo("SAL");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().path("error").asText()).startsWith(owner + " has it since");
    assertThat(stack.lead("jane").path("stage").asText()).isEqualTo("SAL");
  }

  @Test
  void aButtonInSlackIsPressedOnceAndTheSecondIsToldWhoWasFirst() throws Exception {
    asksForADemo("joan");
    var lead = stack.lead("joan").path("lead").asText();
    var message = stack.alerts(lead).getLast();
    var alert = message.path("alert").asText();
    var owner = message.at("/json/owner").asText("kim");
    var other = owner.equals("kim") ? "bo" : "kim";

    var reasons = stack.press(alert, owner, "reasons", "");
    stack.press(alert, owner, "accepted", "");
    stack.press(alert, other, "accepted", "");
    stack.press(alert, "eve", "accepted", "");

    assertThat(message.at("/slack/channel").asText()).isEqualTo("sdr-inbound");
    assertThat(message.at("/json/link").asText())
        .isEqualTo(stack.address() + "/desk/leads/" + lead);
    assertThat(message.path("slack").findValuesAsText("action_id"))
        .containsExactly("accepted", "returned");
    assertThat(reasons.body().path("options").findValuesAsText("value")).contains("timing");
    assertThat(stack.lead("joan").path("stage").asText()).isEqualTo("SAL");
    assertThat(stack.alerts(lead).getLast().path("answers").findValuesAsText("text"))
        .satisfiesExactlyInAnyOrder(
            taken -> assertThat(taken).startsWith("Taken by "),
            late -> assertThat(late).contains(" has it since "),
            stranger -> assertThat(stranger).contains("slack: U0STRANGER"));
  }

  @Test
  void whatIsTakenAtTheDeskIsSaidBelowTheMessageOnce() throws Exception {
    asksForADemo("june");
    var lead = stack.lead("june").path("lead").asText();
    var message = stack.alerts(lead).getLast();
    var owner = message.at("/json/owner").asText("kim");

    stack.desk(owner, "POST", "/api/v1/leads/" + lead + "/acts", "{\"act\":\"accepted\"}", "j-1");
    var said = stack.alerts(lead).getLast().path("answers").findValuesAsText("text");

    assertThat(said).singleElement().asString().startsWith("Taken by ");
    assertThat(stack.lead("june").path("stage").asText()).isEqualTo("SAL");
  }

  @Test
  void aReasonThatNeedsMoreOpensADialogInTheInbox(@TempDir Path folder) throws Exception {
    var rules = folder.resolve("model.yaml");
    var asking = "  timing: { until: asked, again-to: same }";
    Files.writeString(
        rules, Files.readString(Path.of("../models/default.yaml")).replace("  timing:", asking));
    try (var own = RunningStack.inMemory(rules)) {
      asksForADemo(own, "jack");
      var message = own.alerts(own.lead("jack").path("lead").asText()).getLast();
      var owner = message.at("/json/owner").asText("kim");

      var dialog =
          own.press(message.path("alert").asText(), owner, "returned", "timing")
              .body()
              .path("view");

      assertThat(dialog.path("blocks").findValuesAsText("block_id"))
          .containsExactly("until", "note");
      assertThat(own.lead("jack").path("stage").asText()).isEqualTo("MQL");
    }
  }

  @Test
  void tokensGoByTheTimeOfTheStack() throws Exception {
    var before = stack.token("kim");
    assertThat(stack.desk(before, "/api/v1/team")).isEqualTo(200);

    stack.advance("PT3H");

    assertThat(stack.desk(before, "/api/v1/team")).isEqualTo(401);
    assertThat(stack.desk(stack.token("kim"), "/api/v1/team")).isEqualTo(200);
    assertThat(stack.desk(stack.token("kim"), "/live/api/v1/team")).isEqualTo(200);
  }

  @Test
  void aPageThatOnlyCallsItselfByAnotherNameLearnsNothing() throws Exception {
    assertThat(stack.statusAt("/_local/token?person=kim", "evil.example")).isEqualTo(403);
    assertThat(stack.statusAt("/_local/token?person=kim", "localhost:1")).isEqualTo(200);
    assertThat(stack.statusAt("/_local/token?person=eve", "127.0.0.1")).isEqualTo(404);
  }

  private static void asksForADemo(String who) throws Exception {
    asksForADemo(stack, who);
  }

  private static void asksForADemo(RunningStack stack, String who) throws Exception {
    var identify = event("identify", who + "-i", Duration.ofMinutes(1)).put("userId", who);
    identify
        .putObject("traits")
        .put("email", who + "@northwind.example")
        .put("company", "Northwind")
        .put("employees", 250);
    stack.serverSends(identify);
    stack.serverSends(
        event("track", who + "-d", Duration.ofMinutes(1))
            .put("userId", who)
            .put("event", "Demo Requested"));
    assertThat(stack.lead(who).path("stage").asText()).isEqualTo("MQL");
  }

  private static List<String> emails(JsonNode leads) {
    var emails = new ArrayList<String>();
    leads.forEach(lead -> emails.add(lead.at("/person/email").asText()));
    return emails;
  }
}
