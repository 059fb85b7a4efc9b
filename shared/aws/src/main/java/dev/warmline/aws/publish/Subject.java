package dev.warmline.aws.publish;

/** Subjects as SNS takes them: ASCII, no control characters, under 100 characters. */
final class Subject {
  private static final int LONGEST = 99;
  private static final String FALLBACK = "Qualified lead";

  private Subject() {}

  static String safe(String subject) {
    var ascii = subject.replaceAll("[^\\x20-\\x7E]+", " ").replaceAll(" +", " ").strip();
    if (ascii.isEmpty()) {
      return FALLBACK;
    }
    return ascii.length() <= LONGEST ? ascii : ascii.substring(0, LONGEST).strip();
  }
}
