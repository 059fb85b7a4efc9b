package dev.warmline.measure.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLoopTest {

  @ParameterizedTest
  @ValueSource(strings = {"default", "example"})
  void theHandWrittenRulesMatchWhatTheModelMatches(String name) {
    var model = Resources.model(name);
    var loop = new PlainLoop(PlainRules.of(name));

    assertThat(Histories.of(500))
        .allSatisfy(
            event ->
                assertThat(loop.matching(event)).isEqualTo(model.matching(event).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 2_000})
  void eachSampleEventHitsEquallyManyRulesInEveryModel(int rules) {
    var model = ManyRules.model(rules);
    var loop = new PlainLoop(ManyRules.plain(rules));
    var track = Resources.event("track");
    var page = Resources.event("page");

    assertThat(model.matching(track).orElseThrow())
        .containsExactly(0, 2, 3)
        .isEqualTo(loop.matching(track));
    assertThat(model.matching(page).orElseThrow())
        .containsExactly(1, 3)
        .isEqualTo(loop.matching(page));
  }
}
