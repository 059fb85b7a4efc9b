package dev.warmline.functions.desk.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a browser keeps, so that nobody else can have written it (HMAC-SHA-256). A text that
 * was sealed for one end is none for another.
 */
final class Seal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 24;

  private final SecretKeySpec key;

  /** With this key. */
  Seal(String key) {
    this.key = new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM);
  }

  /** The text, in characters that a cookie may have, with its signature. */
  String seal(String end, byte[] text) {
    var written = encode(text);
    return written + "." + mark(end, written);
  }

  /** The text that was sealed for this end; empty if it was not. */
  Optional<byte[]> open(String end, String sealed) {
    var dot = sealed.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    var written = sealed.substring(0, dot);
    try {
      return isMark(end, written, sealed.substring(dot + 1))
          ? Optional.of(Base64.getUrlDecoder().decode(written))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The signature of a text for one end. */
  String mark(String end, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return encode(mac.doFinal((end + ":" + text).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Whether it is the signature of the text for that end; how long that takes says nothing. */
  boolean isMark(String end, String text, String mark) {
    return MessageDigest.isEqual(mark(end, text).getBytes(UTF_8), mark.getBytes(UTF_8));
  }

  /** What nobody can guess: 192 random bits. */
  static String random() {
    var bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return encode(bytes);
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
