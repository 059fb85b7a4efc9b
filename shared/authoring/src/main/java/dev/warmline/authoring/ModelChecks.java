package dev.warmline.authoring;

/** All checks of what a model file means, beyond its shape; each theme is a class of its own. */
final class ModelChecks {
  private ModelChecks() {}

  static void check(Place root, Findings findings) {
    var model = new ModelPlaces(root);
    new IdCheck(findings).check(model);
    new ReferenceCheck(findings).check(model);
    new TimeCheck(findings).check(model);
    new PointsCheck(findings).check(model);
    new PatternCheck(findings, PatternLists.of(root)).check(model);
    new BandCheck(findings).check(model);
    new EnterCheck(findings).check(model);
    new ExitCheck(findings).check(model);
    new RouteCheck(findings).check(model);
    new IdleRuleCheck(findings).check(model);
  }
}
