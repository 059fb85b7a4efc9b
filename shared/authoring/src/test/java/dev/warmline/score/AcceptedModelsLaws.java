package dev.warmline.score;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the checks of a model promise to whoever scores with it. */
class AcceptedModelsLaws {
  @Property
  void enterAndExitAreNeverBothTrueInAnyModelThatIsAccepted(@ForAll long seed) {
    var cases = new RandomCases(seed);
    var model = new RandomTrees(cases).acceptedModel();
    Assume.that(model.isPresent());

    for (var i = 0; i < 3; i++) {
      var card = Scorer.verdict(cases.history(25), model.get(), cases.asOf());
      assertThat(card.qualifies().enter() && card.qualifies().exit()).isFalse();
    }
  }
}
