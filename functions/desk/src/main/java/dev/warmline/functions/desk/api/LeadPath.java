package dev.warmline.functions.desk.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.regex.Pattern;

/** The id of a lead in a path. */
public final class LeadPath {
  private LeadPath() {}

  /** The id, unescaped where the gateway has not done that. */
  public static String id(Pattern path, String sent) {
    var matcher = path.matcher(sent);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a path of a lead");
    }
    var id = matcher.group(1);
    try {
      return id.contains("%") ? URLDecoder.decode(id.replace("+", "%2B"), UTF_8) : id;
    } catch (IllegalArgumentException e) {
      return id;
    }
  }
}
