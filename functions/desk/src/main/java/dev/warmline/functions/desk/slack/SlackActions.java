package dev.warmline.functions.desk.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.lead.Answer;
import dev.warmline.lead.LeadStore;
import dev.warmline.rule.Models;
import dev.warmline.rule.ReturnReason;
import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import dev.warmline.usecase.ActAtDesk;
import dev.warmline.usecase.ActAtDesk.Outcome;
import dev.warmline.usecase.ActAtDesk.Wish;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /slack/actions}: where Slack says that somebody pressed a button, or asks what a list
 * holds. Who it was stands in the team file; what they may do is what they may at the desk.
 */
public final class SlackActions {
  /** Where it is. */
  public static final String PATH = "/slack/actions";

  /** Given in place of the name of a secret where the stack does not post to Slack. */
  public static final String NONE = "none";

  private static final String PAYLOAD = "payload=";
  private static final String NO_TEAM = "No team is published: warmline team publish.";

  private final SlackApp app;
  private final Teams teams;
  private final Models models;
  private final LeadStore leads;
  private final ActAtDesk act;
  private final SlackAnswers answers;
  private final Journal journal;

  /** Does what is pressed. */
  public SlackActions(
      SlackApp app, Teams teams, Models models, LeadStore leads, ActAtDesk act, Journal journal) {
    this.app = app;
    this.answers = new SlackAnswers(app);
    this.teams = teams;
    this.models = models;
    this.leads = leads;
    this.act = act;
    this.journal = journal;
  }

  /** Whether a request comes from Slack, as it says. */
  public boolean isFor(ApiRequest request) {
    return request.path().equals(PATH);
  }

  /** Answers it. Slack shows an error to whoever pressed unless it is 200. */
  public ApiResponse answer(ApiRequest request, Instant now) {
    return taken(request, now).with("Cache-Control", "no-store");
  }

  private ApiResponse taken(ApiRequest request, Instant now) {
    if (!request.method().equals("POST")) {
      return problem(405, "method_not_allowed", "Slack posts here", "press the button")
          .with("Allow", "POST");
    }
    if (!SlackSignature.isOn(request, app.signing().apply(now), now)) {
      return problem(
          401,
          "unauthorized",
          "this is not signed by Slack with the signing secret of this stack within five minutes",
          "store the app's signing secret: infra/deploy/init --slack");
    }
    var payload = payload(request);
    return switch (payload.path("type").asText()) {
      case "block_suggestion" -> reasons(now);
      case "block_actions" -> pressed(request, payload, now);
      case "view_submission" -> filledIn(request, payload, now);
      default -> ApiResponse.empty(200);
    };
  }

  private ApiResponse reasons(Instant now) {
    var json = EventJson.newObject();
    var options = json.putArray("options");
    for (var reason : models.current(now).model().returnReasons()) {
      var option = options.addObject().put("value", reason.name());
      option.putObject("text").put("type", "plain_text").put("text", reason.name());
    }
    return ApiResponse.json(200, Json.write(json));
  }

  private ApiResponse pressed(ApiRequest request, JsonNode payload, Instant now) {
    Pressed.read(payload)
        .flatMap(pressed -> said(request, pressed, now))
        .ifPresent(
            trouble -> {
              journal.log().warn("Slack did not take an answer", "", Map.of("why", trouble));
              journal.metrics().count(now, Map.of("SlackUnanswered", 1L));
            });
    return ApiResponse.empty(200);
  }

  /** Nothing said closes the dialog. */
  private ApiResponse filledIn(ApiRequest request, JsonNode payload, Instant now) {
    return ReturnDialog.read(payload)
        .flatMap(pressed -> objection(request, pressed, now))
        .map(objection -> ApiResponse.json(200, Json.write(objection)))
        .orElseGet(() -> ApiResponse.empty(200));
  }

