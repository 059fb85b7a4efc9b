package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the words of a rule from an event, or {@code {traits.role}} from the traits of a lead. */
final class Words {
  private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z0-9_.$-]+)}");
  static final int LONGEST_VALUE = 200;

  private Words() {}

  /** The template with each field's value, cut to 200 characters; nothing where there is none. */
  static String fill(String template, JsonNode event) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    return FIELD
        .matcher(template)
        .replaceAll(field -> Matcher.quoteReplacement(value(event, field.group(1))))
        .strip();
  }

  /** The paths of the fields in a template. */
  static List<String> fields(String template) {
    return FIELD.matcher(template).results().map(field -> field.group(1)).toList();
  }

  private static String value(JsonNode event, String path) {
    var text = FieldPaths.textAt(event, path).orElse("");
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE);
  }
}
