package dev.warmline.functions.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.EventJson;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What is shown of a sum is its parts, whatever stands behind the point. */
class WaterfallTest {
  @Test
  void whatIsShownAddsUpToWhatIsShown() {
    assertThat(shown(21.762, 21.762, 17.41, 8.571, 0.571)).isEqualTo("70.1");
    var random = new Random(17);
    for (var i = 0; i < 500; i++) {
      shown(random.doubles(1 + random.nextInt(9), -30, 40).toArray());
    }
  }

  /** The total, which the parts were added up to. */
  private static String shown(double... points) {
    var card = EventJson.newObject();
    var lines = card.putObject("scores").putObject("engagement").putArray("lines");
    DoubleStream.of(points)
        .mapToObj(it -> BigDecimal.valueOf(Math.round(it * 1_000), 3))
        .forEach(it -> lines.addObject().put("rule", "r").put("points", it).put("says", "x"));
    var fall = Waterfall.of(card).getFirst();
    var sum =
        fall.bars().stream()
            .map(bar -> number(bar.points()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).as("%s", fall.bars()).isEqualByComparingTo(number(fall.total()));
    return fall.total();
  }

  private static BigDecimal number(String shown) {
    return new BigDecimal(shown.replace("+", "").replace('\u2212', '-'));
  }
}
