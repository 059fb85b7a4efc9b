package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.EventType;
import dev.warmline.testkit.TestEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What both teams see over the API. */
class ViewsTest {
  private final Desk desk = new Desk();

  @Test
  void theQueueBeginsWithTheHotThenWithWhoIsDueSoonest() {
    desk.qualified("late");
    desk.clock.advance(Duration.ofMinutes(5));
    desk.qualified("later");
    desk.clock.advance(Duration.ofMinutes(5));
    desk.happen(
        TestEvents.identify("i")
            .user("hot")
            .trait("email", "hot@acme.example")
            .at(desk.now())
            .build(),
        TestEvents.track("t", "Demo Requested").user("hot").at(desk.now()).build());

    assertThat(names(desk.get("kim", "queue"))).containsExactly("hot", "late", "later");
    assertThat(names(desk.get("kim", "queue?queue=enterprise-ae"))).isEmpty();
  }

  @Test
  void ofTwoThatAreDueAtOnceTheLikelierComesFirst() {
    desk.qualified("cold");
    desk.qualified("warm");
    desk.happen(desk.page("warm", 4));

    assertThat(names(desk.get("kim", "queue"))).containsExactly("warm", "cold");
  }

  @Test
  void theQueueIsReadPageByPage() {
    var all = new ArrayList<String>();
    for (var i = 0; i < 7; i++) {
      desk.qualified("u-" + i);
      all.add("u-" + i);
      desk.clock.advance(Duration.ofMinutes(1));
    }

    var seen = new ArrayList<String>();
    var next = "";
    do {
      var page = desk.get("kim", "queue?limit=3" + (next.isEmpty() ? "" : "&after=" + next));
      seen.addAll(names(page));
      next = page.text("/next").replace("#", "%23");
    } while (!next.isEmpty());

    assertThat(seen).isEqualTo(all);
  }

  @Test
  void theQueueIsSiftedByOwnerAndStage() {
    desk.qualified("u-1");
    desk.qualified("u-2");
    desk.act("kim", "u-2", "{'act':'accepted'}");

    assertThat(names(desk.get("kim", "queue?owner=me"))).containsExactly("u-2");
    assertThat(names(desk.get("bo", "queue?owner=me"))).isEmpty();
    assertThat(names(desk.get("kim", "queue?stage=MQL"))).containsExactly("u-1");
    assertThat(desk.get("kim", "queue?stage=Suspect").text("/error")).contains("MQL, SAL, SQL");
    assertThat(desk.get("kim", "queue?owner=nobody").status()).isEqualTo(422);
  }

