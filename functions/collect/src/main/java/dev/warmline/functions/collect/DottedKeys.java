package dev.warmline.functions.collect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Query keys such as {@code properties.subject} as the object they stand for. */
final class DottedKeys {
  private static final int DEEPEST = 8;
  private static final Set<String> ADDRESSES =
      Set.of("userId", "previousId", "anonymousId", "email");
  private static final Pattern MAIL = Pattern.compile("[^\\s@]+(?: [^\\s@]+)+@[^\\s@]+");
  private static final Pattern PHONE = Pattern.compile(" \\d[\\d ()/.-]*");

  private DottedKeys() {}

  /** The object; every value is a text, and of a key given twice the first value counts. */
  static ObjectNode of(Map<String, List<String>> query) {
    var root = JsonNodeFactory.instance.objectNode();
    query.forEach(
        (key, values) -> values.stream().findFirst().ifPresent(value -> put(root, key, value)));
    return root;
  }

  private static void put(ObjectNode root, String key, String value) {
    var names = key.split("\\.", DEEPEST);
    var object = root;
    for (var i = 0; i < names.length - 1; i++) {
      var name = names[i];
      object = object.get(name) instanceof ObjectNode inner ? inner : object.putObject(name);
    }
    var last = names[names.length - 1];
    object.put(last, withPlus(last, value));
  }

  /** A plus sign that was not escaped arrives as a space; in an address that can be told. */
  private static String withPlus(String name, String value) {
    if (ADDRESSES.contains(name) && MAIL.matcher(value).matches()) {
      return value.replace(' ', '+');
    }
    return name.equals("phone") && PHONE.matcher(value).matches()
        ? "+" + value.substring(1)
        : value;
  }
}
