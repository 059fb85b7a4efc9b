package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;

/** All checks of what a model file means, beyond its shape; each theme is a class of its own. */
final class ModelChecks {
  private ModelChecks() {}

  static void check(ModelNode root, Findings findings) {
    var model = new ModelParts(root);
    new NoEffectCheck(findings).check(model);
    new PointsCheck(findings).check(model);
    new PatternCheck(findings, root).check(model);
    new BandCheck(findings).check(model);
    new EnterCheck(findings).check(model);
    new ExitCheck(findings).check(model);
    new RouteCheck(findings).check(model);
    new IdleRuleCheck(findings).check(model);
    new SaysCheck(findings).check(model);
    new OftenCheck(findings).check(model);
  }
}
