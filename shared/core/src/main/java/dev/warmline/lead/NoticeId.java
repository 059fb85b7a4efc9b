package dev.warmline.lead;

import dev.warmline.event.Digest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names a notice, the same on every retry, so that consumers can drop repeats.
 *
 * @param subject the id of the lead it is about, or what stands for the list that leads wait for
 * @param cycle the lead's cycle; 0 if it is about none
 * @param key tells notices of one kind and cycle apart; empty where there is but one
 */
public record NoticeId(String subject, int cycle, Kind kind, String key) {
  private static final Pattern TEXT =
      Pattern.compile(
          "([lw]-.+?)\\.([0-9]{1,9})(?:\\.("
              + Arrays.stream(Kind.values()).map(it -> it.mark).collect(Collectors.joining("|"))
              + ")(?:-([A-Za-z0-9_-]{1,64}))?)?");
  private static final int DIGEST_LENGTH = 16;

  /** What a notice says. */
  public enum Kind {
    /** Sales gets a lead. */
    QUALIFIED(""),
    /** A lead that sales has asks for something. */
    SIGNAL("hot"),
    /** An import or a silent publication left leads waiting. */
    WAITING("waiting"),
    /** What sales was told does not hold any more. */
    DISREGARD("disregard"),
    /** The time to accept, or to qualify, will soon be over. */
    REMINDER("reminder"),
    /** The time to accept is over. */
    OVERDUE("overdue"),
    /** It is in other hands. */
    REASSIGNED("reassigned"),
    /** The time to make contact is over. */
    UNCONTACTED("uncontacted"),
    /** It fell back, because nobody worked it. */
    UNWORKED("unworked"),
    /** Sales gave it back. */
    RETURNED("returned"),
    /** The time of marketing to answer is over. */
    UNANSWERED("unanswered"),
    /** Marketing answered. */
    ANSWERED("answered"),
    /** It would qualify if more were known. */
    INCOMPLETE("incomplete"),
    /** It turned out to be somebody whom another works. */
    MERGED("merged");

    private final String mark;

    Kind(String mark) {
      this.mark = mark;
    }

    /** The word in JSON and in the store. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Kind ofMark(String mark) {
      return Arrays.stream(values())
          .filter(kind -> kind.mark.equals(mark))
          .findFirst()
          .orElseThrow();
    }
  }

  public NoticeId {
    if (cycle < 0) {
      throw new IllegalArgumentException("cycles count from 0");
    }
  }

  /** The notice that hands a cycle of a lead to sales. */
  public static NoticeId qualified(LeadId lead, int cycle) {
    return new NoticeId(lead.value(), cycle, Kind.QUALIFIED, "");
  }

  /** The notice of the signal that this event gave. */
  public static NoticeId signal(LeadId lead, int cycle, String event) {
    return new NoticeId(lead.value(), cycle, Kind.SIGNAL, digest(event));
  }

  /** The notice that a cycle of a lead is to be disregarded. */
  public static NoticeId disregard(LeadId lead, int cycle) {
    return new NoticeId(lead.value(), cycle, Kind.DISREGARD, "");
  }

  /**
   * A notice that comes once a cycle for whom it is about.
   *
   * @param about the owner, or what else tells it from others of its kind
   */
  public static NoticeId once(LeadId lead, int cycle, Kind kind, String about) {
    return new NoticeId(lead.value(), cycle, kind, digest(about));
  }

  /** The notice that leads wait for something, in words, since a day. */
  public static NoticeId waiting(String what, String day) {
    return new NoticeId("w-" + digest(what), 0, Kind.WAITING, day);
  }

  /** The lead it is about; empty if it is about a list. */
  public Optional<LeadId> lead() {
    return kind == Kind.WAITING ? Optional.empty() : Optional.of(new LeadId(subject));
  }

  /** Reads the text that {@link #value()} writes; empty if it is none. */
  public static Optional<NoticeId> parse(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var mark = Optional.ofNullable(parts.group(3)).orElse("");
    var key = Optional.ofNullable(parts.group(4)).orElse("");
    return Optional.of(
        new NoticeId(parts.group(1), Integer.parseInt(parts.group(2)), Kind.ofMark(mark), key));
  }

  /** The id as text: {@code l-abc.1}, or {@code l-abc.1.hot-Zq3x} for a signal. */
  public String value() {
    return subject
        + "."
        + cycle
        + (kind.mark.isEmpty() ? "" : "." + kind.mark)
        + (key.isEmpty() ? "" : "-" + key);
  }

  @Override
  public String toString() {
    return value();
  }

  private static String digest(String text) {
    return Digest.of(text).substring(0, DIGEST_LENGTH);
  }
}
