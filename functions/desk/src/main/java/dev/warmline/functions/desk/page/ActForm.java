package dev.warmline.functions.desk.page;

import dev.warmline.functions.desk.session.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A form that does one thing.
 *
 * @param action where it is sent
 * @param button what its button says
 * @param hidden what it says beside what people write, by name; the token is added
 * @param fields what people write
 */
public record ActForm(
    String action, String button, Map<String, String> hidden, List<Field> fields) {
  /** What people write several lines of. */
  static final Set<String> LONG = Set.of("note", "text", "why");

  /** What people chose and do not write. */
  private static final Set<String> CHOSEN =
      Set.of(
          "act",
          "cycle",
          "take",
          "reason",
          "owner",
          "queue",
          "answer",
          "do",
          "lead",
          "leads",
          "person",
          "met",
          Form.KEY,
          Form.TOKEN);

  private static final Map<String, String> LABELS =
      Map.of(
          "until", "Day",
          "how", "How",
          "text", "Note",
          "opportunity", "Opportunity (its id)");

  /**
   * One thing that people write.
   *
   * @param kind how
   * @param value what stands there at first
   * @param options what may be chosen, each with its words, if it is a choice
   */
  public record Field(
      String name,
      String label,
      Kind kind,
      boolean isRequired,
      String value,
      Map<String, String> options) {
    public Field {
      options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A line, some lines, a day or a number. */
    public static Field of(String name, String label, Kind kind, boolean isRequired) {
      return new Field(name, label, kind, isRequired, "", Map.of());
    }

    /** A day or a number that most people leave as it stands there. */
    static Field usually(String name, String label, Kind kind, Object value) {
      return new Field(name, label, kind, true, String.valueOf(value), Map.of());
    }

    /** One of several. */
    public static Field choice(String name, String label, Map<String, String> options) {
      return new Field(name, label, Kind.CHOICE, true, "", options);
    }
  }

  /** How something is written. */
  public enum Kind {
    LINE,
    LINES,
    DAY,
    NUMBER,
    CHOICE
  }

  public ActForm {
    hidden = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(hidden));
    fields = List.copyOf(fields);
  }

  /** The same form with one more field. */
  public ActForm with(Field field) {
    var all = new ArrayList<>(fields);
    all.add(field);
    return new ActForm(action, button, hidden, all);
  }

  /** What was written into a form, to be looked at and sent again under another token. */
  static Again.Resend filled(Draft draft, String button, String token) {
    var shown = new LinkedHashMap<String, String>();
    var hidden = new LinkedHashMap<String, String>();
    draft.fields().forEach((name, value) -> (isChosen(name) ? hidden : shown).put(name, value));
    hidden.put(Form.TOKEN, token);
    return new Again.Resend(draft.path(), button, shown, hidden);
  }

  private static boolean isChosen(String name) {
    return CHOSEN.contains(name) || name.endsWith(".answer");
  }

  /** What a field is called, for people. */
  static String label(String name) {
    var words = name.replace('.', ' ').replace('-', ' ').replace(" text", "");
    return LABELS.getOrDefault(
        name,
        words.isEmpty()
            ? name
            : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
  }
}
