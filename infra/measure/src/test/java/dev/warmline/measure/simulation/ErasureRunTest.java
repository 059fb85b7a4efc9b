package dev.warmline.measure.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ErasureRunTest {
  private static final int SEEDS = Integer.getInteger("warmline.erasures", 60);

  @Test
  void whateverGoesOnWhoIsErasedComesBackByThemselvesAlone() {
    Logger.getLogger("dev.warmline").setLevel(Level.OFF);
    var broken = new ArrayList<String>();

    for (var seed = 1; seed <= SEEDS; seed++) {
      for (var breach : new ErasureRun(seed).breaches()) {
        broken.add("seed " + seed + ": " + breach);
      }
    }

    assertThat(broken).isEmpty();
  }
}