  private Optional<ObjectNode> objection(ApiRequest request, Pressed pressed, Instant now) {
    var team = teams.current(now).map(TeamPublication::team);
    var who = team.flatMap(it -> it.withSlack(pressed.user()));
    if (team.isEmpty() || who.isEmpty()) {
      var words = team.isEmpty() ? NO_TEAM : stranger(pressed);
      return Optional.of(ReturnDialog.objection(ReturnDialog.NOTE, words));
    }
    var outcome = act.act(who.get(), team.get(), wish(pressed), now);
    var words = new PressWords(pressed, who.get(), team.get(), page(request, pressed));
    return hasMoved(outcome)
        ? Optional.empty()
        : Optional.of(ReturnDialog.objection(field(outcome), words.plain(outcome)));
  }

  /** Where the dialog says what it lacks. */
  private static String field(Outcome outcome) {
    return outcome instanceof Outcome.Lacking(var what) && what.contains(ReturnDialog.UNTIL)
        ? ReturnDialog.UNTIL
        : ReturnDialog.NOTE;
  }

  private static Wish wish(Pressed pressed) {
    return new Wish(pressed.lead(), pressed.key(), pressed.fields(), false);
  }

  private Optional<String> said(ApiRequest request, Pressed pressed, Instant now) {
    var team = teams.current(now).map(TeamPublication::team);
    if (team.isEmpty()) {
      return answers.toThem(pressed, NO_TEAM);
    }
    return team.get()
        .withSlack(pressed.user())
        .map(who -> done(pressed, who, team.get(), page(request, pressed), now))
        .orElseGet(() -> answers.toThem(pressed, stranger(pressed)));
  }

  private static String stranger(Pressed pressed) {
    return "Nobody in the team has your Slack member id. Have the team file say \"slack: "
        + pressed.user()
        + "\" beside your name, and publish it: warmline team publish.";
  }

  private Optional<String> done(
      Pressed pressed, TeamMember who, Team team, String page, Instant now) {
    var words = new PressWords(pressed, who, team, page);
    var asks = asks(pressed, now);
    if (asks.isPresent()) {
      return answers
          .open(pressed, ReturnDialog.of(pressed, asks.get(), team), now)
          .flatMap(why -> unopened(why, pressed, words.asked(asks.get())));
    }
    var isFirst = leads.findAnswer(pressed.key()).isEmpty();
    var outcome = act.act(who, team, wish(pressed), now);
    return isFirst && hasMoved(outcome)
        ? Optional.empty()
        : answers.toThem(pressed, words.told(outcome));
  }

  /** Then everybody hears of it below the message, as of what is done elsewhere. */
  private static boolean hasMoved(Outcome outcome) {
    return outcome instanceof Outcome.Done(var lead, var answer)
        && answer.kind() == Answer.Kind.MOVED;
  }

  private Optional<String> unopened(String why, Pressed pressed, String words) {
    journal.log().warn("Slack opened no dialog", "", Map.of("why", why));
    return answers.toThem(pressed, words);
  }

  /** The reason that was chosen, if more than its name belongs to it. */
  private Optional<ReturnReason> asks(Pressed pressed, Instant now) {
    return models.current(now).model().returnReasons().stream()
        .filter(reason -> pressed.isReturn() && reason.name().equals(pressed.reason()))
        .filter(ReturnDialog::asks)
        .findFirst();
  }

  private static String page(ApiRequest request, Pressed pressed) {
    return "%s://%s%s/desk/leads/%s"
        .formatted(request.scheme(), request.host(), request.prefix(), pressed.lead().value());
  }

  private static JsonNode payload(ApiRequest request) {
    var form = new String(request.body(), UTF_8);
    return Arrays.stream(form.split("&"))
        .filter(field -> field.startsWith(PAYLOAD))
        .map(field -> json(field.substring(PAYLOAD.length())))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  private static JsonNode json(String escaped) {
    try {
      return Json.read(URLDecoder.decode(escaped, UTF_8));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return MissingNode.getInstance();
    }
  }

  private static ApiResponse problem(int status, String code, String what, String mend) {
    var json = EventJson.newObject().put("code", code).put("error", what);
    return ApiResponse.json(status, Json.write(json.put("where", PATH).put("mend", mend)));
  }
}
