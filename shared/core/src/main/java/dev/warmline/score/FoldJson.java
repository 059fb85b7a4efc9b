package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Trust;
import dev.warmline.rule.Model;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A fold as JSON, and back. What can never matter again after the mark is left out, so that equal
 * events give equal JSON, however they were folded.
 */
record FoldJson(long base, ReducedEvents events) {
  ObjectNode write(Fold fold) {
    var json = EventJson.newObject();
    if (fold.mark == Long.MIN_VALUE) {
      return json;
    }
    json.put("mark", base - fold.mark);
    traits(fold.traits, json);
    touches(fold.touches, json);
    var fast = json.putArray("fast");
    fold.signals.forEach(event -> fast.add(events.event(event)));
    var seen = json.putArray("evidence");
    add(fold.evidence.newest, seen);
    add(fold.evidence.fresh, seen);
    var contacts = json.putArray("contacts");
    fold.contacts.newest.stream()
        .filter(contact -> fold.contacts.counts(contact, fold.mark))
        .forEach(contact -> contacts.add(base - contact.at()).add(contact.isMail()));
    var given = json.putArray("given");
    fold.adjustments.forEach(one -> given.add(events.nameless(one.event())));
    var shown = Moments.shown(fold.rules.stream().map(RuleFold::keptHits).toList());
    var rules = json.putArray("rules");
    for (var i = 0; i < shown.length; i++) {
      rules.add(new RuleFoldJson(base, events).write(fold.rules.get(i), fold.mark, shown[i]));
    }
    return json;
  }

  Fold read(JsonNode json, Model model) {
    var fold = new Fold(model);
    if (!json.has("mark")) {
      return fold;
    }
    fold.mark = base - json.path("mark").longValue();
    readTraits(json, fold.traits);
    readTouches(json.path("touches"), fold.touches);
    json.path("fast").forEach(event -> fold.signals.add(events.read(event)));
    fold.evidence.newest = seen(json.path("evidence").path(0));
    fold.evidence.fresh = seen(json.path("evidence").path(1));
    var contacts = json.path("contacts");
    for (var i = 0; i < contacts.size(); i += 2) {
      var at = base - contacts.path(i).longValue();
      fold.contacts.add(new ContactFold.Contact(at, contacts.path(i + 1).booleanValue()));
    }
    json.path("given")
        .forEach(one -> Adjustment.of(events.read(one).event()).ifPresent(fold.adjustments::add));
    for (var i = 0; i < fold.rules.size(); i++) {
      new RuleFoldJson(base, events).read(json.path("rules").path(i), fold.rules.get(i));
    }
    return fold;
  }

  private void traits(TraitFold traits, ObjectNode json) {
    known(traits.known, json.putArray("known"));
    known(traits.group, json.putArray("group"));
    var bought = traits.purchases;
    if (bought.count > 0) {
      json.putArray("bought")
          .add(bought.count)
          .add(bought.value.map(BigDecimal::toPlainString).orElse(""))
          .add(base - bought.oldest)
          .add(base - bought.last)
          .add(bought.currency);
    }
    if (traits.oldestChoice != RuleFold.NEVER) {
      json.put("choice", base - traits.oldestChoice);
    }
  }

  private static void known(Map<String, TraitFold.Known> traits, ArrayNode json) {
    traits.forEach(
        (key, trait) ->
            json.addArray().add(key).add(trait.value()).add(trait.by() == Trust.SERVER));
  }

  private void readTraits(JsonNode json, TraitFold traits) {
    readKnown(json.path("known"), traits.known);
    readKnown(json.path("group"), traits.group);
    var bought = json.path("bought");
    if (!bought.isEmpty()) {
      traits.purchases.count = bought.path(0).intValue();
      traits.purchases.value =
          Optional.of(bought.path(1).textValue())
              .filter(text -> !text.isEmpty())
              .map(BigDecimal::new);
      traits.purchases.oldest = base - bought.path(2).longValue();
      traits.purchases.last = base - bought.path(3).longValue();
      traits.purchases.currency = bought.path(4).textValue();
    }
    if (json.has("choice")) {
      traits.oldestChoice = base - json.path("choice").longValue();
    }
  }

  private static void readKnown(JsonNode json, Map<String, TraitFold.Known> traits) {
    for (var known : json) {
      var by = known.path(2).booleanValue() ? Trust.SERVER : Trust.BROWSER;
      traits.put(known.path(0).textValue(), new TraitFold.Known(known.path(1), by));
    }
  }

  private void touches(Touches touches, ObjectNode json) {
    var array = json.putArray("touches");
    addTouch(touches.first, array);
    addTouch(touches.last, array);
    touches.visit.ifPresentOrElse(at -> array.add(base - at), array::addNull);
  }

  private void add(Optional<EvidenceFold.Seen> evidence, ArrayNode array) {
    var one = array.addArray();
    evidence.ifPresent(
        seen ->
            one.add(base - seen.received())
                .add(base - seen.at())
                .add(seen.expires())
                .add(seen.kind().name())
                .add(seen.list()));
  }

  private Optional<EvidenceFold.Seen> seen(JsonNode json) {
    return json.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EvidenceFold.Seen(
                base - json.path(0).longValue(),
                base - json.path(1).longValue(),
                json.path(2).booleanValue(),
                Evidence.Kind.valueOf(json.path(3).textValue()),
                json.path(4).textValue()));
  }

  private void addTouch(Optional<Touches.Touch> touch, ArrayNode array) {
    var one = array.addArray();
    touch.ifPresent(seen -> one.add(seen.channel()).add(base - seen.at()).add(seen.expires()));
  }

  private void readTouches(JsonNode json, Touches touches) {
    touches.first = touch(json.path(0));
    touches.last = touch(json.path(1));
    touches.visit =
        json.path(2).isNumber() ? Optional.of(base - json.path(2).longValue()) : Optional.empty();
  }

  private Optional<Touches.Touch> touch(JsonNode json) {
    return StreamSupport.stream(json.spliterator(), false)
        .findFirst()
        .map(
            channel ->
                new Touches.Touch(
                    channel.textValue(),
                    base - json.path(1).longValue(),
                    json.path(2).booleanValue()));
  }
}
