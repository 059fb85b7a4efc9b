package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a plain HTML form. Those that begin with an underscore are for Warmline: {@code
 * _answer}, the page to go on to, and {@code _trap}, which people do not see and leave empty.
 *
 * @param values by name; of a name given twice the last that is not empty counts
 */
record FormFields(Map<String, String> values) {
  private static final int MOST = 200;

  FormFields {
    values = Map.copyOf(values);
  }

  /** Reads a body of the type {@code application/x-www-form-urlencoded}; never fails. */
  static FormFields of(byte[] body) {
    var values = new LinkedHashMap<String, String>();
    Arrays.stream(new String(body, UTF_8).split("&", MOST + 1))
        .limit(MOST)
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && !decoded(pair[1]).isBlank())
        .forEach(pair -> values.put(decoded(pair[0]), decoded(pair[1]).strip()));
    return new FormFields(values);
  }

  String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** A percent sign that stands for nothing stands for itself. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
