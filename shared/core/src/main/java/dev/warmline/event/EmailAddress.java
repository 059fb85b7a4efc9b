package dev.warmline.event;

import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.JMail;
import com.sanctionco.jmail.ValidationRules;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address in one form, in which every spelling of it is equal: without blanks, angle
 * brackets and a final dot around it, in lower case, an international domain in ASCII.
 *
 * @param local what stands before the {@code @}
 * @param domain for example {@code xn--bcher-kva.example}; it has a dot
 */
public record EmailAddress(String local, String domain) {
  private static final int LONGEST = 500;

  /**
   * The address that a text is; empty if it is none by its syntax. Which top-level domains there
   * are makes no difference. An address in brackets, with a name, a comment or a route is none.
   */
  public static Optional<EmailAddress> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var trimmed = trimmed(text);
    var at = trimmed.lastIndexOf('@');
    if (at <= 0) {
      return Optional.empty();
    }
    var local = trimmed.substring(0, at).toLowerCase(Locale.ROOT);
    return DomainName.ascii(trimmed.substring(at + 1))
        .filter(
            domain -> JMail.tryParse(local + "@" + domain).filter(it -> isPlain(it)).isPresent())
        .map(domain -> new EmailAddress(local, domain));
  }

  private static boolean isPlain(Email email) {
    return ValidationRules.disallowIpDomain(email)
        && ValidationRules.requireTopLevelDomain(email)
        && ValidationRules.disallowQuotedIdentifiers(email)
        && ValidationRules.disallowExplicitSourceRouting(email)
        && email.comments().isEmpty()
        && !email.containsWhitespace();
  }

  private static String trimmed(String text) {
    var from = 0;
    var to = text.length();
    while (from < to && isAround(text.charAt(from))) {
      from++;
    }
    while (from < to && (isAround(text.charAt(to - 1)) || text.charAt(to - 1) == '.')) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Blanks and angle brackets. */
  private static boolean isAround(char character) {
    return character == '<' || character == '>' || Blanks.isBlank(character);
  }

  @Override
  public String toString() {
    return local + "@" + domain;
  }
}
