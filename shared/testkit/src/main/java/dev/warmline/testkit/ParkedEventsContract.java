package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ParkedEvents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every place for parked events keeps to. */
public abstract class ParkedEventsContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** The place under test; a test starts with an empty one. */
  protected abstract ParkedEvents parkedEvents();

  /** All that is parked there now, in any order. */
  protected abstract List<ParkedEvent> parked();

  @Test
  void whatWasParkedIsThereWithItsReason() {
    var event = new ParkedEvent("website", "no type: add \"type\"", NOON, "{\"id\":1} \u00e9");

    parkedEvents().park(event);

    assertThat(parked()).containsExactly(event);
  }

  @Test
  void theSameBytesForTheSameReasonAreParkedOnceWithTheFirstInstant() {
    parkedEvents().park(new ParkedEvent("website", "why", NOON, "raw"));
    parkedEvents().park(new ParkedEvent("website", "why", NOON.plusSeconds(9), "raw"));

    assertThat(parked()).extracting(ParkedEvent::at).containsExactly(NOON);
  }

  @Test
  void anotherReasonIsAnotherItem() {
    parkedEvents().park(new ParkedEvent("website", "why", NOON, "raw"));
    parkedEvents().park(new ParkedEvent("website", "because", NOON, "raw"));

    assertThat(parked()).hasSize(2);
  }

  @Test
  void emptyBytesAreParkedToo() {
    parkedEvents().park(new ParkedEvent("website", "empty", NOON, ""));

    assertThat(parked()).extracting(ParkedEvent::raw).containsExactly("");
  }
}
