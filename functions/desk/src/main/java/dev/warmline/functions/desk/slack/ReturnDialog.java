package dev.warmline.functions.desk.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.handoff.SlackAppMessage;
import dev.warmline.handoff.SlackText;
import dev.warmline.lead.NoticeId;
import dev.warmline.rule.ReturnReason;
import dev.warmline.team.Team;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The dialog in which Slack asks for what a reason to return needs beside its name: a note, the day
 * to come back on, the queue. It carries the press that it belongs to, so that sending it twice is
 * one act.
 */
final class ReturnDialog {
  static final String NOTE = "note";
  static final String UNTIL = "until";
  static final String QUEUE = "queue";

  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_LABEL = 75;
  private static final String TYPE = "type";
  private static final String TEXT = "text";

  private ReturnDialog() {}

  /** Whether more than its name belongs to a reason. */
  static boolean asks(ReturnReason reason) {
    return reason.note()
        || reason.path() == ReturnReason.Path.QUEUE
        || reason.promise() instanceof ReturnReason.Promise.Asked;
  }

  /** As {@code views.open} takes it. */
  static ObjectNode of(Pressed pressed, ReturnReason reason, Team team) {
    var view = EventJson.newObject().put(TYPE, "modal").put("callback_id", SlackAppMessage.RETURN);
    view.put("private_metadata", Json.write(carried(pressed)));
    view.set("title", plain("Return this lead"));
    view.set("submit", plain("Return"));
    view.set("close", plain("Keep"));
    var blocks = view.putArray("blocks");
    var says = blocks.addObject().put(TYPE, "section");
    says.set(TEXT, plain(SlackText.escape("Reason: " + reason.name(), LONGEST_NOTE)));
    if (reason.path() == ReturnReason.Path.QUEUE) {
      blocks.add(input(QUEUE, "The queue it belongs to", false, queues(team)));
    }
    if (reason.promise() instanceof ReturnReason.Promise.Asked) {
      var day = EventJson.newObject().put(TYPE, "datepicker").put("action_id", UNTIL);
      blocks.add(input(UNTIL, "The day to come back on", true, day));
    }
    var note = EventJson.newObject().put(TYPE, "plain_text_input").put("action_id", NOTE);
    note.put("multiline", true).put("max_length", LONGEST_NOTE);
    blocks.add(input(NOTE, "Note", !reason.note(), note));
    return view;
  }

  /** The press that a dialog of ours was opened by, with what was filled in since. */
  static Optional<Pressed> read(JsonNode payload) {
    var view = payload.path("view");
    if (!view.path("callback_id").asText().equals(SlackAppMessage.RETURN)) {
      return Optional.empty();
    }
    var press = carried(view.path("private_metadata").asText());
    return NoticeId.parse(press.path("cycle").asText())
        .filter(cycle -> cycle.lead().isPresent())
        .map(
            cycle ->
                new Pressed(
                    payload.path("user").path("id").asText(),
                    SlackAppMessage.RETURN,
                    cycle,
                    press.path("reason").asText(),
                    press.path("at").asText(),
                    press.path("answers").asText(),
                    "",
                    filled(view.path("state").path("values"))));
  }

  /** What Slack shows at a field; the dialog stays open. */
  static ObjectNode objection(String field, String words) {
    var answer = EventJson.newObject().put("response_action", "errors");
    answer.putObject("errors").put(field, words);
    return answer;
  }

  private static ObjectNode carried(Pressed pressed) {
    return EventJson.newObject()
        .put("cycle", pressed.cycle().value())
        .put("reason", pressed.reason())
        .put("at", pressed.at())
        .put("answers", pressed.answers());
  }

  private static JsonNode carried(String text) {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      return EventJson.newObject();
    }
  }

  private static Map<String, String> filled(JsonNode values) {
    var filled = new LinkedHashMap<String, String>();
    put(filled, NOTE, values.path(NOTE).path(NOTE).path("value"));
    put(filled, UNTIL, values.path(UNTIL).path(UNTIL).path("selected_date"));
    put(filled, QUEUE, values.path(QUEUE).path(QUEUE).path("selected_option").path("value"));
    return filled;
  }

  private static void put(Map<String, String> filled, String name, JsonNode value) {
    if (value.isTextual() && !value.asText().isBlank()) {
      filled.put(name, value.asText());
    }
  }

  private static ObjectNode queues(Team team) {
    var list = EventJson.newObject().put(TYPE, "static_select").put("action_id", QUEUE);
    var options = list.putArray("options");
    for (var name : team.queues().keySet()) {
      var option = options.addObject().put("value", name);
      option.set(TEXT, plain(SlackText.escape(name, LONGEST_LABEL)));
    }
    return list;
  }

  private static ObjectNode input(
      String name, String label, boolean isOptional, ObjectNode element) {
    var input = EventJson.newObject().put(TYPE, "input").put("block_id", name);
    input.put("optional", isOptional).set("label", plain(label));
    input.set("element", element);
    return input;
  }

  private static ObjectNode plain(String text) {
    return EventJson.newObject().put(TYPE, "plain_text").put(TEXT, text);
  }
}
