package dev.warmline.event;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names of domains in one form: lower case, international ones in ASCII ({@code xn--...}). */
public final class DomainName {
  private DomainName() {}

  /** The name in that form; empty if it cannot be one. */
  public static Optional<String> ascii(String name) {
    try {
      return Optional.of(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The same for a part of a name, label by label; what cannot be converted stays. */
  public static String part(String text) {
    var labels = text.toLowerCase(Locale.ROOT).split("\\.", -1);
    return Arrays.stream(labels)
        .map(label -> label.isEmpty() ? label : ascii(label).orElse(label))
        .collect(Collectors.joining("."));
  }
}
