package dev.warmline.team;

import dev.warmline.event.Digest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * By what it is told that two leads are of one company.
 *
 * @param key the id of a group, or a domain; personal data, so that it is digested where it is kept
 */
public record Company(String key) {
  private static final String GROUP = "group:";
  private static final String DOMAIN = "domain:";

  private static final int MARK_LENGTH = 8;

  /** A short digest, 48 bits: it tells which leads that were given are of one company. */
  public String mark() {
    return Digest.of(key).substring(0, MARK_LENGTH);
  }

  /**
   * The company of a lead: its group, else the domain of its address if that is no provider's of
   * mail for everybody; empty if neither tells.
   */
  public static Optional<Company> of(
      Optional<String> group, Optional<String> domain, Predicate<String> isFreeMail) {
    var named = group.map(String::strip).filter(id -> !id.isEmpty()).map(GROUP::concat);
    var own = domain.map(name -> name.toLowerCase(Locale.ROOT)).filter(isFreeMail.negate());
    return named.or(() -> own.map(DOMAIN::concat)).map(Company::new);
  }
}
