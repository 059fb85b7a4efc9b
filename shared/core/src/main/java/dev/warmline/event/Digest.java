package dev.warmline.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one hash used for keys: SHA-256, cut to 144 bits, URL-safe base64 (24 characters). */
public final class Digest {
  private static final int KEPT_BYTES = 18;

  private Digest() {}

  /** The digest of a text's UTF-8 bytes; equal texts give equal digests. */
  public static String of(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      var kept = java.util.Arrays.copyOf(hash, KEPT_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(kept);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