  @Test
  void whoHasMovedOnIsInNoQueue() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'returned','reason':'no-budget'}");

    assertThat(names(desk.get("kim", "queue"))).isEmpty();
    assertThat(desk.get("mia", "returned").body().path("returned")).hasSize(1);
  }

  @Test
  void aLeadIsShownWithAScorecardThatAddsUp() {
    desk.qualified("u-1");

    var lead = desk.get("kim", "leads/u-1@acme.example");

    var engagement = lead.body().at("/scorecard/scores/engagement");
    var sum = 0.0;
    for (var line : engagement.path("lines")) {
      sum += line.path("points").asDouble();
    }
    assertThat(sum).isEqualTo(engagement.path("points").asDouble()).isEqualTo(30);
    assertThat(lead.text("/person/name")).isEqualTo("Jo u-1");
    assertThat(lead.body().at("/clocks/accept/secondsLeft").asLong()).isPositive();
    assertThat(lead.text("/history/0/to")).isEqualTo("MQL");
    assertThat(lead.body().path("cycles")).hasSize(1);
    assertThat(lead.body().has("timeline")).isFalse();
  }

  @Test
  void aFirstLookReadsTheLeadAlone() {
    desk.qualified("u-1");

    var lead = desk.get("kim", "leads/u-1?first");

    assertThat(lead.body().has("scorecard")).isTrue();
    assertThat(lead.body().has("history")).isFalse();
  }

  @Test
  void theTimelineIsReadFromTheLogTheNewestFirst() {
    desk.qualified("u-1");
    desk.clock.advance(Duration.ofMinutes(1));
    desk.happen(desk.page("u-1", 9));

    var lead = desk.get("kim", "leads/u-1?timeline");

    assertThat(lead.body().path("timeline")).hasSize(5);
    assertThat(lead.text("/timeline/0/name")).isEqualTo("/9");
    assertThat(lead.body().path("timelineWhole").asBoolean()).isTrue();
  }

  @Test
  void notesStandBesideTheCycleTheNewestFirst() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'noted','text':'called twice'}");
    desk.clock.advance(Duration.ofMinutes(1));
    desk.act("mia", "u-1", "{'act':'introduced','text':'met Jo in May'}");

    var lead = desk.get("kim", "leads/u-1");

    assertThat(texts(lead.body().path("notes"), "text"))
        .containsExactly("met Jo in May", "called twice");
    assertThat(lead.text("/notes/0/by")).isEqualTo("mia");
  }

  @Test
  void anotherLeadWithTheAddressIsNamed() {
    desk.qualified("u-1");
    desk.happen(
        TestEvents.identify("i")
            .user("u-9")
            .trait("email", "u-1@acme.example")
            .at(desk.now())
            .build());
    desk.happen(desk.page("u-9", 1));

    var lead = desk.get("kim", "leads/u-1");

    assertThat(texts(lead.body().path("sameAddress"), "lead"))
        .containsExactly(desk.lead("u-9").id().value());
  }

  @Test
  void theTeamIsShownWithoutItsAddresses() {
    var team = desk.get("kim", "team");

    assertThat(team.text("/you")).isEqualTo("kim");
    assertThat(texts(team.body().path("people"), "id"))
        .containsExactly("kim", "bo", "ana", "mia", "lee");
    assertThat(team.text("/queues/0/members/0/id")).isEqualTo("kim");
    assertThat(team.body().toString()).doesNotContain("corp.example");
  }

  @Test
  void theAgreementSaysWhatBothSidesSignedUpTo() {
    var sla = desk.get("mia", "sla");

    assertThat(sla.text("/sales/0/acceptWithin")).isEqualTo("30m");
    assertThat(sla.text("/answerReturnWithin")).isEqualTo("2d");
    assertThat(sla.text("/required/0")).isEqualTo("email");
    assertThat(texts(sla.body().path("words").get(0).path("lines")))
        .containsExactly("engagement is at least 30", "at once: Requested a demo");
    assertThat(texts(sla.body().path("reasons"), "reason")).contains("bad-data", "wrong-queue");
  }

  @Test
  void whoWantsNoMailIsMarkedWhereTheirLeadIsShown() {
    desk.qualified("u-1");
    var page = "/desk/leads/u-1";
    var marked = "Unsubscribed from e-mail on";
    assertThat(Browser.of(desk, "kim").get(page).html()).doesNotContain(marked);

    desk.happen(
        TestEvents.event("m-1", EventType.EMAIL)
            .with("event", "Email Unsubscribed")
            .user("u-1")
            .at(desk.now())
            .build());

    assertThat(Browser.of(desk, "kim").get(page).html()).contains(marked, "call, do not mail.");
    assertThat(desk.get("kim", "leads/u-1").text("/traits/unsubscribed")).isEqualTo(desk.now());
  }

  private List<String> names(Desk.Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    var names = new ArrayList<String>();
    for (var lead : answer.body().path("leads")) {
      names.add(lead.at("/person/email").asText().replace("@acme.example", ""));
    }
    return names;
  }

  private static List<String> texts(JsonNode rows, String name) {
    var texts = new ArrayList<String>();
    rows.forEach(row -> texts.add(row.path(name).asText()));
    return texts;
  }

  private static List<String> texts(JsonNode rows) {
    var texts = new ArrayList<String>();
    rows.forEach(row -> texts.add(row.asText()));
    return texts;
  }
}
