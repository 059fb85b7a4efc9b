package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.Source;
import dev.warmline.event.Trust;
import dev.warmline.usecase.ReplayedEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MendedEventTest {
  private static final Instant THEN = Instant.parse("2026-03-08T09:00:00Z");
  private static final Source SERVER = Source.of("backend", Trust.SERVER);

  @Test
  void aValueIsPutWhereItBelongsAndTheRestStays() {
    var event =
        taken(
            "{\"type\":\"track\",\"event\":\"E\",\"properties\":{\"a\":1}}",
            Map.of("userId", "42", "properties.b.c", "two words", "properties.d", "true story"));

    assertThat(event.profile()).hasToString("user:42");
    assertThat(event.json().path("properties").toString())
        .contains("\"a\":1", "\"b\":{\"c\":\"two words\"}", "\"d\":\"true story\"");
  }

  @Test
  void aValueMayBeJson() {
    var event =
        taken(
            "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\"}",
            Map.of("properties", "{ \"seats\": 5 }"));

    assertThat(event.json().at("/properties/seats").asInt()).isEqualTo(5);
  }

  @Test
  void howeverItIsMendedItIsTheSameEvent() {
    var nobody = "{\"type\":\"page\",\"name\":\"Pricing\"}";

    var once = taken(nobody, Map.of("userId", "u", "name", "Prices"));
    var again = taken(nobody, Map.of("userId", "u"));

    assertThat(again.key()).isEqualTo(once.key());
  }

  @Test
  void theIdThatItsClientGaveItStays() {
    var event = taken("{\"type\":\"page\",\"messageId\":\"m-1\"}", Map.of("userId", "u"));

    assertThat(event.id()).isEqualTo("m-1");
  }

  @Test
  void whatIsNoObjectStaysAsItIs() {
    var parked = new ParkedEvent("backend", "why", THEN, "[1, 2");

    assertThat(MendedEvent.of(parked, Map.of("userId", "u"))).isEqualTo(parked);
  }

  private static Event taken(String raw, Map<String, String> values) {
    var mended = MendedEvent.of(new ParkedEvent("backend", "why", THEN, raw), values);
    return ((ReplayedEvent.Taken) ReplayedEvent.of(mended, SERVER)).event();
  }
}
