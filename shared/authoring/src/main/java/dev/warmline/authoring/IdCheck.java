package dev.warmline.authoring;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Ids name one thing: rules across all scores and the fit, segments among themselves. */
final class IdCheck {
  private final Findings findings;

  IdCheck(Findings findings) {
    this.findings = findings;
  }

  void check(ModelPlaces model) {
    unique("rule", Stream.concat(model.scoreRules().stream(), model.fitRules().stream()).toList());
    unique("segment", model.segments());
    unique("required trait", model.qualify().at("required"));
    unique("return reason", model.root().at("return-reasons"));
  }

  private void unique(String what, List<Place> places) {
    var first = new HashMap<String, Place>();
    for (var place : places) {
      var id = place.at("id");
      id.text().ifPresent(text -> twice(what, text, id, first.putIfAbsent(text, place) != null));
    }
  }

  private void unique(String what, Place list) {
    var seen = new HashMap<String, Place>();
    for (var item : list.children()) {
      item.text().ifPresent(text -> repeated(what, text, item, seen.put(text, item) != null));
    }
  }

  private void twice(String what, String id, Place place, boolean used) {
    if (used) {
      findings.error(place, "the " + what + " id " + id + " is used twice; give each its own");
    }
  }

  private void repeated(String what, String word, Place place, boolean used) {
    if (used) {
      findings.warning(place, "the " + what + " " + word + " is listed twice");
    }
  }
}
