package dev.warmline.deploy;

import dev.warmline.event.Trust;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A new write key. It is printed once; the stack keeps its digest only.
 *
 * @param trust who may hold it: pages (public) or servers (secret)
 */
public record WriteKey(String value, Trust trust) {
  private static final int BYTES = 20;

  /** A key that nobody can guess. */
  public static WriteKey random(Trust trust, SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new WriteKey(HexFormat.of().formatHex(bytes), trust);
  }

  /** Never the key itself: records end up in logs. */
  @Override
  public String toString() {
    return "WriteKey[" + trust.word() + "]";
  }
}
