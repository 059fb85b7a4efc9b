package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.warmline.event.DomainName;
import dev.warmline.event.EmailAddress;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import java.util.Locale;
import java.util.Optional;

/**
 * E-mail addresses and their domains in one form on both sides: in the traits of an identify or an
 * import as event rules see them, and in patterns over traits.
 */
public final class AddressForm {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String TRAITS = "traits";
  private static final String EMAIL = "email";
  private static final String DOMAIN = "emailDomain";

  private AddressForm() {}

  /** An event as rules see it: with its normal address, the domain of it, and its facts. */
  static JsonNode of(Event event, Facts facts) {
    if (event.type() != EventType.IDENTIFY && event.type() != EventType.IMPORT) {
      return event.json();
    }
    var traits = JSON.objectNode();
    traits.setAll((ObjectNode) event.object(TRAITS));
    address(traits.path(EMAIL)).ifPresent(address -> putAddress(traits, address));
    var whole = JSON.objectNode();
    whole.setAll(event.json());
    whole.set(TRAITS, facts.in(traits));
    return whole;
  }

  /** The address that a trait is; empty if it is none. */
  public static Optional<EmailAddress> address(JsonNode trait) {
    return trait.isTextual() ? EmailAddress.parse(trait.textValue()) : Optional.empty();
  }

  /** Writes an address and its domain among traits. */
  public static void putAddress(ObjectNode traits, EmailAddress address) {
    traits.put(EMAIL, address.toString());
    traits.put(DOMAIN, address.domain());
  }

  /** A pattern with the addresses and domains that it names in that form. */
  static ObjectNode of(ObjectNode pattern) {
    return (ObjectNode) block(pattern, "");
  }

  private static JsonNode block(JsonNode block, String path) {
    var form = JSON.objectNode();
    for (var property : block.properties()) {
      var key = property.getKey();
      var value = property.getValue();
      if (PatternKinds.areAlternatives(key, value)) {
        var alternatives = form.putArray(key);
        value.forEach(one -> alternatives.add(block(one, path)));
      } else if (value.isObject()) {
        form.set(key, block(value, path + key + "."));
      } else {
        form.set(key, matches(value, path + key));
      }
    }
    return form;
  }

  private static JsonNode matches(JsonNode value, String path) {
    return switch (path) {
      case TRAITS + "." + EMAIL, TRAITS + "." + DOMAIN -> texts(value);
      default -> value;
    };
  }

  private static JsonNode texts(JsonNode value) {
    return switch (value) {
      case TextNode text -> TextNode.valueOf(text(text.textValue()));
      case ArrayNode array -> {
        var form = JSON.arrayNode();
        array.forEach(element -> form.add(texts(element)));
        yield form;
      }
      case ObjectNode object -> {
        var form = JSON.objectNode();
        object.properties().forEach(entry -> form.set(entry.getKey(), texts(entry.getValue())));
        yield form;
      }
      default -> value;
    };
  }

  private static String text(String text) {
    var at = text.lastIndexOf('@');
    return EmailAddress.parse(text)
        .map(EmailAddress::toString)
        .orElseGet(
            () ->
                at < 0
                    ? DomainName.part(text)
                    : text.substring(0, at).toLowerCase(Locale.ROOT)
                        + "@"
                        + DomainName.part(text.substring(at + 1)));
  }
}
