package dev.warmline.score;

import dev.warmline.event.Event;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the words of a rule from an event: {@code Downloaded {properties.title}}. */
final class Words {
  private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z0-9_.$-]+)}");
  static final int LONGEST_VALUE = 200;

  private Words() {}

  /** The template with each field's value, cut to 200 characters; nothing where there is none. */
  static String fill(String template, Event event) {
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

  private static String value(Event event, String path) {
    var text = Fields.textAt(event.json(), path).orElse("");
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE);
  }
}
