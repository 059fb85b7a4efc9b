package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.lead.Stage;
import dev.warmline.testkit.TestEvents;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What both teams do to leads over the API, from the queue to the customer. */
class ActsTest {
  private final Desk desk = new Desk();

  @Test
  void whoAcceptsIsToldWhereTheLeadStandsNow() {
    var lead = desk.qualified("u-1");

    var answer = desk.act("kim", "u-1", "{'act':'accepted'}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/lead")).isEqualTo(lead.id().value());
    assertThat(answer.text("/stage")).isEqualTo("SAL");
    assertThat(answer.text("/cycle")).isEqualTo("1");
    assertThat(answer.text("/owner")).isEqualTo("kim");
    assertThat(answer.text("/queue")).isEqualTo("inbound-sdr");
    assertThat(answer.body().path("deadlines").isEmpty()).isFalse();
    assertThat(desk.outcomes(lead)).containsExactly("accepted");
    assertThat(answer.headers().path("Cache-Control").asText()).isEqualTo("no-store");
  }

  @Test
  void theSecondIsToldWhoWasFirst() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'accepted'}");

    var second = desk.act("bo", "u-1", "{'act':'accepted'}");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("conflict");
    assertThat(second.text("/error")).isEqualTo("kim has it since 2026-03-02T10:00:00Z");
    assertThat(second.text("/mend")).contains("\"take\": true");
    assertThat(second.text("/standing/owner")).isEqualTo("kim");
  }

  @Test
  void anothersLeadIsTakenOverByWhoeverAsksForIt() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'accepted'}");

    var taken = desk.act("bo", "u-1", "{'act':'contacted','how':'phone','take':true}");

    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.text("/owner")).isEqualTo("bo");
    assertThat(desk.outcomes(desk.lead("u-1")))
        .containsExactlyInAnyOrder("accepted", "assigned", "contacted");
  }

  @Test
  void theSameKeyDoesNothingTwiceAndAnswersTheSame() {
    desk.qualified("u-1");
    var first = desk.act("kim", "u-1", "{'act':'accepted'}", "k");
    desk.act("kim", "u-1", "{'act':'qualified'}");

    var again = desk.act("kim", "u-1", "{'act':'accepted'}", "k");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/answer")).isEqualTo(first.text("/answer"));
    assertThat(again.text("/stage")).isEqualTo("SQL");
    assertThat(desk.outcomes(desk.lead("u-1"))).containsExactlyInAnyOrder("accepted", "qualified");
  }

  @Test
  void aKeyThatNamedAnotherActIsNotTakenForThisOne() {
    desk.qualified("u-1");
    desk.qualified("u-2");
    desk.act("kim", "u-1", "{'act':'accepted'}", "k");

    assertThat(desk.act("kim", "u-2", "{'act':'accepted'}", "k").code()).isEqualTo("key_used");
    assertThat(desk.act("kim", "u-1", "{'act':'qualified'}", "k").code()).isEqualTo("key_used");
    assertThat(desk.act("bo", "u-1", "{'act':'accepted'}", "k").code()).isEqualTo("key_used");
    assertThat(desk.lead("u-2").stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void whatIsMissingIsToldBeforeTheKeyIsUsedUp() {
    desk.qualified("u-1");

    var without = desk.act("kim", "u-1", "{'act':'returned','reason':'bad-data'}", "k");
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.text("/error"))
        .isEqualTo("the act needs a text \"note\": reason bad-data asks for it");
    var with =
        desk.act("kim", "u-1", "{'act':'returned','reason':'bad-data','note':'no number'}", "k");

    assertThat(with.status()).isEqualTo(200);
    assertThat(with.text("/stage")).isEqualTo("Recycled");
    assertThat(with.text("/deadlines/answer")).isNotEmpty();
  }

  @Test
  void whatTheDeskAsksForIsWhatTheMachineAsksFor() {
    desk.qualified("u-1");

    assertThat(desk.act("kim", "u-1", "{'act':'returned','reason':'wrong-queue'}").text("/error"))
        .contains("\"queue\"");
    assertThat(desk.act("kim", "u-1", "{'act':'lost','reason':'nothing'}").text("/error"))
        .contains("no-budget, timing, bad-data, wrong-queue, do-not-contact");
    var moved =
        desk.act("kim", "u-1", "{'act':'returned','reason':'wrong-queue','queue':'enterprise-ae'}");
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.text("/queue")).isEqualTo("enterprise-ae");
  }

  @Test
  void marketingAnswersWhatSalesAsked() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'returned','reason':'bad-data','note':'no number'}");

    var returned = desk.get("mia", "returned");
    assertThat(returned.text("/returned/0/lead")).isEqualTo(desk.lead("u-1").id().value());
    assertThat(returned.text("/returned/0/why")).isEqualTo("bad-data");
    var answered = desk.act("mia", "u-1", "{'act':'answered','answer':'mended'}");

    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.body().path("deadlines").isEmpty()).isTrue();
    assertThat(desk.get("mia", "returned").body().path("returned")).hasSize(1);
  }

  @Test
  void whoDidItTakesItBackForTenMinutes() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'accepted'}");

    assertThat(desk.act("bo", "u-1", "{'act':'undone'}").status()).isEqualTo(409);
    desk.clock.advance(Duration.ofMinutes(9));
    assertThat(desk.act("kim", "u-1", "{'act':'undone'}").text("/stage")).isEqualTo("MQL");
  }

  @Test
  void somebodyMetAtAFairIsHandedToSales() {
    var body =
        """
        {"traits":{"email":"Jane@Fair.example","name":"Jane","company":"Fair","employees":1200},
         "why":"met at the fair, wants a demo"}\
        """;

    var handed = handOver("mia", body, "h-1");
    var again = handOver("mia", body, "h-1");

    assertThat(handed.status()).isEqualTo(200);
    assertThat(handed.text("/stage")).isEqualTo("MQL");
    assertThat(handed.text("/queue")).isEqualTo("enterprise-ae");
    assertThat(again.text("/lead")).isEqualTo(handed.text("/lead"));
    assertThat(again.text("/cycle")).isEqualTo("1");
    var seen = desk.get("ana", "leads/jane@fair.example");
    assertThat(seen.text("/person/company")).isEqualTo("Fair");
    assertThat(seen.text("/history/0/why")).isEqualTo("met at the fair, wants a demo");
    assertThat(seen.text("/history/0/who")).isEqualTo("mia");
  }

  @Test
  void whoCannotBeReachedCannotBeHandedOver() {
    var nobody = handOver("mia", "{\"traits\":{\"name\":\"Jane\"},\"why\":\"met\"}", "h-1");

    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.text("/error")).contains("\"email\" address or a \"phone\" number");
  }

  @Test
  void anActOnWhoWasMergedAwayIsDoneToWhoTheyAreNow() {
    var loser = desk.qualified("u-1");
    desk.happen(
        TestEvents.event("alias", dev.warmline.event.EventType.ALIAS)
            .user("u-2")
            .with("previousId", "u-1")
            .at(desk.now())
            .build());

    var answer = desk.act("kim", loser.id().value(), "{'act':'accepted'}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/lead")).isEqualTo(desk.lead("u-2").id().value());
  }

  private Desk.Answer handOver(String person, String body, String key) {
    return desk.call(
        "POST",
        "/api/v1/leads",
        body,
        "Authorization",
        desk.bearer(person),
        "Idempotency-Key",
        key);
  }
}
