package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.lead.Stage;
import org.junit.jupiter.api.Test;

/** What the queue shows, and what is done from it. */
class QueuePageTest {
  private final Desk desk = new Desk();
  private final Browser kim = Browser.of(desk, "kim");

  @Test
  void itShowsWhoIsNextWithTheClockThatRuns() {
    desk.qualified("u-1");

    var page = kim.get("/desk/queue");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html())
        .contains("Jo u-1", "4 h left", "to accept", "inbound-sdr", "nobody", "Take");
  }

  @Test
  void oneClickTakesALeadAndLeadsToIt() {
    var lead = desk.qualified("u-1");

    var taken = kim.send(kim.get("/desk/queue").form("Take"));

    assertThat(taken.status()).isEqualTo(303);
    assertThat(taken.header("Location")).isEqualTo("/live/desk/leads/" + lead.id());
    assertThat(desk.lead("u-1").standing().owner()).contains("kim");
    assertThat(kim.get("/desk/leads/u-1").html()).contains("yours", "Undo");
  }

  @Test
  void ofTwoAtOneButtonTheSecondIsToldWhoHasIt() {
    desk.qualified("u-1");
    var bo = Browser.of(desk, "bo");
    var forBo = bo.get("/desk/queue").form("Take");
    kim.send(kim.get("/desk/queue").form("Take"));

    var second = bo.send(forBo);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.html()).contains("Kim Lee has this lead", "Take it over");
    assertThat(desk.lead("u-1").standing().owner()).contains("kim");
    assertThat(bo.send(second.form("Take it over")).status()).isEqualTo(303);
    assertThat(desk.lead("u-1").standing().owner()).contains("bo");
  }

  @Test
  void whatSomebodyPutBackIntoTheQueueIsTakenThereWhateverItsStage() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'accepted'}");
    assertThat(kim.get("/desk/queue").html()).doesNotContain(">Take<");
    desk.act("kim", "u-1", "{'act':'assigned','queue':'inbound-sdr'}");
    var bo = Browser.of(desk, "bo");
    assertThat(bo.get("/desk/leads/u-1").html()).contains("Take it");

    assertThat(bo.send(bo.get("/desk/queue").form("Take")).status()).isEqualTo(303);

    assertThat(desk.lead("u-1").standing().owner()).contains("bo");
    assertThat(desk.lead("u-1").stage()).isEqualTo(Stage.SAL);
  }

  @Test
  void whoServesNoQueueSeesAllAndMayNotTake() {
    desk.qualified("u-1");

    var page = Browser.of(desk, "mia").get("/desk/queue");

    assertThat(page.html()).contains("Jo u-1").doesNotContain(">Take<");
  }

  @Test
  void queuesOfOthersAreShownOnDemandAndNothingIsTakenFromThem() {
    desk.qualified("u-1", 2_000);

    assertThat(kim.get("/desk/queue").html()).doesNotContain("Jo u-1").contains("Nobody waits");
    assertThat(kim.get("/desk/queue?queue=all").html()).contains("Jo u-1").doesNotContain(">Take<");
  }

  @Test
  void filtersLeaveThoseThatFit() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'accepted'}");
    desk.qualified("u-2");

    assertThat(kim.get("/desk/queue?owner=me").html()).contains("Jo u-1");
    assertThat(kim.get("/desk/queue?owner=bo").html()).contains("Nobody fits");
    assertThat(kim.get("/desk/queue?stage=MQL").html()).contains("Jo u-2").doesNotContain("Jo u-1");
    assertThat(kim.get("/desk/queue?segment=big").html()).contains("Nobody fits");
    assertThat(kim.get("/desk/queue?segment=none").status()).isEqualTo(422);
  }
}
