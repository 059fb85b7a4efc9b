package dev.warmline.handoff;

import dev.warmline.lead.Owner;
import dev.warmline.score.Points;
import java.util.List;
import java.util.Optional;

/** The e-mail body: plain text that a salesperson reads in half a minute. */
final class AlertText {
  private static final int LABEL_WIDTH = 11;

  private final Alert alert;
  private final StringBuilder text = new StringBuilder();

  private AlertText(Alert alert) {
    this.alert = alert;
  }

  static String of(Alert alert) {
    var body = new AlertText(alert);
    body.opening();
    body.contact();
    if (alert.isBrief()) {
      body.routing();
      body.closing();
      return body.text.toString();
    }
    alert.scores().stream().filter(AlertWords::counts).forEach(body::score);
    alert.fit().ifPresent(body::fit);
    body.lately();
    body.colleagues();
    body.routing();
    body.closing();
    return body.text.toString();
  }

  private void opening() {
    var contact = alert.contact();
    var who =
        AlertWords.who(contact.name(), contact.company())
            .map(VisitorText::defuse)
            .or(() -> contact.email().map(VisitorText::defuseUnlessAddress))
            .orElse("Somebody without a name");
    line(who + news());
    if (!alert.isBrief()) {
      reason();
    }
    AlertRemarks.of(alert).forEach(remark -> line(remark + "."));
    alert.link().ifPresent(link -> line(AlertWords.action(alert) + ": " + link));
  }

  private void reason() {
    var scores = AlertWords.scores(alert);
    AlertWords.mainReason(alert)
        .ifPresent(
            why -> line(VisitorText.defuse(why) + (scores.isEmpty() ? "." : ", " + scores + ".")));
  }

  private String news() {
    var news = alert.id().kind().news();
    var colon = news.contains(", and{why}") ? " " : ": ";
    return news.replace("{owner}", owner())
        .replace("{stage}", alert.stage().word())
        .replace("{why}", colon + VisitorText.defuse(alert.why()));
  }

  private String owner() {
    return alert
        .owner()
        .map(Owner::name)
        .or(() -> alert.queue().map("the queue "::concat))
        .map(VisitorText::defuse)
        .orElse("sales");
  }

  private void contact() {
    heading("Who");
    var contact = alert.contact();
    field("Name", contact.name());
    field("Company", contact.company());
    field("Role", contact.role());
    contact.email().map(VisitorText::defuseUnlessAddress).ifPresent(it -> row("E-mail", it));
    field("Phone", contact.phone());
    field("Industry", contact.industry());
    field("Country", contact.country());
    field("Contacts", alert.contacts());
    row("Interests", String.join(", ", alert.interests()));
  }

  private void score(Alert.Score score) {
    var band = score.band().map(name -> " (" + name + ")").orElse("");
    heading("Why: " + score.name() + " " + AlertWords.whole(score.points()) + band);
    reasons(score.reasons());
  }

  private void fit(Alert.Fit fit) {
    heading("Fit: " + fit.words() + " (" + AlertWords.whole(fit.points()) + " points)");
    reasons(fit.reasons());
  }

  private void reasons(List<Reason> reasons) {
    var shown = Reasons.forReading(reasons);
    var width = shown.stream().mapToInt(r -> signed(r.points()).length()).max().orElse(0);
    shown.forEach(
        reason ->
            line(
                "  "
                    + " ".repeat(width - signed(reason.points()).length())
                    + signed(reason.points())
                    + "  "
                    + VisitorText.defuse(reason.words())));
  }

  private void lately() {
    if (alert.recent().isEmpty()) {
      return;
    }
    heading("Lately (" + AlertWords.zone(alert.zone()) + ")");
    alert
        .recent()
        .forEach(
            activity ->
                line(
                    "  "
                        + AlertWords.moment(activity.at(), alert.zone())
                        + "  "
                        + VisitorText.defuse(activity.says())));
  }

  private void colleagues() {
    var colleagues = AlertRemarks.colleagues(alert);
    if (!colleagues.isEmpty()) {
      heading(AlertRemarks.colleaguesOf(alert));
      colleagues.forEach(it -> line("  " + it));
    }
  }

  private void routing() {
    heading("Where it goes");
    row("Tier", alert.tier());
    row("Segment", String.join(", ", alert.segments()));
    row("Queue", alert.queue().orElse(""));
    field("Owner", alert.owner().map(Owner::name));
    field("Came by", alert.source().first());
    alert
        .source()
        .last()
        .filter(last -> alert.source().first().filter(last::equals).isEmpty())
        .ifPresent(last -> row("Last by", VisitorText.defuse(last)));
  }

  private void closing() {
    line("");
    line("-- ");
    line(
        "Rules %s version %d, cycle %d, alert %s, %s %s"
            .formatted(
                alert.model().name(),
                alert.model().version(),
                alert.id().cycle(),
                alert.id(),
                AlertWords.moment(alert.at(), alert.zone()),
                AlertWords.zone(alert.zone())));
  }

  private void field(String label, Optional<String> value) {
    value.ifPresent(known -> row(label, VisitorText.defuse(known)));
  }

  private void row(String label, String value) {
    if (value.isEmpty()) {
      return;
    }
    line("  " + label + " ".repeat(LABEL_WIDTH - label.length()) + value);
  }

  private void heading(String heading) {
    line("");
    line(heading);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String signed(Points points) {
    return AlertWords.signed(points);
  }
}
