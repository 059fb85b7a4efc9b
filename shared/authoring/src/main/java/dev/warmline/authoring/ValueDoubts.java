package dev.warmline.authoring;

import dev.warmline.rule.FactReader;
import dev.warmline.rule.Facts;
import dev.warmline.rule.ModelNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Warns of plain values of patterns that match nothing but what nobody sends. */
record ValueDoubts(Findings findings) {
  private static final Set<String> ABOUT_PLACES =
      Set.of("country", "countrycode", "state", "region", "language", "locale", "lang");
  private static final Set<String> TAKEN_AS_THEY_ARE = Set.of("cidr", "list", "numeric", "exists");
  private static final Set<String> TITLES =
      Set.of("role", "title", "position", "jobtitle", "job_title", "seniority");
  private static final Set<String> TRUTHS =
      Set.of("yes", "no", "on", "off", "ja", "nein", "oui", "non");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:[a-z]+:)?//[^/?#]+([^?#]*).*|www\\.[^/]+(/[^?#]*)?.*");

  /** Looks at a value that a field may have, or at the match of one. */
  void look(ModelNode alternative, String path) {
    check(alternative, path, "");
    for (var match : alternative.children()) {
      var word = match.key().equals("anything-but") ? "" : match.key();
      if (!TAKEN_AS_THEY_ARE.contains(word)) {
        check(match, path, word);
        for (var inner : match.children()) {
          check(inner, path, match.node().isObject() ? inner.key() : word);
        }
      }
    }
  }

  /**
   * Looks at one of the values that a field may have.
   *
   * @param path the field
   * @param match the word of the match that the value belongs to; empty for a plain value
   */
  private void check(ModelNode value, String path, String match) {
    if (value.text().isEmpty()) {
      return;
    }
    var text = value.text().get();
    var isPlain = match.isEmpty();
    var said =
        typography(value, text)
            || (isPath(path) && path(value, text, match))
            || (isPlain && (address(value, text, path) || whole(value, text, path)))
            || withinWords(value, text, path, match)
            || (!match.equals("wildcard") && stars(value, text, match))
            || (isPlain
                && (presence(value, text)
                    || comparison(value, text, path)
                    || truth(value, text, path)));
    if (!said && isPlain && RegexGuess.isLike(text)) {
      warn(
          value,
          "this is taken as it stands, not as a regular expression: it matches only the text "
              + text,
          RegexGuess.of(text));
    }
  }

  private boolean typography(ModelNode value, String text) {
    var odd = text.chars().filter(c -> Typography.isOddSpace((char) c)).findFirst();
    if (odd.isPresent()) {
      var name = Typography.name((char) odd.getAsInt()).orElse("");
      return warn(
          value,
          "there is " + name + " in this text: nothing else matches it",
          Optional.of(Quoting.quoted(Typography.unwrapped(text))));
    }
    if (!text.isEmpty() && Typography.isQuote(text.charAt(0))) {
      return warn(
          value,
          "the curly quotes are part of the text: it never matches without them",
          Optional.of(Quoting.quoted(Typography.unwrapped(text))));
    }
    return !text.equals(text.strip())
        && warn(
            value,
            "the blanks at the ends are part of the text: it never matches without them",
            Optional.of(Quoting.quoted(text.strip())));
  }

  private static boolean isPath(String path) {
    return path.equals("properties.path") || path.equals("context.page.path");
  }

  private boolean path(ModelNode value, String text, String match) {
    var address = ADDRESS.matcher(text);
    if (address.matches()) {
      var group = address.group(1) == null ? address.group(2) : address.group(1);
      var part = group == null || group.isEmpty() ? "/" : group;
      return warn(value, "a path is the part of an address after the host", suggested(part));
    }
    var several = text.split("\\s*(?:,|\\||;|\\bor\\b|\\band\\b)\\s*(?=/)");
    if (several.length > 1) {
      var each = List.of(several).stream().map(Quoting::plainly).toList();
      return warn(value, "each path is a text of its own", Optional.of(String.join(", ", each)));
    }
    var rest = text.indexOf('?') >= 0 ? text.indexOf('?') : text.indexOf('#');
    if (rest > 0) {
      var part = text.substring(0, rest);
      return warn(value, "a path ends before ? and #", suggested(part));
    }
    if (text.matches("!\\s*/.*")) {
      var but = "{ anything-but: [" + Quoting.plainly(text.replaceFirst("!\\s*", "")) + "] }";
      return warn(value, "the ! is part of the text: it matches nothing", Optional.of(but));
    }
    var begins = match.isEmpty() || match.equals("prefix") || match.equals("equals-ignore-case");
    return begins
        && text.matches("[\\w-][^*^]*")
        && warn(value, "a path begins with /", suggested("/" + text));
  }

  private static Optional<String> suggested(String text) {
    return Optional.of(text.indexOf('*') >= 0 ? Wildcards.match(text) : Quoting.plainly(text));
  }

  /** A whole address where only a domain is, or a domain where a whole address is. */
  private boolean address(ModelNode value, String text, String path) {
    if (path.endsWith("emailDomain") && text.indexOf('@') >= 0) {
      var domain = text.substring(text.lastIndexOf('@') + 1);
      return warn(value, "emailDomain is what follows the @", Optional.of(domain));
    }
    return path.endsWith("traits.email")
        && !text.matches(".+@.+")
        && warn(
            value,
            "an e-mail address is never just " + text,
            Optional.of("{ suffix: \"@" + text.replaceFirst("^[*%]*@?", "") + "\" }"));
  }

  private boolean whole(ModelNode value, String text, String path) {
    return (path.endsWith("page.url") || path.endsWith("properties.url"))
        && text.startsWith("/")
        && warn(
            value,
            "url is a whole address, of which this is the path: ask for path instead",
            Optional.of("path: [" + suggested(text).orElse(text) + "]"));
  }

  /** {@code contains: VP} is found in other words, too. */
  private boolean withinWords(ModelNode value, String text, String path, String match) {
    var name = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var word = match.equals("wildcard") ? text.replaceAll("^\\*|\\*$", "") : text;
    var isWithin =
        match.equals("contains") || (match.equals("wildcard") && text.matches("\\*.+\\*"));
    return isWithin
        && TITLES.contains(name)
        && word.matches("\\p{L}{1,4}")
        && warn(
            value,
            word + " is also found within other words: has-word takes whole words, in any case",
            Optional.of("{ has-word: [" + word + "] }"));
  }

  private boolean stars(ModelNode value, String text, String match) {
    var isLike = text.length() > 1 && (text.startsWith("%") || text.endsWith("%"));
    var isPercentage = text.matches("[0-9. ]+%");
    var hasStars = text.indexOf('*') >= 0 || (isLike && !isPercentage);
    if (!hasStars || RegexGuess.isLike(text)) {
      return false;
    }
    var stars = text.replaceAll("^%|%$", "*");
    var whole =
        switch (match) {
          case "prefix" -> Wildcards.match(stars + (stars.endsWith("*") ? "" : "*"));
          case "suffix" -> Wildcards.match((stars.startsWith("*") ? "" : "*") + stars);
          default -> Wildcards.match(stars);
        };
    return warn(
        value,
        (text.indexOf('*') >= 0 ? "a star" : "a percent sign")
            + " stands for itself here: this matches only the text "
            + text,
        Optional.of(whole));
  }

  private boolean comparison(ModelNode value, String text, String path) {
    var name = path.substring(path.lastIndexOf('.') + 1);
    var isNumber =
        path.startsWith("traits.")
            && Facts.BUILT_IN.find(name).filter(fact -> fact.read() != FactReader.TEXT).isPresent();
    var meant = isNumber ? Comparison.loosely(text) : Comparison.of(text);
    return meant.isPresent()
        && warn(
            value,
            isNumber
                ? name + " is read as a number: the text " + text + " never matches"
                : "this compares nothing: it matches only the text " + text,
            meant);
  }

  private boolean presence(ModelNode value, String text) {
    return List.of("exists", "present", "any", "anything", "something").contains(text)
        && !findings.isQuoted(value)
        && warn(
            value,
            text + " is a text here: it matches only \"" + text + "\"",
            Optional.of("{ exists: true }"));
  }

  private boolean truth(ModelNode value, String text, String path) {
    var word = text.toLowerCase(Locale.ROOT);
    var name = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!TRUTHS.contains(word) || findings.isQuoted(value) || ABOUT_PLACES.contains(name)) {
      return false;
    }
    var meant = List.of("yes", "on", "ja", "oui").contains(word);
    return warn(
        value,
        text + " is a text here: it matches \"" + text + "\", not " + meant,
        Optional.of(String.valueOf(meant)));
  }

  private boolean warn(ModelNode value, String message, Optional<String> suggestion) {
    findings.warning(value, message, suggestion);
    return true;
  }
}
