package dev.warmline.functions.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;

/**
 * Why a request was not done.
 *
 * @param status the HTTP status
 * @param code one word for programs
 * @param what in words for people
 * @param where what of the request it is about
 * @param mend what to do
 */
public record ApiProblem(int status, String code, String what, String where, String mend) {
  private static final String SIGN_IN = "header Authorization";

  /** The token is missing or not taken. */
  static ApiProblem unauthorized(String what) {
    return new ApiProblem(
        401,
        "unauthorized",
        what,
        SIGN_IN,
        "sign in at the issuer and send \"Authorization: Bearer TOKEN\"");
  }

  /** Whoever asks is known, and may not. */
  static ApiProblem forbidden(String what, String mend) {
    return new ApiProblem(403, "forbidden", what, SIGN_IN, mend);
  }

  /** What only those do who lead a team. */
  static ApiProblem onlyLeads(String what) {
    return forbidden("only role lead may " + what, "ask somebody who leads a team");
  }

  /** No such lead. */
  static ApiProblem noLead() {
    return new ApiProblem(
        404,
        "no_lead",
        "there is no lead of that id",
        "path",
        "give a lead id, a user id, an e-mail address, a phone number or an anonymous id");
  }

  /** The body or the query does not say what it must. */
  static ApiProblem lacking(String what, String where) {
    return new ApiProblem(422, "incomplete", what, where, "say it and send it again");
  }

  ApiResponse answer() {
    return answer(json());
  }

  /** The same with more fields for programs. */
  ApiResponse with(ObjectNode more) {
    var all = json();
    all.setAll(more);
    return answer(all);
  }

  private ApiResponse answer(ObjectNode json) {
    var answer = ApiResponse.json(status, Json.write(json));
    return status == 401 ? answer.with("WWW-Authenticate", "Bearer") : answer;
  }

  private ObjectNode json() {
    return EventJson.newObject()
        .put("code", code)
        .put("error", what)
        .put("where", where)
        .put("mend", mend);
  }
}
