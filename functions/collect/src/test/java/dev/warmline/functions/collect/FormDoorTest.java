package dev.warmline.functions.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain HTML forms, as browsers send them without a script. */
class FormDoorTest {
  private static final String ORIGIN = "https://shop.example";

  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  @Test
  void aFormSaysWhoItIsAndThatItWasSent() {
    var answer =
        landing("mail=jane%2Bnews%40acme.example&company=Acme&anonymousId=d-1&message=Hi+there");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/thanks");
    var events = List.copyOf(memory.log.values());
    assertThat(events).extracting(e -> e.type().word()).containsExactly("identify", "track");
    assertThat(events.getFirst().json().at("/traits/email").asText())
        .isEqualTo("jane+news@acme.example");
    assertThat(events.getFirst().json().at("/traits/company").asText()).isEqualTo("Acme");
    assertThat(events.getFirst().text("anonymousId")).contains("d-1");
    assertThat(events.getLast().text("event")).contains("Form Submitted");
    assertThat(events.getLast().json().at("/properties/form").asText()).isEqualTo("landing");
    assertThat(events.getLast().json().at("/properties/message").asText()).isEqualTo("Hi there");
    assertThat(events.getLast().profile()).isEqualTo(events.getFirst().profile());
    assertThat(events.getFirst().occurredAt()).isBefore(events.getLast().occurredAt());
  }

  @Test
  void theEventsOfASourceThatBringsHistoryAreMarked() {
    landing("mail=jane@acme.example");

    assertThat(memory.log.values()).allMatch(e -> e.json().path("backfill").asBoolean());
  }

  @Test
  void theFormMayAskForAnotherPageThatTheSourceNamesAndForNoOther() {
    assertThat(landing("mail=a@b.example&_answer=%2Fother").header("Location")).isEqualTo("/other");
    assertThat(landing("mail=a@b.example&_answer=https%3A%2F%2Fevil.example").header("Location"))
        .isEqualTo("/thanks");
  }

  @Test
  void aFormWhoseSourceCannotBeReadIsAskedForAgain() {
    memory.areSourcesDown = true;

    var answer = landing("mail=jane@acme.example");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(gateway.lines).anyMatch(line -> line.contains("RequestsUnavailable"));
  }

  @Test
  void whoAsksForJsonGetsJson() {
    var answer =
        gateway.post(
            "/f/landing", "mail=a@b.example", "Origin", ORIGIN, "Accept", "application/json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"success\":true}");
  }

  @Test
  void aSourceWithoutAPageAnswersInJson() {
    var answer = gateway.post("/f/plain", "email=a@b.example&form=newsletter");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(memory.log.values())
        .anyMatch(e -> e.json().at("/properties/form").asText().equals("newsletter"));
  }

  @Test
  void aFieldThatPeopleDoNotSeeMarksRobots() {
    landing("mail=a@b.example&_trap=http%3A%2F%2Fspam.example");

    assertThat(memory.log.values())
        .hasSize(2)
        .allMatch(e -> e.json().at("/verdict/bot").asBoolean())
        .noneMatch(e -> e.json().toString().contains("spam.example"));
  }

  @Test
  void aDoubleClickIsOneSubmissionAndThePageOfAnotherOriginNone() {
    landing("mail=a@b.example");
    landing("mail=a@b.example");
    assertThat(memory.log).hasSize(2);

    var stranger = gateway.post("/f/landing", "mail=c@d.example", "Origin", "https://evil.example");
    assertThat(stranger.status()).isEqualTo(403);
    assertThat(gateway.post("/f/nobody", "mail=c@d.example").status()).isEqualTo(404);
    assertThat(memory.log).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&&&", "=", "%", "mail=%zz", "a=b=c", "\u0000", "{\"a\":1}"})
  void whatIsNoFormIsParkedAndNeverFails(String body) {
    var answer = landing(body);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(memory.log).isEmpty();
    assertThat(memory.parked).isNotEmpty();
  }

  private Gateway.Answer landing(String body) {
    return gateway.post("/f/landing", body, "Origin", ORIGIN, "Referer", ORIGIN + "/contact");
  }
}
