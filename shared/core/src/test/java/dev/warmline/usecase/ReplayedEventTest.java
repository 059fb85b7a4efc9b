package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.Source;
import dev.warmline.event.Trust;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayedEventTest {
  private static final Instant THEN = Instant.parse("2026-03-02T12:00:00Z");
  private static final Source BROWSER = Source.of("landing", Trust.BROWSER);
  private static final Source SERVER = Source.of("landing", Trust.SERVER);
  private static final String OUTCOME =
      "{\"type\":\"outcome\",\"userId\":\"u\",\"stage\":\"Customer\"}";

  @Test
  void whatASourceMayNowSayIsTakenAsIfItHadArrivedWhenItDid() {
    var event = taken(OUTCOME, SERVER);

    assertThat(event.receivedAt()).isEqualTo(THEN);
    assertThat(event.source()).isEqualTo("landing");
    assertThat(event.trust()).isEqualTo(Trust.SERVER);
  }

  @Test
  void aSecondReplayIsTheSameEvent() {
    assertThat(taken(OUTCOME, SERVER).key()).isEqualTo(taken(OUTCOME, SERVER).key());
  }

  @Test
  void whatIsStillWrongKeepsItsReason() {
    assertThat(refused(OUTCOME, BROWSER)).contains("server source");
    assertThat(refused("{\"type\":\"page\"}", SERVER)).contains("names nobody");
    assertThat(refused("no", SERVER)).contains("JSON");
  }

  @Test
  void whatWasCutOrIsAWholeBatchCannotBeReplayed() {
    var batch = "{\"batch\":[" + OUTCOME + "," + OUTCOME + "]}";

    assertThat(refused("{\"x\":\"" + "y".repeat(9_000) + "\"}", SERVER)).contains("first part");
    assertThat(refused(batch, SERVER)).contains("whole batch");
  }

  @Test
  void whatTheLogRefusedComesBackUnchanged() {
    var canonical = EventJson.write(taken(OUTCOME, SERVER));
    var reason = "the log refuses this event: send less in it";

    var replayed = ReplayedEvent.of(new ParkedEvent("landing", reason, THEN, canonical), SERVER);

    assertThat(replayed)
        .isInstanceOfSatisfying(
            ReplayedEvent.Taken.class,
            taken -> assertThat(EventJson.write(taken.event())).isEqualTo(canonical));
  }

  @Test
  void aBrowserThatWroteItselfATrustDoesNotGetIt() {
    var forged =
        "{\"type\":\"page\",\"id\":\"x\",\"userId\":\"u\",\"profile\":\"user:u\",\"trust\":\"server\","
            + "\"occurredAt\":\"2026-01-01T00:00:00Z\"}";

    assertThat(taken(forged, BROWSER).trust()).isEqualTo(Trust.BROWSER);
  }

  private static Event taken(String raw, Source source) {
    return ((ReplayedEvent.Taken) ReplayedEvent.of(parked(raw), source)).event();
  }

  private static String refused(String raw, Source source) {
    return ((ReplayedEvent.Refused) ReplayedEvent.of(parked(raw), source)).reason();
  }

  private static ParkedEvent parked(String raw) {
    return new ParkedEvent("landing", "why", THEN, raw);
  }
}
