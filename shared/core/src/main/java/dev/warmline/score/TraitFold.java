package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Trust;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Folds what events say of a person, in order: the last writer of a key wins, null removes it, and
 * a browser neither overwrites nor removes what a server set.
 */
final class TraitFold {
  private static final List<String> PURCHASES =
      List.of("purchases", "purchaseValue", "lastPurchase");

  final Map<String, Known> known = new LinkedHashMap<>();
  final Purchases purchases = new Purchases();

  /** A value and who set it. */
  record Known(JsonNode value, Trust by) {}

  /**
   * Takes the next event.
   *
   * @return whether it changed one of the facts that are looked at
   */
  boolean add(Event event, Set<String> looked) {
    return switch (event.type()) {
      case IDENTIFY, GROUP, IMPORT -> {
        var changed = false;
        for (var trait : event.object("traits").properties()) {
          changed |=
              set(trait.getKey(), trait.getValue(), event.trust())
                  && looked.contains(trait.getKey());
        }
        yield changed;
      }
      case TRACK -> purchases.add(event) && PURCHASES.stream().anyMatch(looked::contains);
      case PAGE, SCREEN, EMAIL, ALIAS, ADJUSTMENT, OUTCOME, CONSENT, VERDICT -> false;
    };
  }

  /** The facts known now, with what follows from them. */
  ObjectNode traits() {
    var traits = EventJson.newObject();
    known.forEach((key, trait) -> traits.set(key, trait.value()));
    var email = traits.path("email");
    var at = email.asText("").lastIndexOf('@');
    if (email.isTextual() && at >= 0) {
      traits.put("emailDomain", email.textValue().substring(at + 1).toLowerCase(Locale.ROOT));
    }
    purchases.write(traits);
    return traits;
  }

  /** Puts a fact back. */
  void restore(String key, JsonNode value, boolean byServer) {
    known.put(key, new Known(value, byServer ? Trust.SERVER : Trust.BROWSER));
  }

  private boolean set(String key, JsonNode value, Trust by) {
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
}
