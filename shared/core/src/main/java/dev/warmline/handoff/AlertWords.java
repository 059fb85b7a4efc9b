package dev.warmline.handoff;

import dev.warmline.lead.NoticeId;
import dev.warmline.lead.SameAddress;
import dev.warmline.lead.Stage;
import dev.warmline.score.Points;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The phrases that the subject, the e-mail and the Slack message share. */
final class AlertWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

  /** What is said of a signal that a browser sent. */
  static final String UNCONFIRMED = "Website form, address not confirmed";

  private AlertWords() {}

  /** How urgent: {@code Hot update}, {@code Hot lead} or {@code New MQL}. */
  static String urgency(Alert alert) {
    var kind = alert.id().kind();
    return kind == NoticeId.Kind.QUALIFIED && alert.tier().equals("hot")
        ? "Hot lead"
        : kind.subject();
  }

  /** What the link is for: who has accepted the lead can only look at it. */
  static String action(Alert alert) {
    return alert.stage() == Stage.MQL ? "Accept or return" : "Open";
  }

  /** Name and company, or what is known of them; empty if neither is. */
  static Optional<String> who(Optional<String> name, Optional<String> company) {
    return name.isPresent() && company.isPresent()
        ? Optional.of(name.get() + " (" + company.get() + ")")
        : name.or(() -> company);
  }

  /** The scores and the grade: {@code engagement 65, fit B}; empty if there are none. */
  static String scores(Alert alert) {
    var scores =
        alert.scores().stream()
            .filter(AlertWords::counts)
            .map(score -> score.name() + " " + whole(score.points()));
    return Stream.concat(scores, alert.fit().map(fit -> "fit " + fit.words()).stream())
        .collect(Collectors.joining(", "));
  }

  /** The one reason to name if there is room for one: the fast track, else the largest. */
  static Optional<String> mainReason(Alert alert) {
    if (alert.isBrief() || alert.isUpdate() || alert.id().kind() == NoticeId.Kind.RESUMED) {
      return Optional.of(alert.why());
    }
    return alert
        .fastTrack()
        .map(Alert.FastTrack::says)
        .or(
            () ->
                alert.scores().stream()
                    .flatMap(score -> score.reasons().stream())
                    .filter(reason -> reason.points().milli() > 0)
                    .filter(Reason.Signal.class::isInstance)
                    .max(Comparator.comparing(Reason::points))
                    .map(Reason::words));
  }

  /** Whether the score says anything: points or lines. */
  static boolean counts(Alert.Score score) {
    return score.points().milli() != 0 || !score.reasons().isEmpty();
  }

  /** Whether the signal came from a form that anybody can fill in with any address. */
  static boolean isUnconfirmed(Alert alert) {
    return alert.fastTrack().filter(signal -> !signal.verified()).isPresent();
  }

  /** That somebody with this address is being worked on already. */
  static Optional<String> sameAddress(Alert alert) {
    return alert
        .sameAddress()
        .map(other -> "Sales has another lead with this e-mail address, " + by(other));
  }

  private static String by(SameAddress.Other other) {
    return switch (other.by()) {
      case SERVER -> "set by a server: " + named(other);
      case BROWSER -> "typed by somebody, not confirmed: " + named(other);
    };
  }

  private static String named(SameAddress.Other other) {
    return other
        .name()
        .map(name -> VisitorText.defuse(name) + " (" + other.lead() + ")")
        .orElseGet(other.lead()::value);
  }

  /** Whole points: the thousandths are for machines. */
  static String whole(Points points) {
    return points.toDecimal().setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  /** Whole points with their sign: {@code +33}. */
  static String signed(Points points) {
    return (points.milli() > 0 ? "+" : "") + whole(points);
  }

  /** The day and time in the zone: {@code Sat 7 Mar 2026 12:02}. */
  static String moment(Instant at, ZoneId zone) {
    return DAY_AND_TIME.format(at.atZone(zone));
  }

  /** The day in the zone: {@code 7 Mar 2026}. */
  static String day(Instant at, ZoneId zone) {
    return DAY.format(at.atZone(zone));
  }

  /** The zone as people write it: {@code UTC} or {@code Europe/Berlin}. */
  static String zone(ZoneId zone) {
    return zone.getId().equals("Z") ? "UTC" : zone.getId();
  }
}
