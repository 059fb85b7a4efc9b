package dev.warmline.lead;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether sales has heard of the open cycle of a lead. */
public sealed interface Announcement {

  /** No cycle is open. */
  record NotOpen() implements Announcement {}

  /**
   * Sales was told, or a notice says so.
   *
   * @param by what announced it: {@link #EVIDENCE}, {@link #PACE}, or the word of an act
   */
  record Announced(Instant at, String by) implements Announcement {}

  /**
   * Nobody is told until fresh evidence or a release comes.
   *
   * @param list what left it waiting: the list of an import, the source of a backfill
   */
  record Waiting(Instant since, Reason reason, Optional<String> list) implements Announcement {

    /** What it waits for, as people say it: {@code import webinar-0303}. */
    public String words() {
      return reason.word() + list.map(name -> " " + name).orElse("");
    }
  }

  /** Why a cycle waits. */
  enum Reason {
    IMPORT,
    BACKFILL,
    SILENT,
    /** It stays with marketing until the model calls it ready. */
    NOT_READY,
    /** It was contacted as often as the model allows. */
    CONTACT_LIMIT;

    /** The word in JSON and in the store. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with this word, or empty. */
    public static Optional<Reason> parse(String word) {
      return Arrays.stream(values()).filter(reason -> reason.word().equals(word)).findFirst();
    }

    /** Whether it ends by itself, however the lead came; marketing need not release it. */
    public boolean endsByItself() {
      return switch (this) {
        case IMPORT, BACKFILL, SILENT -> false;
        case NOT_READY, CONTACT_LIMIT -> true;
      };
    }
  }

  /** Fresh evidence announced it. */
  String EVIDENCE = "evidence";

  /** A pace released it. */
  String PACE = "pace";
}
