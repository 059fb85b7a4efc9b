package dev.warmline.rule;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Texts in one case of every script, and their words: what stands between other characters than
 * letters and digits. Scripts that write no blanks have a word in every letter, so that a phrase is
 * found in the middle of a sentence.
 */
final class FoldedText {
  private static final int MOST_WORDS = 500;
  private static final Set<UnicodeScript> WITHOUT_BLANKS =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private FoldedText() {}

  /** A text in one case, with accents and letters as one character where there is one. */
  static String of(String text) {
    var folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** The words of a text, at most the first 500. */
  static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (var letter : of(text).codePoints().toArray()) {
      if (!isOfWord(letter) || standsAlone(letter)) {
        end(word, words);
      }
      if (isOfWord(letter)) {
        word.appendCodePoint(letter);
      }
    }
    end(word, words);
    return words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words;
  }

  /** The phrases of a text that have so many words. */
  static List<String> phrases(String text, Collection<Integer> lengths) {
    var words = words(text);
    var phrases = new ArrayList<String>();
    for (var length : lengths) {
      for (var from = 0; from + length <= words.size(); from++) {
        phrases.add(String.join(" ", words.subList(from, from + length)));
      }
    }
    return phrases;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isOfWord(int letter) {
    return Character.isLetterOrDigit(letter) || isMark(letter);
  }

  private static boolean isMark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /** A mark belongs to the letter before it. */
  private static boolean standsAlone(int letter) {
    return !isMark(letter) && WITHOUT_BLANKS.contains(UnicodeScript.of(letter));
  }
}
