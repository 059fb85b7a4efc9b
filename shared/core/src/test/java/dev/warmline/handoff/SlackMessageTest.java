package dev.warmline.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlackMessageTest {

  @Test
  void anAlertBecomesBlocksWithTheirText() {
    var body = AlertExamples.rendered(AlertExamples.verdict()).json();

    var slack = SlackMessage.of(AlertJson.read(body).orElseThrow());

    assertThat(slack.path("text").asText())
        .isEqualTo(
            "Hot lead: Zo\u00eb \u0141ukasz &lt;script&gt; (Analytical Engines &amp; Co"
                + " www[.]win[.]example) - Requested a demo");
    assertThat(slack.path("blocks").findValuesAsText("type"))
        .startsWith("header", "plain_text", "section", "mrkdwn")
        .contains("context");
    assertThat(slack.path("blocks").toString())
        .contains(
            "*Why: engagement 63*",
            "+40  Looked at pricing (4 times)",
            "Website form, address not confirmed",
            "Accept or return by Mon 9 Mar 2026 09:30 Europe/Berlin",
            "*Also from Analytical Engines &amp; Co www[.]win[.]example*\\n"
                + "\u2022 Bo Li, SAL, Kim Lee")
        .contains("zoe@analytical.example", "enterprise-ae", "Europe/Berlin");
  }

  @Test
  void anEntityIsNeverCutInHalf() {
    assertThat(SlackText.escape("a&&&", 8)).isEqualTo("a&amp;\u2026");
    assertThat(SlackText.escape("a&b", 7)).isEqualTo("a&amp;b");
    assertThat(SlackText.escape("\uD83D\uDE00\uD83D\uDE00", 3)).isEqualTo("\uD83D\uDE00\u2026");
  }
}
