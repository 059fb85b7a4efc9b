package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.lead.Answer;
import dev.warmline.lead.Lead;
import dev.warmline.lead.StandingText;
import dev.warmline.usecase.ActAtDesk.Outcome;
import java.util.Locale;

/** What whoever acted is told. */
final class ActAnswer {
  private ActAnswer() {}

  static ApiResponse of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var lead, var answer) when answer.isRefused() -> refused(lead, answer);
      case Outcome.Done(var lead, var answer) -> done(lead, answer);
      case Outcome.Denied(var why, var mend) -> ApiProblem.forbidden(why, mend).answer();
      case Outcome.Theirs(var lead, var owner) -> theirs(lead, owner);
      case Outcome.Lacking(var what) ->
          ApiProblem.lacking("the act needs " + what, "body").answer();
      case Outcome.Reused() ->
          new ApiProblem(
                  422,
                  "key_used",
                  "this Idempotency-Key names another act that was done before",
                  "header Idempotency-Key",
                  "send a new key for a new act")
              .answer();
      case Outcome.Unknown() -> ApiProblem.noLead().answer();
    };
  }

  private static ApiResponse done(Lead lead, Answer answer) {
    return ApiResponse.json(
        200,
        Json.write(
            StandingText.write(lead)
                .put("answer", answer.kind().name().toLowerCase(Locale.ROOT))
                .put("why", answer.why())));
  }

  private static ApiResponse refused(Lead lead, Answer answer) {
    return conflict(
        lead, answer.why(), "look at the lead: it is in another stage or cycle than you thought");
  }

  private static ApiResponse theirs(Lead lead, String owner) {
    return conflict(
        lead,
        owner + " has it since " + EventJson.format(lead.standing().since()),
        "leave it to " + owner + ", or send \"take\": true to take it over");
  }

  private static ApiResponse conflict(Lead lead, String what, String mend) {
    var more = EventJson.newObject();
    more.set("standing", StandingText.write(lead));
    return new ApiProblem(409, "conflict", what, "lead " + lead.id(), mend).with(more);
  }
}
