package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class LanesTest {
  private final ConcurrentSkipListSet<Integer> done = new ConcurrentSkipListSet<>();

  @Test
  void allWorkIsDoneWhenItReturns() {
    new Lanes(2).forEach(List.of(1, 2, 3, 4, 5), done::add);

    assertThat(done).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void workThatDiedIsNotTakenForDone() {
    assertThatThrownBy(() -> new Lanes(2).forEach(List.of(1, 2, 3), this::unlessTwo))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(OutOfMemoryError.class);
    assertThat(done).containsExactly(1, 3);
  }

  private void unlessTwo(int item) {
    if (item == 2) {
      throw new OutOfMemoryError("planned");
    }
    done.add(item);
  }
}
