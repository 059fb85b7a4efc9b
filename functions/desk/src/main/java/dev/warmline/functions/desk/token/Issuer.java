package dev.warmline.functions.desk.token;

import java.net.URI;
import java.util.Optional;

/**
 * Who signs the tokens that the desk takes, and for whom they are.
 *
 * @param name the issuer as its tokens name it: an address
 * @param audience the desk as the issuer knows it, such as a client id
 */
public record Issuer(String name, String audience) {

  /** What is wrong with it, in words; empty if nothing is. */
  public Optional<String> objection() {
    try {
      var address = URI.create(name);
      var isAddress = address.getHost() != null && address.getFragment() == null;
      return isAddress && ("https".equals(address.getScheme()) || isHere(address))
          ? Optional.empty()
          : Optional.of("the issuer must be an https address");
    } catch (IllegalArgumentException e) {
      return Optional.of("the issuer must be an https address");
    }
  }

  /** Where its metadata are. */
  URI metadata() {
    var base = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return URI.create(base + "/.well-known/openid-configuration");
  }

  private static boolean isHere(URI address) {
    return "http".equals(address.getScheme())
        && ("127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost()));
  }
}
