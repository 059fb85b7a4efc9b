package dev.warmline.authoring;

import dev.warmline.rule.LeadSources;
import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import java.util.HashSet;
import java.util.List;

/** Routes that are never taken, leads without a route, and lead sources that do not exist. */
record RouteCheck(Findings findings) {
  private static final List<String> CHANNELS = LeadSources.CHANNELS;

  void check(ModelParts model) {
    var open = true;
    var taken = new HashSet<String>();
    for (var route : model.routes()) {
      if (!open) {
        findings.warning(route, "this route is never taken: an earlier one takes every lead");
      }
      var segment = route.at("segment");
      segment.text().ifPresent(name -> twice(segment, name, !taken.add(name)));
      open &= segment.exists();
    }
    if (open && !model.routes().isEmpty()) {
      findings.warning(
          model.root().at("routes"),
          "leads of no segment have no route; end with one that names only a queue");
    }
    model.segments().forEach(segment -> channels(segment.at("when").at("leadSource")));
  }

  private void twice(ModelNode segment, String name, boolean again) {
    if (again) {
      findings.warning(segment, "segment " + name + " is routed by an earlier route");
    }
  }

  private void channels(ModelNode leadSource) {
    leadSource.children().stream().filter(touch -> touch.node().isArray()).forEach(this::channels);
    for (var word : leadSource.children()) {
      if (word.text().isPresent() && !CHANNELS.contains(word.text().get())) {
        findings.warning(
            word,
            "no lead has the source " + word.text().get() + ": this never matches",
            Meant.of(word.text().get(), CHANNELS));
      }
    }
  }
}
