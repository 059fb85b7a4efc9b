package dev.warmline.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decodes queries leniently: what is malformed stays as it is. */
final class QueryString {
  private QueryString() {}

  /** The parameters in their order; repeated ones several times. */
  static List<Map.Entry<String, String>> decode(String query) {
    var pairs = new ArrayList<Map.Entry<String, String>>();
    for (var part : query.split("&", -1)) {
      if (!part.isEmpty()) {
        var equals = part.indexOf('=');
        var name = equals < 0 ? part : part.substring(0, equals);
        var value = equals < 0 ? "" : part.substring(equals + 1);
        pairs.add(Map.entry(unescape(name, true), unescape(value, true)));
      }
    }
    return pairs;
  }

  /**
   * Replaces percent escapes.
   *
   * @param plusIsSpace true in a query, false in a path
   */
  static String unescape(String text, boolean plusIsSpace) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    var from = text.getBytes(UTF_8);
    var to = new ByteArrayOutputStream(from.length);
    for (var i = 0; i < from.length; i++) {
      var high = from[i] == '%' && i + 2 < from.length ? Character.digit(from[i + 1], 16) : -1;
      var low = high >= 0 ? Character.digit(from[i + 2], 16) : -1;
      if (low >= 0) {
        to.write(high * 16 + low);
        i += 2;
      } else {
        to.write(plusIsSpace && from[i] == '+' ? ' ' : from[i]);
      }
    }
    return to.toString(UTF_8);
  }
}
