package dev.warmline.handoff;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertRendererTest {

  @Test
  void theMailReadsAsAgreed() {
    var message = AlertExamples.rendered(AlertExamples.verdict());

    assertThat(message.text()).isEqualTo(AlertExamples.resource("email.txt"));
  }

  @Test
  void theSubjectTellsWhoAndWhy() {
    var message = AlertExamples.rendered(AlertExamples.verdict());

    assertThat(message.subject())
        .isEqualTo(
            "Hot lead: Zoe Lukasz <script> (Analytical Engines & Co www...) - Requested a demo,"
                + " engagement 63...");
  }

  @Test
  void filtersSeeWordsOfTheModelOnly() {
    var message = AlertExamples.rendered(AlertExamples.verdict());

    assertThat(message.attributes())
        .containsOnly(
            entry("notice", "qualified"),
            entry("stage", "MQL"),
            entry("tier", "hot"),
            entry("segment", "enterprise"),
            entry("queue", "enterprise-ae"),
            entry("owner", "none"));
  }

  @Test
  void anEmptyVerdictStillMakesAnAlert() {
    var message = AlertExamples.rendered(EventJson.newObject());

    assertThat(message.subject()).isEqualTo("New MQL: somebody without a name");
    assertThat(message.text()).contains("l-Zq3xY7mN0pQr5tUv.1").contains("Tier");
    assertThat(AlertJson.read(message.json())).isPresent();
    assertThat(message.attributes()).containsEntry("segment", "none").containsEntry("tier", "warm");
  }

  @Test
  void whoWasToldOfALeadIsToldToDisregardIt() {
    var message = new AlertRenderer(AlertExamples.DESK).render(AlertExamples.disregard(), 0);

    assertThat(message.subject()).startsWith("Disregard: Zoe Lukasz");
    assertThat(message.text())
        .contains(" is to be disregarded: Requested a demo.")
        .doesNotContain("Why");
  }

  @Test
  void aSignalTellsHowOftenItWasAskedAgain() {
    var message = new AlertRenderer(AlertExamples.DESK).render(AlertExamples.signal("e-9"), 2);

    assertThat(message.text()).contains("Requested a demo, and 2 times more");
    assertThat(message.json()).contains("\"update\":\"hot\"");
  }

  @Test
  void whoWaitsIsCountedAndReadBack() {
    var id = NoticeId.waiting("import webinar-0303", "2026-03-03");
    var notice =
        Notice.open(
            id,
            AlertExamples.AT,
            Stage.MQL,
            "import webinar-0303",
            Optional.empty(),
            AlertExamples.AT);

    var message = new AlertRenderer(Optional.empty()).waiting(notice, 37);

    assertThat(message.subject())
        .isEqualTo("37 qualified by import webinar-0303: release, look or drop");
    assertThat(WaitingText.read(message.json()))
        .contains(new WaitingText(id, AlertExamples.AT, 37, "import webinar-0303"));
  }

  @Test
  void aMessageIsKeptToTheByte() {
    var message = AlertExamples.rendered(AlertExamples.verdict());

    assertThat(MessageJson.read(MessageJson.write(message))).isEqualTo(message);
  }

  @Test
  void withoutNameAndCompanyTheAddressTellsWho() {
    var verdict =
        AlertExamples.json(
            "{\"traits\":{\"name\":\"\u674e\u96f7\",\"email\":\"li@corp.example\"}}");

    assertThat(AlertExamples.rendered(verdict).subject()).isEqualTo("New MQL: li@corp.example");
  }

  @Test
  void theLargestVerdictStaysFarBelowWhatSnsTakes() {
    var verdict = hugeVerdict();

    var message = AlertExamples.rendered(verdict);

    var json = EventJson.newObject();
    json.put("default", message.text()).put("email", message.text());
    json.put("lambda", message.json()).put("sqs", message.json()).put("https", message.json());
    assertThat(json.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(240 * 1024);
  }

  private static ObjectNode hugeVerdict() {
    var longText = "\u4e00\"\\".repeat(500);
    var verdict = EventJson.newObject();
    var scorecard = verdict.putObject("scorecard");
    var scores = scorecard.putObject("scores");
    for (var s = 0; s < 40; s++) {
      var lines = scores.putObject("score" + s + longText).put("points", 100).putArray("lines");
      for (var i = 0; i < 300; i++) {
        lines
            .addObject()
            .put("rule", longText + i)
            .put("points", 1.25)
            .put("hits", 2)
            .put("says", longText);
      }
    }
    for (var key : new String[] {"interests", "segments"}) {
      var list = scorecard.putArray(key);
      for (var i = 0; i < 300; i++) {
        list.add(longText);
      }
    }
    var recent = verdict.putArray("recent");
    for (var i = 0; i < 300; i++) {
      recent.addObject().put("at", "2026-03-08T09:15:00Z").put("says", longText).put("points", 1);
    }
    var traits = verdict.putObject("traits");
    for (var key : new String[] {"name", "company", "role", "email", "phone", "industry"}) {
      traits.put(key, longText);
    }
    return verdict;
  }
}
