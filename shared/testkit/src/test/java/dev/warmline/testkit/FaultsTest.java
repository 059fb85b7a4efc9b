package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.StoreUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final MemoryEventLog log = new MemoryEventLog();

  @Test
  void aFaultBeforeTheCallLeavesNothingBehind() {
    log.faults().failNextBefore(1);

    assertThatThrownBy(this::append).isInstanceOf(StoreUnavailable.class);

    assertThat(log.all()).isEmpty();
    append();
    assertThat(log.all()).hasSize(1);
  }

  @Test
  void aLostAnswerLeavesTheWriteBehind() {
    log.faults().failNextAfter(1);

    assertThatThrownBy(this::append).isInstanceOf(StoreUnavailable.class);

    assertThat(log.all()).hasSize(1);
  }

  private void append() {
    log.append(List.of(TestEvents.page("e-1", "/").build()));
  }
}
