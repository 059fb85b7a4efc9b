package dev.warmline.ingest;

/**
 * Escapes in JSON that stand for half of a character, such as {@code \\ud83d} with nothing behind
 * it: some languages write them when a text is cut. A parser refuses the whole body for one in a
 * key. Each becomes {@code \\ufffd}, which is as long, so that no place in the body moves.
 */
final class LoneSurrogates {
  private static final int ESCAPE = 6;
  private static final byte[] REPLACEMENT = {'f', 'f', 'f', 'd'};

  private LoneSurrogates() {}

  /** A mended copy of the body. */
  static byte[] replaced(byte[] body) {
    var mended = body.clone();
    for (var at = 0; at < body.length; ) {
      if (body[at] != '\\') {
        at++;
        continue;
      }
      var unit = unit(body, at);
      if (isHigh(unit) && isLow(unit(body, at + ESCAPE))) {
        at += 2 * ESCAPE;
      } else if (isHigh(unit) || isLow(unit)) {
        System.arraycopy(REPLACEMENT, 0, mended, at + 2, REPLACEMENT.length);
        at += ESCAPE;
      } else {
        at += 2;
      }
    }
    return mended;
  }

  /** The UTF-16 unit that an escape stands for; -1 where there is no such escape. */
  private static int unit(byte[] body, int at) {
    if (at + ESCAPE > body.length || body[at] != '\\' || body[at + 1] != 'u') {
      return -1;
    }
    var unit = 0;
    for (var i = at + 2; i < at + ESCAPE; i++) {
      var digit = Character.digit(body[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }

  private static boolean isHigh(int unit) {
    return unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
  }

  private static boolean isLow(int unit) {
    return unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
  }
}
