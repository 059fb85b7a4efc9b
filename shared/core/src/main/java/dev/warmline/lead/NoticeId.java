package dev.warmline.lead;

import dev.warmline.event.Digest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** What a notice says: all that depends on it stands here. */
  public enum Kind {
    /** Sales gets a lead. */
    QUALIFIED("", "New MQL", " is ready for sales.", Premise.TO_BE_TOLD, Whom.OWNER),
    /** A day has come that was promised when it was returned: sales gets it again. */
    RESUMED(
        "resumed",
        "Back as agreed",
        " comes back to {owner}{why}.",
        Premise.TO_BE_TOLD,
        Whom.OWNER),
    /** A lead that sales has asks for something. */
    SIGNAL(
        "hot",
        "Hot update",
        ", whom you have already ({stage}), asks for you.",
        Premise.TO_BE_TOLD,
        Whom.OWNER_ELSE_ESCALATION),
    /** An import or a silent publication left leads waiting. */
    WAITING("waiting", "New MQL", "", Premise.WAITED_FOR, Whom.MARKETING),
    /** What sales was told does not hold any more. */
    DISREGARD("disregard", "Disregard", " is to be disregarded{why}.", Premise.NOTHING, Whom.OWNER),
    /** The time to accept, or to qualify, will soon be over. */
    REMINDER("reminder", "Reminder", " waits for {owner}{why}.", Premise.SAME_STAGE, Whom.OWNER),
    /** The time to accept is over. */
    OVERDUE(
        "overdue", "Overdue", " is overdue{why}.", Premise.SAME_STAGE, Whom.OWNER, Whom.ESCALATION),
    /** It is in other hands. */
    REASSIGNED(
        "reassigned",
        "Reassigned",
        " is now with {owner}{why}.",
        Premise.SAME_HANDS,
        Whom.OWNER,
        Whom.FORMER_OWNER),
    /** The time to make contact is over. */
    UNCONTACTED(
        "uncontacted",
        "No contact",
        " was accepted by {owner}, and{why}.",
        Premise.SAME_STAGE,
        Whom.OWNER,
        Whom.ESCALATION),
    /** It fell back, because nobody worked it. */
    UNWORKED(
        "unworked",
        "Not worked",
        " went back to marketing{why}.",
        Premise.KNOWN,
        Whom.ESCALATION,
        Whom.MARKETING),
    /** Sales gave it back. */
    RETURNED(
        "returned", "Returned", " came back to marketing{why}.", Premise.KNOWN, Whom.MARKETING),
    /** The time of marketing to answer is over. */
    UNANSWERED(
        "unanswered", "Answer overdue", " came back, and{why}.", Premise.UNANSWERED, Whom.LEADS),
    /** Marketing answered. */
    ANSWERED(
        "answered",
        "Answered",
        ", whom you gave back, has an answer{why}.",
        Premise.KNOWN,
        Whom.RETURNER),
    /** It would qualify if more were known. */
    INCOMPLETE(
        "incomplete",
        "Incomplete",
        " would be ready for sales if more were known{why}.",
        Premise.BELOW,
        Whom.MARKETING),
    /** It turned out to be somebody whom another works. */
    MERGED(
        "merged",
        "Merged",
        " turned out to be somebody else's lead{why}.",
        Premise.NOTHING,
        Whom.OWNER),
    /** What both teams did in a week, and what is left undone. */
    DIGEST("digest", "Week", "", Premise.TEAM, Whom.MARKETING, Whom.LEADS);

    private final String mark;
    private final String subject;
    private final String news;
    private final Premise premise;
    private final Whom to;
    private final Whom also;

    Kind(String mark, String subject, String news, Premise premise, Whom to) {
      this(mark, subject, news, premise, to, to);
    }

    Kind(String mark, String subject, String news, Premise premise, Whom to, Whom also) {
      this.mark = mark;
      this.subject = subject;
      this.news = news;
      this.premise = premise;
      this.to = to;
      this.also = also;
    }

    /** What the subject begins with. */
    public String subject() {
      return subject;
    }

    /**
     * What it says of a lead, behind its name: with {@code {owner}} for who has it, {@code {stage}}
     * and {@code {why}} for the reason.
     */
    public String news() {
      return news;
    }

    /** What must still be so when it is sent. */
    public Premise premise() {
      return premise;
    }

    /** Of a team, who is told. */
    Stream<Whom> to() {
      return Stream.of(to, also).distinct();
    }

    /** Whether sales hears by it of a cycle. */
    public boolean announces() {
      return this == QUALIFIED || this == RESUMED;
    }

    /** Whether a lead comes by it to somebody who has not had it before. */
    public boolean handsOver() {
      return announces() || this == REASSIGNED;
    }

    /** Whether who reads it needs the whole explanation: they do not know the lead yet. */
    public boolean explains() {
      return handsOver() || this == SIGNAL;
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

  /** The notice that brings a lead back to sales on a promised day. */
  public static NoticeId resumed(LeadId lead, int cycle) {
    return new NoticeId(lead.value(), cycle, Kind.RESUMED, "");
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

  /** The notice of what both teams did in a week, such as {@code 2026-W10}. */
  public static NoticeId digestOf(String week) {
    return new NoticeId("w-teams", 0, Kind.DIGEST, week);
  }

  /** The lead it is about; empty if it is about a list or a week. */
  public Optional<LeadId> lead() {
    return kind == Kind.WAITING || kind == Kind.DIGEST
        ? Optional.empty()
        : Optional.of(new LeadId(subject));
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
