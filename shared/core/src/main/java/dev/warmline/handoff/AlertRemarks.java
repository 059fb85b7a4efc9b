package dev.warmline.handoff;

import dev.warmline.lead.Beside.Colleague;
import dev.warmline.lead.Beside.GaveBack;
import dev.warmline.lead.Beside.Introduction;
import dev.warmline.lead.Beside.Reply;
import dev.warmline.lead.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an alert says beside the reason, a line each without its full stop, and of colleagues. */
final class AlertRemarks {
  private AlertRemarks() {}

  /** The lines below the reason; of what is brief only what bears on the next step. */
  static List<String> of(Alert alert) {
    var lines = new ArrayList<String>();
    if (!alert.isBrief()) {
      if (AlertWords.isUnconfirmed(alert)) {
        lines.add(AlertWords.UNCONFIRMED);
      }
      AlertWords.sameAddress(alert).ifPresent(lines::add);
    }
    if (alert.id().kind().handsOver()) {
      alert.beside().gaveBack().ifPresent(it -> lines.add(gaveBack(it, alert)));
      alert.beside().introduction().ifPresent(it -> lines.add(introduction(it)));
    }
    alert.contact().noMail(alert.zone()).ifPresent(lines::add);
    alert
        .beside()
        .acceptBy()
        .ifPresent(at -> lines.add("Accept or return by " + moment(at, alert)));
    return lines;
  }

  /** What stands over the colleagues. */
  static String colleaguesOf(Alert alert) {
    return alert
        .contact()
        .company()
        .map(company -> "Also from " + VisitorText.defuse(company))
        .orElse("Of the same company");
  }

  /** The others of the company, a line each: {@code Bo Li, SAL, Kim Lee}; empty if none are. */
  static List<String> colleagues(Alert alert) {
    var lines = new ArrayList<String>();
    alert.beside().colleagues().forEach(it -> lines.add(colleague(it)));
    if (alert.beside().more() > 0) {
      lines.add("and " + alert.beside().more() + " more");
    }
    return lines;
  }

  private static String colleague(Colleague other) {
    var name = other.name().map(VisitorText::defuse).orElse("somebody without a name");
    var owner = other.owner().map(Owner::name).map(it -> ", " + VisitorText.defuse(it)).orElse("");
    return name + ", " + other.stage().word() + owner;
  }

  private static String gaveBack(GaveBack back, Alert alert) {
    var act = back.act().equals("lost") ? "Lost" : "Returned";
    return act
        + " before by "
        + VisitorText.defuse(back.by())
        + " on "
        + AlertWords.day(back.at(), alert.zone())
        + ": "
        + VisitorText.defuse(back.reason())
        + quoted(back.note())
        + back.reply().map(AlertRemarks::reply).orElse("");
  }

  private static String reply(Reply reply) {
    var answer = reply.answer().equals("rule") ? "rule to change" : reply.answer();
    return "; " + VisitorText.defuse(reply.by() + ": " + answer) + quoted(reply.note());
  }

  private static String quoted(Optional<String> note) {
    return note.map(it -> " - \"" + VisitorText.defuse(it) + "\"").orElse("");
  }

  private static String introduction(Introduction warm) {
    var where = warm.slack().map(it -> it.startsWith("#") ? it : "#" + it);
    return "Warm handoff: "
        + VisitorText.defuse(warm.by().name())
        + " introduces you"
        + where.map(it -> " in " + VisitorText.defuse(it)).orElse("");
  }

  private static String moment(Instant at, Alert alert) {
    return AlertWords.moment(at, alert.zone()) + " " + AlertWords.zone(alert.zone());
  }
}
