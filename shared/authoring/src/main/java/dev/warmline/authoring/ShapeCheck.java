package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.authoring.Shape.Fields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Holds a file against its shape: unknown and missing keys, wrong types, malformed values. */
final class ShapeCheck {
  private final Findings findings;
  private final ValueCheck values;

  ShapeCheck(Findings findings) {
    this.findings = findings;
    this.values = new ValueCheck(findings);
  }

  void check(Place place, Shape shape) {
    if (findings.covers(place.pointer()) && place.node().isNull()) {
      return;
    }
    if (place.node().isNull()) {
      findings.error(place, place.key() + " has no value; write one or remove the key");
      return;
    }
    switch (shape) {
      case Fields fields -> fields(place, fields);
      case Shape.Condition _ -> fields(place, ModelShape.CONDITION);
      case Shape.Named named -> named(place, named);
      case Shape.Items items -> items(place, items);
      case Shape.WordOr either -> wordOr(place, either);
      case Shape.Pattern _ -> pattern(place);
      case Shape.Text text -> values.text(place, text.longest());
      case Shape.ItemId _ -> values.id(place);
      case Shape.Choice choice -> values.choice(place, choice.words());
      case Shape.ChoiceOrDuration choice -> values.choiceOrDuration(place, choice.words());
      case Shape.Amount _ -> values.number(place);
      case Shape.Count _ -> values.count(place);
      case Shape.Span span -> values.duration(place, span.zero());
      case Shape.Flag _ -> values.flag(place);
      case Shape.ClockTime _ -> values.clockTime(place);
      case Shape.Value _ -> values.plain(place);
      case Shape.Path _ -> values.path(place);
    }
  }

  private void fields(Place place, Fields shape) {
    if (!isA(place, JsonNode::isObject, shape.title() + " is a block of keys and values")) {
      return;
    }
    for (var child : place.children()) {
      var field = shape.fields().get(child.key());
      if (field == null) {
        unknown(child, shape);
      } else {
        check(child, field.shape());
      }
    }
    for (var key : shape.required()) {
      if (!place.at(key).exists() && !misspelt(place, shape, key)) {
        findings.error(place, shape.title() + " needs the key " + key);
      }
    }
    alternatives(place, shape);
  }

  private void unknown(Place child, Fields shape) {
    var near = Spelling.nearest(child.key(), shape.fields().keySet());
    findings.errorAtKey(child, "unknown key " + child.key() + " in " + shape.title(), near);
  }

  /** A missing key that is there with a slip of the pen is one problem, not two. */
  private static boolean misspelt(Place place, Fields shape, String key) {
    return place.children().stream()
        .filter(child -> !shape.fields().containsKey(child.key()))
        .anyMatch(child -> Spelling.nearest(child.key(), Set.of(key)).isPresent());
  }

  private void alternatives(Place place, Fields shape) {
    if (shape.alternatives().isEmpty()) {
      return;
    }
    var present = new LinkedHashSet<String>();
    var unknown = false;
    for (var child : place.children()) {
      unknown |= !shape.fields().containsKey(child.key());
      present.add(child.key());
    }
    if (!unknown && !shape.alternatives().contains(present)) {
      findings.error(place, shape.title() + " is exactly one of " + ShapeWords.of(shape));
    }
  }

  private void named(Place place, Shape.Named shape) {
    if (isA(place, JsonNode::isObject, shape.title() + " are a block of names and values")) {
      for (var child : place.children()) {
        values.name(child);
        check(child, shape.each());
      }
    }
  }

  private void items(Place place, Shape.Items shape) {
    if (isA(place, JsonNode::isArray, shape.title() + " are a list")) {
      if (place.node().size() < shape.atLeast()) {
        findings.error(place, "the list of " + shape.title() + " is empty");
      }
      place.children().forEach(child -> check(child, shape.each()));
    }
  }

  private void wordOr(Place place, Shape.WordOr shape) {
    if (place.node().isTextual()) {
      values.choice(place, List.of(shape.word()));
    } else {
      check(place, shape.other());
    }
  }

  private void pattern(Place place) {
    isA(place, JsonNode::isObject, "a pattern is a block such as { type: [page] }");
  }

  private boolean isA(Place place, Predicate<JsonNode> kind, String otherwise) {
    var right = kind.test(place.node());
    if (!right) {
      findings.error(place, otherwise, Optional.empty());
    }
    return right;
  }
}
