package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Trust;
import dev.warmline.rule.AddressForm;
import dev.warmline.rule.Facts;
import dev.warmline.rule.MailChoice;
import dev.warmline.rule.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folds what events say of a person, in order: the last writer of a key wins, null removes it, and
 * a browser neither overwrites nor removes what a server set. What is said of a group stands apart.
 */
final class TraitFold {
  private static final String GROUP_ID = "groupId";
  private static final List<String> PURCHASES =
      List.of("purchases", "purchaseValue", "lastPurchase");

  private static final String EMAIL = "email";

  final Map<String, Known> known = new LinkedHashMap<>();
  final Map<String, Known> group = new LinkedHashMap<>();
  final Purchases purchases;

  /** The instant of the oldest mail choice, in milliseconds; {@code NEVER} before any. */
  long oldestChoice = RuleFold.NEVER;

  private final Facts facts;

  /** Of nobody of whom anything is known. */
  TraitFold(Model model) {
    this.purchases = new Purchases(model.file().money());
    this.facts = model.facts();
  }

  /** A value and who set it. */
  record Known(JsonNode value, Trust by) {}

  /**
   * Takes the next event.
   *
   * @param looked keys of traits, those of a group as {@code group.name}, or {@code group} for all
   * @return whether it changed one of the facts that are looked at
   */
  boolean add(Event event, Set<String> looked) {
    return switch (event.type()) {
      case IDENTIFY, IMPORT -> takeAll(event, known, looked, "");
      case GROUP -> {
        var isNewId = takeId(event, looked);
        yield takeAll(event, group, looked, "group.") || isNewId;
      }
      case TRACK -> purchases.add(event) && PURCHASES.stream().anyMatch(looked::contains);
      case EMAIL -> {
        MailChoice.of(event).ifPresent(choice -> take(choice, event));
        yield false;
      }
      case PAGE, SCREEN, ALIAS, ADJUSTMENT, OUTCOME, CONSENT, VERDICT -> false;
    };
  }

  /** The traits known now, with what follows from them and the facts that are read from them. */
  ObjectNode traits() {
    var traits = EventJson.newObject();
    known.forEach((key, trait) -> traits.set(key, trait.value()));
    if (!group.isEmpty()) {
      var ofGroup = traits.putObject("group");
      group.forEach((key, trait) -> ofGroup.set(key, trait.value()));
    }
    AddressForm.address(traits.path(EMAIL))
        .ifPresent(address -> AddressForm.putAddress(traits, address));
    purchases.write(traits);
    return facts.in(traits);
  }

  /** Who set the e-mail address that is known, if one is. */
  Optional<Trust> addressBy() {
    return Optional.ofNullable(known.get(EMAIL)).map(Known::by);
  }

  /** Speaks for nobody, whatever looks at it. */
  private void take(MailChoice choice, Event event) {
    var at = EventJson.format(event.occurredAt());
    var value =
        switch (choice) {
          case UNSUBSCRIBED -> TextNode.valueOf(at);
          case SUBSCRIBED -> NullNode.instance;
        };
    set(known, MailChoice.TRAIT, value, event.trust());
    oldestChoice = Math.min(oldestChoice, Millis.of(event.occurredAt()));
  }

  /** The id of a group is what tells it from others of the same name. */
  private boolean takeId(Event event, Set<String> looked) {
    return event
        .text(GROUP_ID)
        .filter(id -> set(group, GROUP_ID, TextNode.valueOf(id), event.trust()))
        .filter(_ -> looked.contains("group." + GROUP_ID) || looked.contains("group"))
        .isPresent();
  }

  private static boolean takeAll(
      Event event, Map<String, Known> known, Set<String> looked, String prefix) {
    var changed = false;
    for (var trait : event.object("traits").properties()) {
      changed |=
          set(known, trait.getKey(), trait.getValue(), event.trust())
              && (looked.contains(prefix + trait.getKey())
                  || (!prefix.isEmpty() && looked.contains("group")));
    }
    return changed;
  }

  private static boolean set(Map<String, Known> known, String key, JsonNode given, Trust by) {
    var value = key.equals(EMAIL) ? inOneForm(given) : given;
    var before = known.get(key);
    if (before != null && before.by() == Trust.SERVER && by == Trust.BROWSER) {
      return false;
    }
    if (value.isNull()) {
      return known.remove(key) != null;
    }
    known.put(key, new Known(value, by));
    return before == null || !before.value().equals(value);
  }

  private static JsonNode inOneForm(JsonNode email) {
    return AddressForm.address(email)
        .<JsonNode>map(address -> TextNode.valueOf(address.toString()))
        .orElse(email);
  }
}
