package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Notice.State;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Qualification;
import dev.warmline.lead.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The outbox as items: in the due index until they are closed, to expire after that. */
public final class NoticeItems {
  private static final String TO = "to";
  private static final Duration KEPT = Duration.ofDays(90);

  private NoticeItems() {}

  static Map<String, AttributeValue> write(Notice notice) {
    var body = EventJson.newObject();
    notice.about().ifPresent(about -> body.set("about", about.write()));
    if (!notice.to().isEmpty()) {
      notice.to().forEach(body.putArray(TO)::add);
    }
    notice.body().ifPresent(message -> body.set("message", message));
    var item =
        Item.startingWith(Keys.notice(notice.id()))
            .put(Schema.AT, notice.at())
            .put(Schema.DURING, notice.stage().word())
            .put(Schema.WHY, notice.why())
            .put(Schema.NOT_BEFORE, notice.notBefore())
            .put(Schema.STATE, state(notice.state()))
            .put(Schema.BODY, Packed.json(body));
    notice.due().ifPresent(due -> LeadItems.putDue(item, notice.id().value(), due));
    closed(notice.state())
        .ifPresent(at -> item.put(Schema.EXPIRES, at.plus(KEPT).getEpochSecond()));
    return item.attributes();
  }

  static Notice read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    var body = Packed.json(item.get(Schema.BODY));
    return new Notice(
        id(item.text(Schema.SK)).orElseThrow(() -> new MalformedItem("a notice has no id")),
        item.instant(Schema.AT),
        item.word(Schema.DURING, Stage::parse),
        item.text(Schema.WHY),
        Optional.of(body.path("about")).filter(JsonNode::isObject).map(Qualification::read),
        item.instant(Schema.NOT_BEFORE),
        item.word(Schema.STATE, NoticeItems::state),
        body.path(TO).valueStream().map(JsonNode::asText).toList(),
        body.get("message") instanceof ObjectNode message
            ? Optional.of(message)
            : Optional.empty());
  }

  /** The item of a notice that came back from a backup: nobody knows whether it was sent since. */
  public static Map<String, AttributeValue> restored(
      Map<String, AttributeValue> item, Instant now) {
    var notice = read(item);
    return notice.isClosed() ? item : write(notice.with(new State.Voided(now, "restored")));
  }

  /** The notice whose item has this sort key; empty if it is of no notice. */
  public static Optional<NoticeId> id(String sortKey) {
    return sortKey.startsWith(Schema.NOTICES)
        ? NoticeId.parse(sortKey.substring(Schema.NOTICES.length()))
        : Optional.empty();
  }

  /** One text that says all of a state, so that one comparison is the condition of a move. */
  static String state(State state) {
    return switch (state) {
      case State.Unclaimed _ -> "unclaimed";
      case State.Claimed(var holder, var until) -> "claimed " + until + " " + holder;
      case State.Sent(var at) -> "sent " + at + " ";
      case State.Voided(var at, var why) -> "voided " + at + " " + why;
      case State.Covered(var at, var by) -> "covered " + at + " " + by.value();
    };
  }

  private static Optional<State> state(String text) {
    var parts = text.split(" ", 3);
    if (parts.length < 3) {
      return "unclaimed".equals(text) ? Optional.of(new State.Unclaimed()) : Optional.empty();
    }
    var at = Instant.parse(parts[1]);
    return switch (parts[0]) {
      case "claimed" -> Optional.of(new State.Claimed(parts[2], at));
      case "sent" -> Optional.of(new State.Sent(at));
      case "voided" -> Optional.of(new State.Voided(at, parts[2]));
      case "covered" -> NoticeId.parse(parts[2]).map(by -> new State.Covered(at, by));
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> closed(State state) {
    return switch (state) {
      case State.Unclaimed _, State.Claimed _ -> Optional.empty();
      case State.Sent(var at) -> Optional.of(at);
      case State.Voided(var at, var why) -> Optional.of(at);
      case State.Covered(var at, var by) -> Optional.of(at);
    };
  }
}
