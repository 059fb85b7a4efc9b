package dev.warmline.functions.desk.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Digest;
import dev.warmline.event.EventJson;
import dev.warmline.handoff.SlackAppMessage;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.NoticeId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A button of a message that somebody pressed, or the entry of its list that they chose.
 *
 * @param user their member id in Slack
 * @param action the act
 * @param cycle the lead and cycle that the message is about
 * @param reason the entry chosen; empty for a button
 * @param at names the press: Slack gives no other the same
 * @param answers where whoever pressed is answered
 * @param trigger by which a dialog opens; empty once one did
 * @param more what was filled in there, by the names of an outcome event
 */
record Pressed(
    String user,
    String action,
    NoticeId cycle,
    String reason,
    String at,
    String answers,
    String trigger,
    Map<String, String> more) {
  private static final Set<String> ACTS = Set.of(SlackAppMessage.ACCEPT, SlackAppMessage.RETURN);

  Pressed {
    more = Map.copyOf(more);
  }

  /** What the payload of an interaction says; empty if it is about no button of ours. */
  static Optional<Pressed> read(JsonNode payload) {
    var action = payload.path("actions").path(0);
    var name = action.path("action_id").asText();
    return NoticeId.parse(action.path("block_id").asText())
        .filter(cycle -> cycle.lead().isPresent() && ACTS.contains(name))
        .map(
            cycle ->
                new Pressed(
                    payload.path("user").path("id").asText(),
                    name,
                    cycle,
                    action.path("selected_option").path("value").asText(),
                    action.path("action_ts").asText(),
                    payload.path("response_url").asText(),
                    payload.path("trigger_id").asText(),
                    Map.of()));
  }

  LeadId lead() {
    return cycle.lead().orElseThrow();
  }

  /** The act's id: the same press, however often it comes, is the same act. */
  String key() {
    return "slack-" + Digest.of(String.join("\n", user, action, cycle.value(), reason, at));
  }

  /** What an outcome event says of it. */
  ObjectNode fields() {
    var fields = EventJson.newObject().put("act", action).put("cycle", cycle.cycle());
    more.forEach(fields::put);
    return reason.isEmpty() ? fields : fields.put("reason", reason);
  }

  boolean isReturn() {
    return action.equals(SlackAppMessage.RETURN);
  }
}
