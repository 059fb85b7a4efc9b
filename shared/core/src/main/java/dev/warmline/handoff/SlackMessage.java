package dev.warmline.handoff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alert as a Slack message: Block Kit with the plain {@code text} beside it that notifications
 * show. Within Slack's limits, with {@code & < >} escaped, so that nothing typed by a visitor
 * becomes a mention or a link.
 */
public final class SlackMessage {
  static final int MAX_HEADER = 150;
  static final int MAX_SECTION = 3_000;
  static final int MAX_FIELD = 2_000;
  static final int MAX_FIELDS = 10;

  private final Alert alert;
  private final ArrayNode blocks = EventJson.newObject().arrayNode();

  private SlackMessage(Alert alert) {
    this.alert = alert;
  }

  /** The message for an alert. */
  public static ObjectNode of(Alert alert) {
    return new SlackMessage(alert).render();
  }

  /** The message about no one lead: lines of text. */
  public static ObjectNode of(String text) {
    var message = EventJson.newObject();
    return message.put("text", SlackText.escape(text, MAX_SECTION));
  }

  private ObjectNode render() {
    var title = AlertWords.urgency(alert) + ": " + who();
    blocks.add(block("header", text("plain_text", SlackText.escape(title, MAX_HEADER))));
    summary();
    remarks();
    fields();
    if (!alert.isBrief()) {
      explanation();
    }
    context();
    var message = EventJson.newObject();
    message.put("text", SlackText.escape(title + whyShort(), MAX_SECTION));
    message.set("blocks", blocks);
    return message;
  }

  private void explanation() {
    alert.scores().stream()
        .filter(AlertWords::counts)
        .forEach(
            score ->
                reasons(
                    "Why: " + score.name() + " " + AlertWords.whole(score.points()),
                    score.reasons()));
    alert.fit().ifPresent(fit -> reasons("Fit: " + fit.words(), fit.reasons()));
    lately();
    var colleagues = AlertRemarks.colleagues(alert);
    if (!colleagues.isEmpty()) {
      section(SlackText.list(AlertRemarks.colleaguesOf(alert), colleagues, MAX_SECTION));
    }
  }

  private String who() {
    var contact = alert.contact();
    return AlertWords.who(contact.name(), contact.company())
        .map(VisitorText::defuse)
        .or(() -> contact.email().map(VisitorText::defuseUnlessAddress))
        .orElse("somebody without a name");
  }

  private String whyShort() {
    return AlertWords.mainReason(alert).map(why -> " - " + VisitorText.defuse(why)).orElse("");
  }

  private void summary() {
    var main = AlertWords.mainReason(alert).map(VisitorText::defuse).orElse(alert.why());
    var scores = AlertWords.scores(alert);
    var line = main + (scores.isEmpty() || main.isEmpty() ? scores : ", " + scores);
    var link =
        alert
            .link()
            .map(
                uri ->
                    "\n<"
                        + SlackText.escape(uri.toString(), MAX_FIELD)
                        + "|"
                        + AlertWords.action(alert)
                        + ">")
            .orElse("");
    if (!line.isEmpty() || !link.isEmpty()) {
      section(SlackText.escape(line, MAX_FIELD / 2) + link);
    }
  }

  private void remarks() {
    var remarks = AlertRemarks.of(alert);
    if (!remarks.isEmpty()) {
      section(SlackText.escape(String.join("\n", remarks), MAX_SECTION));
    }
  }

  private void fields() {
    var contact = alert.contact();
    Map<String, Optional<String>> known = new LinkedHashMap<>();
    known.put("E-mail", contact.email().map(VisitorText::defuseUnlessAddress));
    known.put("Phone", contact.phone().map(VisitorText::defuse));
    known.put("Company", contact.company().map(VisitorText::defuse));
    known.put("Role", contact.role().map(VisitorText::defuse));
    known.put("Country", contact.country().map(VisitorText::defuse));
    known.put("Interests", joined(alert.interests()));
    known.put("Tier", Optional.of(alert.tier()));
    known.put("Segment", joined(alert.segments()));
    var queue = alert.queue().map(name -> " (" + name + ")").orElse("");
    alert
        .owner()
        .map(owner -> VisitorText.defuse(owner.name()) + queue)
        .ifPresentOrElse(
            owner -> known.put("Owner", Optional.of(owner)),
            () -> known.put("Queue", alert.queue()));
    known.put("Came by", alert.source().first().map(VisitorText::defuse));
    var fields = EventJson.newObject().arrayNode();
    known.forEach((label, value) -> value.ifPresent(it -> fields.add(field(label, it))));
    blocks.addObject().put("type", "section").set("fields", fields);
  }

  private static ObjectNode field(String label, String value) {
    return text("mrkdwn", "*" + label + "*\n" + SlackText.escape(value, MAX_FIELD - 20));
  }

  private void reasons(String heading, List<Reason> reasons) {
    var lines =
        Reasons.forReading(reasons).stream()
            .map(it -> AlertWords.signed(it.points()) + "  " + VisitorText.defuse(it.words()))
            .toList();
    section(SlackText.list(heading, lines, MAX_SECTION));
  }

  private void lately() {
    var lines =
        alert.recent().stream()
            .map(
                it ->
                    AlertWords.moment(it.at(), alert.zone()) + "  " + VisitorText.defuse(it.says()))
            .toList();
    if (!lines.isEmpty()) {
      section(SlackText.list("Lately (" + AlertWords.zone(alert.zone()) + ")", lines, MAX_SECTION));
    }
  }

  private void context() {
    var model = alert.model();
    var line =
        "Rules %s version %d, cycle %d, alert %s"
            .formatted(model.name(), model.version(), alert.id().cycle(), alert.id());
    var elements = EventJson.newObject().arrayNode();
    elements.add(text("mrkdwn", SlackText.escape(line, MAX_FIELD)));
    blocks.addObject().put("type", "context").set("elements", elements);
  }

  private void section(String mrkdwn) {
    blocks.add(block("section", text("mrkdwn", mrkdwn)));
  }

  private static ObjectNode block(String type, ObjectNode text) {
    var block = EventJson.newObject().put("type", type);
    block.set("text", text);
    return block;
  }

  private static ObjectNode text(String type, String text) {
    var node = EventJson.newObject().put("type", type).put("text", text);
    return type.equals("mrkdwn") ? node.put("verbatim", true) : node;
  }

  private static Optional<String> joined(List<String> values) {
    return Optional.of(String.join(", ", values)).filter(all -> !all.isEmpty());
  }
}
