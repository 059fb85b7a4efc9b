package dev.warmline.handoff;

import java.util.Optional;

/** The subject: who and why, in ASCII and under 100 characters, as SNS demands. */
final class AlertSubject {
  private static final int LONGEST = 99;
  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_ADDRESS = 50;
  private static final String CUT = "...";

  private AlertSubject() {}

  /** For example {@code New MQL: Ada Lovelace (Acme) - Looked at pricing, engagement 65, fit B}. */
  static String of(Alert alert) {
    var contact = alert.contact();
    var who =
        AlertWords.who(part(contact.name()), part(contact.company()))
            .or(() -> address(contact.email()))
            .orElse("somebody without a name");
    var scores = alert.isBrief() ? "" : ascii(AlertWords.scores(alert));
    var why =
        AlertWords.mainReason(alert)
            .map(AlertSubject::ascii)
            .filter(text -> !text.isEmpty())
            .map(reason -> scores.isEmpty() ? reason : reason + ", " + scores)
            .orElse(scores);
    var subject = AlertWords.urgency(alert) + ": " + who + (why.isEmpty() ? "" : " - " + why);
    return VisitorText.cut(subject, LONGEST, CUT);
  }

  private static Optional<String> part(Optional<String> text) {
    return text.map(AlertSubject::ascii)
        .filter(ascii -> ascii.chars().anyMatch(Character::isLetterOrDigit))
        .map(ascii -> VisitorText.cut(ascii, LONGEST_NAME, CUT));
  }

  private static Optional<String> address(Optional<String> email) {
    return email
        .map(VisitorText::ascii)
        .map(VisitorText::defuseUnlessAddress)
        .filter(text -> !text.isEmpty())
        .map(text -> VisitorText.cut(text, LONGEST_ADDRESS, CUT));
  }

  private static String ascii(String text) {
    return VisitorText.defuse(VisitorText.ascii(text));
  }
}
