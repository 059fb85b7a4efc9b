package dev.warmline.functions.desk.page;

import dev.warmline.event.Bant;
import dev.warmline.functions.desk.page.ActForm.Field;
import dev.warmline.functions.desk.page.ActForm.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each act upon a lead asks for, and what it is called. */
final class ActFields {
  private ActFields() {}

  /** What an act needs; what it asks for beside and does not need is said to be so. */
  static List<Field> of(String act) {
    return switch (act) {
      case "accepted", "released", "dropped" -> List.of();
      case "qualified" -> bant();
      case "contacted" ->
          List.of(
              Field.of("how", "How (a call, a mail, ...)", Kind.LINE, false),
              Field.of("until", "Day that was agreed on", Kind.DAY, false));
      case "noted" -> List.of(Field.of("text", "Note", Kind.LINES, true));
      case "introduced" ->
          List.of(Field.of("text", "Two lines to introduce them", Kind.LINES, true));
      case "won" -> worth();
      case "disqualified" -> List.of(Field.of("reason", "Reason", Kind.LINE, true));
      case "reopened" -> List.of(Field.of("why", "Why", Kind.LINES, true));
      case "handed-over" ->
          List.of(Field.of("why", "Why (met where, said what)", Kind.LINES, true));
      case "answered" ->
          List.of(
              Field.choice(
                  "answer",
                  "Answer",
                  ordered(
                      "mended", "Mended: it can go on",
                      "nurture", "We nurture it",
                      "rule", "A rule is to change")),
              Field.of("note", "Note", Kind.LINES, false));
      default -> List.of(Field.of("note", "Note", Kind.LINES, false));
    };
  }

  private static List<Field> bant() {
    var fields = new ArrayList<Field>();
    for (var question : Bant.QUESTIONS) {
      var label = question.substring(0, 1).toUpperCase(Locale.ROOT) + question.substring(1);
      var answers = ordered("unknown", "not known", "yes", "yes", "no", "no");
      fields.add(Field.choice("bant." + question + ".answer", label, answers));
      fields.add(Field.of("bant." + question + ".text", label + ", in words", Kind.LINE, false));
    }
    fields.add(Field.of("opportunity", "Opportunity (its id)", Kind.LINE, false));
    fields.add(Field.of("value", "Value", Kind.NUMBER, false));
    fields.add(Field.of("currency", "Currency", Kind.LINE, false));
    return fields;
  }

  private static List<Field> worth() {
    return List.of(
        Field.of("value", "Value", Kind.NUMBER, false),
        Field.of("currency", "Currency", Kind.LINE, false),
        Field.of("opportunity", "Opportunity (its id)", Kind.LINE, false));
  }

  /** A name out of a model, as people say it. */
  static String words(String id) {
    var words = id.replace('-', ' ').replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static Map<String, String> ordered(String... pairs) {
    var all = new LinkedHashMap<String, String>();
    for (var i = 0; i + 1 < pairs.length; i += 2) {
      all.put(pairs[i], pairs[i + 1]);
    }
    return all;
  }

  /** What opens an act. */
  static String title(String act) {
    return switch (act) {
      case "qualified" -> "Worth an offer: make it an SQL";
      case "contacted" -> "I spoke with them, or tried to";
      case "noted" -> "Write a note";
      case "lost" -> "We lost it";
      case "introduced" -> "Introduce them to sales";
      case "won" -> "They are a customer";
      case "disqualified" -> "Out for good";
      case "reopened" -> "Let it qualify again";
      case "handed-over" -> "Hand it to sales";
      case "answered" -> "Answer why it came back";
      case "dropped" -> "Drop it: sales hears nothing";
      default -> words(act);
    };
  }

  /** What does an act. */
  static String button(String act) {
    return switch (act) {
      case "accepted" -> "Take it";
      case "released" -> "Release to sales";
      case "dropped" -> "Drop";
      case "qualified" -> "Make it an SQL";
      case "contacted", "noted" -> "Write it down";
      case "lost" -> "Lost";
      case "introduced" -> "Introduce";
      case "won" -> "Won";
      case "disqualified" -> "Disqualify";
      case "reopened" -> "Reopen";
      case "handed-over" -> "Hand over";
      case "answered" -> "Answer";
      default -> words(act);
    };
  }
}
