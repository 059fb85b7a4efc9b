package dev.warmline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** Texts from outside: cut without splitting a character, read without trusting the encoding. */
final class Texts {
  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /** The first characters of a text; never half of a surrogate pair. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  /** The text as it can be stored: at most {@code length} characters, each of them whole. */
  static String kept(String text, int length) {
    var cut = cut(text, length);
    return cut.chars().anyMatch(c -> Character.isSurrogate((char) c))
        ? cut.codePoints()
            .map(
                c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : cut;
  }

  /** Whether the bytes are UTF-8 throughout. */
  static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The bytes as UTF-8, each malformed one replaced by U+FFFD. */
  static byte[] repaired(byte[] bytes) {
    return new String(bytes, UTF_8).getBytes(UTF_8);
  }

  /** Whether a repair has left its mark in a range of bytes. */
  static boolean wasRepaired(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, UTF_8).indexOf(REPLACEMENT) >= 0;
  }

  /** The bytes without a leading byte order mark. */
  static byte[] withoutMark(byte[] bytes) {
    var marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }
}
