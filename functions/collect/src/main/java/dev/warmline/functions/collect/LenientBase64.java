package dev.warmline.functions.collect;

import java.util.Base64;
import java.util.Optional;

/** Base64 as it survives addresses: either alphabet, padded or not, {@code +} become a space. */
final class LenientBase64 {
  private LenientBase64() {}

  /** The bytes, or empty if it is no base64 at all. */
  static Optional<byte[]> decode(String text) {
    var standard = text.replace(' ', '+').replace('-', '+').replace('_', '/').replace("=", "");
    try {
      return Optional.of(Base64.getDecoder().decode(standard));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
