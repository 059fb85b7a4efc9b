package dev.warmline.handoff;

import dev.warmline.report.WeekDigest;
import dev.warmline.report.WeekFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The words that digests are made of. */
final class DigestWords {
  private DigestWords() {}

  static String counted(Map<String, Integer> counts) {
    if (counts.isEmpty()) {
      return "0";
    }
    var sum = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .map(it -> (it.getKey().isEmpty() ? "no queue" : clean(it.getKey())) + " " + it.getValue())
        .collect(Collectors.joining(", ", sum + ": ", ""));
  }

  static String beside(int last, int before) {
    return last + " (" + mean(before) + ")";
  }

  static String beside(WeekFigures.Done last, WeekFigures.Done before) {
    return beside(last.times(), before.times())
        + ", half of them within "
        + worked(last)
        + " of working time ("
        + worked(before)
        + "), "
        + last.passed().map(DigestWords::words).orElse("-")
        + " by the clock ("
        + before.passed().map(DigestWords::words).orElse("-")
        + ")";
  }

  private static String worked(WeekFigures.Done done) {
    return done.worked().map(DigestWords::words).orElse("-");
  }

  private static String mean(int sum) {
    return BigDecimal.valueOf(sum)
        .divide(BigDecimal.valueOf(WeekDigest.WEEKS_BEFORE), 1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Two units are enough: {@code 3d 2h}, {@code 1h 20m}, {@code 12m}. */
  static String words(Duration time) {
    if (time.toDays() > 0) {
      return time.toDays() + "d" + (time.toHoursPart() > 0 ? " " + time.toHoursPart() + "h" : "");
    }
    if (time.toHours() > 0) {
      return time.toHours()
          + "h"
          + (time.toMinutesPart() > 0 ? " " + time.toMinutesPart() + "m" : "");
    }
    return time.toMinutes() + "m";
  }

  static String clean(String text) {
    return VisitorText.defuse(VisitorText.clean(text, AlertFields.LONGEST_ID));
  }
}
