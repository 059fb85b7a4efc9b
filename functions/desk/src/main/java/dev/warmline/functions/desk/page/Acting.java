package dev.warmline.functions.desk.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.Bant;
import dev.warmline.event.EventJson;
import dev.warmline.event.OutcomeFields;
import dev.warmline.functions.desk.api.Call;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.usecase.ActAtDesk.Outcome;
import dev.warmline.usecase.ActAtDesk.Wish;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Does what forms ask of leads, as the API does it, and answers with what became of it. */
record Acting(Work work) {
  private static final String TAKE = "take";
  private static final Set<String> NUMBERS = Set.of("value", "cycle");

  /**
   * Does it.
   *
   * @param onwards the path of the page that is shown when it is done
   */
  ApiResponse act(Visit visit, LeadId lead, Form form, String onwards) {
    var who = visit.who();
    var key = form.text(Form.KEY).orElse("");
    if (!Call.isKey(key)) {
      return visit.refused(422, "This form is not whole", "Open the page again and choose again.");
    }
    var wish = new Wish(lead, key, fields(form), form.text(TAKE).isPresent());
    var outcome = work.act().act(who.person(), who.team(), wish, visit.now());
    return answer(visit, form, outcome, onwards);
  }

  /** The page that an outcome leads to. */
  static ApiResponse answer(Visit visit, Form form, Outcome outcome, String onwards) {
    return switch (outcome) {
      case Outcome.Done(var lead, var answer) when answer.isRefused() ->
          visit.refused(
              409,
              "Not done: " + answer.why(),
              "Look at the lead: it is somewhere else than this page knew.");
      case Outcome.Done _ -> visit.goOn(onwards);
      case Outcome.Denied(var why, var mend) -> visit.refused(403, "Not done: " + why, mend + ".");
      case Outcome.Theirs(var lead, var owner) -> theirs(visit, form, lead, owner);
      case Outcome.Lacking(var what) ->
          visit.again(422, "This needs " + what, "Say it and send it again.", "Send", form);
      case Outcome.Reused() ->
          visit.refused(422, "This form has done something else already", "Open the page again.");
      case Outcome.Unknown() ->
          visit.refused(404, "There is no such lead", "It may have been erased.");
    };
  }

  /** Another's lead is taken over only by saying so. */
  private static ApiResponse theirs(Visit visit, Form form, Lead lead, String owner) {
    var all = new LinkedHashMap<>(form.fields());
    all.put(TAKE, "yes");
    var name = People.member(visit.who().team(), owner);
    var since = visit.times().at(lead.standing().since()).words();
    return visit.again(
        409,
        name + " has this lead (" + lead.stage().word() + ", " + since + ")",
        "Leave it to " + name + ", or take it over: it is yours then, and its history says so.",
        "Take it over and do this",
        new Form(all));
  }

  /** What an outcome event would say: fields that are not filled in are not there. */
  static ObjectNode fields(Form form) {
    var json = EventJson.newObject();
    for (var name : OutcomeFields.names()) {
      form.text(name).ifPresent(text -> put(json, name, text));
    }
    var bant = EventJson.newObject();
    for (var question : Bant.QUESTIONS) {
      form.text("bant." + question + ".answer")
          .ifPresent(answer -> bant.putObject(question).put("answer", answer));
      form.text("bant." + question + ".text")
          .ifPresent(
              text -> {
                var said = bant.withObjectProperty(question).put("text", text);
                said.put("answer", said.path("answer").asText("unknown"));
              });
    }
    if (!bant.isEmpty()) {
      json.set("bant", bant);
    }
    return json;
  }

  /** What is no number stays a text, and is told of. */
  private static void put(ObjectNode json, String name, String text) {
    if (!NUMBERS.contains(name)) {
      json.put(name, text);
      return;
    }
    try {
      var number = new BigDecimal(text.replace(',', '.'));
      if (name.equals("cycle")) {
        json.put(name, number.intValueExact());
      } else {
        json.put(name, number);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      json.put(name, text);
    }
  }

  /** What is done by a form is named once, wherever else the page is open. */
  static Map<String, String> hidden(String act, String key) {
    var hidden = new LinkedHashMap<String, String>();
    hidden.put("act", act);
    hidden.put(Form.KEY, key);
    return hidden;
  }
}
