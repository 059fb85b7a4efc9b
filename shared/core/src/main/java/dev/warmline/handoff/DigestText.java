package dev.warmline.handoff;

import dev.warmline.report.ReportWeek;
import dev.warmline.report.WeekDigest;
import dev.warmline.report.WeekDigest.Overdue;
import dev.warmline.report.Win;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A digest as people read it, in a mail, in Slack and on a terminal: plain lines. It names leads by
 * their ids and nobody else but the teams, so that it can be kept and passed on.
 */
public final class DigestText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final int MOST_LISTED = 10;

  private final WeekDigest digest;

  /** The text of a digest. */
  public DigestText(WeekDigest digest) {
    this.digest = digest;
  }

  /** For example {@code Week 2026-W10: 12 announced, 9 accepted, 3 returned, 1 won}. */
  String subject() {
    var last = digest.last();
    return "Week %s: %d announced, %d accepted, %d returned, %d won"
        .formatted(
            digest.week(),
            last.announced(),
            last.accepted().times(),
            last.returned(),
            digest.won().size());
  }

  /** Paragraphs with a heading each, ending with a line break. */
  public String text() {
    var parts = new ArrayList<List<String>>();
    parts.add(List.of(heading()));
    parts.add(sales());
    parts.add(marketing());
    parts.add(undone());
    parts.add(returns());
    parts.add(wins());
    parts.add(List.of(rules()));
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .map(part -> String.join("\n  ", part))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private String heading() {
    ReportWeek week = digest.week();
    var cut =
        digest.isWhole()
            ? ""
            : "\nThere are more cycles than one digest reads: not all are counted.";
    return "Week %s, %s to %s (%s). In brackets the mean of the %d weeks before.%s"
        .formatted(
            week,
            DAY.format(week.monday()),
            DAY.format(week.sunday()),
            AlertWords.zone(digest.zone()),
            WeekDigest.WEEKS_BEFORE,
            cut);
  }

  private List<String> sales() {
    var last = digest.last();
    var before = digest.before();
    return List.of(
        "Sales",
        "announced " + DigestWords.beside(last.announced(), before.announced()),
        "accepted " + DigestWords.beside(last.accepted(), before.accepted()),
        "not accepted in time " + DigestWords.beside(last.late(), before.late()),
        "returned " + DigestWords.beside(last.returned(), before.returned()));
  }

  private List<String> marketing() {
    var last = digest.last();
    var before = digest.before();
    return List.of(
        "Marketing",
        "asked by returns " + DigestWords.beside(last.asked(), before.asked()),
        "answered " + DigestWords.beside(last.answered(), before.answered()),
        "not answered in time " + DigestWords.beside(last.unanswered(), before.unanswered()));
  }

  private List<String> undone() {
    var now = digest.now();
    var lines = new ArrayList<String>();
    lines.add("Left undone");
    lines.add("to accept, overdue: " + overdue(now.toAccept()));
    lines.add("to answer, overdue: " + overdue(now.toAnswer()));
    lines.add("told of, without owner: " + DigestWords.counted(now.withoutOwner()));
    lines.add("waiting for release: " + DigestWords.counted(now.waiting()));
    lines.add("lacking what is required: " + now.incomplete());
    return lines;
  }

  private List<String> returns() {
    if (digest.returnedBy().isEmpty()) {
      return List.of();
    }
    var share = digest.last().returned() + " of " + digest.decided() + " that sales decided on";
    return List.of(
        "Returned, by reason",
        DigestWords.counted(digest.returnedBy()),
        digest.mustRecalibrate()
            ? share
                + ", over "
                + WeekDigest.MOST_RETURNED_PERCENT
                + " %: recalibrate the rules together"
            : share);
  }

  private List<String> wins() {
    var lines = new ArrayList<String>();
    digest.won().stream().limit(MOST_LISTED).forEach(win -> lines.add(path(win)));
    if (digest.won().size() > MOST_LISTED) {
      lines.add("and " + (digest.won().size() - MOST_LISTED) + " more");
    }
    if (!lines.isEmpty()) {
      lines.addFirst("Won");
    }
    return lines;
  }

  private String path(Win win) {
    var steps =
        win.path().stream()
            .map(
                step ->
                    step.what()
                        + step.by().map(by -> " by " + DigestWords.clean(by)).orElse("")
                        + " "
                        + day(step.at()));
    return win.lead()
        + ": "
        + win.source().map(DigestWords::clean).orElse("source unknown")
        + " -> "
        + steps.collect(Collectors.joining(" -> "))
        + win.value()
            .map(
                value ->
                    ", "
                        + value.toPlainString()
                        + win.currency().map(it -> " " + DigestWords.clean(it)).orElse(""))
            .orElse("");
  }

  private String rules() {
    var rules = digest.rules();
    return "Rules %s version %d%s"
        .formatted(
            DigestWords.clean(rules.name()),
            rules.version(),
            rules.since().map(at -> ", unchanged for " + days(at)).orElse(""));
  }

  private String days(Instant since) {
    var days = Duration.between(since, digest.at()).toDays();
    return days + (days == 1 ? " day" : " days") + " (since " + day(since) + ")";
  }

  private String overdue(List<Overdue> late) {
    var listed =
        late.stream()
            .limit(MOST_LISTED)
            .map(
                it ->
                    it.lead()
                        + it.owner().map(owner -> " (" + DigestWords.clean(owner) + ")").orElse("")
                        + " since "
                        + AlertWords.moment(it.since(), digest.zone()))
            .collect(Collectors.joining(", "));
    var more = late.size() > MOST_LISTED ? ", and " + (late.size() - MOST_LISTED) + " more" : "";
    return late.isEmpty() ? "0" : late.size() + ": " + listed + more;
  }

  private String day(Instant at) {
    return DAY.format(at.atZone(digest.zone()));
  }
}
