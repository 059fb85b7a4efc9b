package dev.warmline.lead;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What comes of a clock that runs: at which part of its time, and what is told. */
public enum ClockStep {
  /** Sales is to accept. */
  REMINDER(50, 80, Optional.of(NoticeId.Kind.REMINDER), "accept or return it"),
  /** The time to accept is over. */
  OVERDUE(100, 100, Optional.of(NoticeId.Kind.OVERDUE), "nobody has accepted it in time"),
  /** A colleague gets it, where there are enough of them. */
  REASSIGNED(150, 150, Optional.empty(), "nobody has accepted it"),
  /** The time to make contact is over. */
  UNCONTACTED(100, 100, Optional.of(NoticeId.Kind.UNCONTACTED), "no contact is on record"),
  /** A SAL will soon fall back. */
  FADING(80, 80, Optional.of(NoticeId.Kind.REMINDER), "it soon goes back to marketing"),
  /** The time of marketing to answer is over. */
  UNANSWERED(
      100, 100, Optional.of(NoticeId.Kind.UNANSWERED), "nobody has answered why it came back");

  private final int ofHot;
  private final int ofOthers;
  private final Optional<NoticeId.Kind> tells;
  private final String says;

  ClockStep(int ofHot, int ofOthers, Optional<NoticeId.Kind> tells, String says) {
    this.ofHot = ofHot;
    this.ofOthers = ofOthers;
    this.tells = tells;
    this.says = says;
  }

  /** At which part of the time it comes, in percent. */
  int part(Tier tier) {
    return tier == Tier.HOT ? ofHot : ofOthers;
  }

  /** What is told then; empty if something is done. */
  Optional<NoticeId.Kind> tells() {
    return tells;
  }

  /** Why, in words. */
  String says() {
    return says;
  }

  /** The word in the store. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The step with this word, or empty. */
  public static Optional<ClockStep> parse(String word) {
    return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
  }
}
