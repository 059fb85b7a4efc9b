package dev.warmline.measure.simulation;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Notice.State;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.NoticeId.Kind;
import dev.warmline.lead.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Laws of what the outbox says of its notices: why one was written, and why it was not sent. */
final class EndLaws {
  private static final Set<Stage> LISTENING =
      Set.of(Stage.MQL, Stage.SAL, Stage.SQL, Stage.CUSTOMER);

  private static final Set<Kind> NEVER_OVERTAKEN = Set.of(Kind.QUALIFIED, Kind.SIGNAL);

  private EndLaws() {}

  static List<String> untrue(Aftermath evidence) {
    var breaches = new ArrayList<String>();
    for (var kept : evidence.outbox().values()) {
      var notice = kept.notice();
      if (!hasEnded(evidence, notice)) {
        breaches.add(notice.id() + " is " + notice.state() + ", which nothing bears out");
      }
      if (!hasListener(evidence, notice)) {
        breaches.add(notice.id() + " is of a signal that nobody waits for");
      }
      if (!kept.due().equals(notice.due())) {
        breaches.add(notice.id() + " is found at " + kept.due() + ", not at " + notice.due());
      }
    }
    return breaches;
  }

  private static boolean hasEnded(Aftermath evidence, Notice notice) {
    return switch (notice.state()) {
      case State.Unclaimed _, State.Claimed _ -> true;
      case State.Sent _ -> !evidence.published(notice.id()).isEmpty();
      case State.Voided(var at, var why) -> happened(evidence, notice, why);
      case State.Covered(var at, var by) -> isSurvivors(evidence, notice, by);
    };
  }

  private static boolean happened(Aftermath evidence, Notice notice, String why) {
    if (notice.id().kind() == Kind.WAITING) {
      return why.equals("nobody waits");
    }
    return switch (why.replaceAll(":.*", "")) {
      case "consent withdrawn" -> said(evidence, notice, EndLaws::isWithdrawal);
      case "excluded" -> said(evidence, notice, it -> it.json().path("traits").has("size"));
      case "undone" -> isUndone(evidence, notice);
      case "it is not so any more" -> !NEVER_OVERTAKEN.contains(notice.id().kind());
      case "disqualified", "retracted", "imported", "judged a robot" -> true;
      default -> false;
    };
  }

  private static boolean isUndone(Aftermath evidence, Notice notice) {
    return evidence.cycles().stream()
        .filter(cycle -> cycle.id().equals(notice.id()))
        .anyMatch(OutboxLaws::isUndone);
  }

  private static boolean said(Aftermath evidence, Notice notice, Predicate<Event> what) {
    var lead = evidence.survivorOf(notice.id().lead().orElseThrow(), evidence.now());
    return Optional.ofNullable(evidence.leads().get(lead)).stream()
        .flatMap(living -> evidence.eventsOf(living).stream())
        .anyMatch(what);
  }

  private static boolean isWithdrawal(Event event) {
    return event.type() == EventType.CONSENT && !event.json().path("granted").asBoolean();
  }

  private static boolean isSurvivors(Aftermath evidence, Notice notice, NoticeId by) {
    return evidence.outbox().containsKey(by)
        && evidence.witness().merges().stream()
            .anyMatch(
                merged ->
                    notice.id().lead().filter(merged.lead()::equals).isPresent()
                        && by.lead().filter(merged.into()::equals).isPresent());
  }

  /** Sales had the lead when a signal's notice was written; steps are dated by who began first. */
  private static boolean hasListener(Aftermath evidence, Notice notice) {
    return notice.id().kind() != Kind.SIGNAL
        || (LISTENING.contains(notice.stage())
            && evidence
                .histories()
                .getOrDefault(notice.id().lead().orElseThrow(), List.of())
                .stream()
                .anyMatch(step -> step.to() == notice.stage()));
  }
}
