package dev.warmline.functions.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.warmline.aws.publish.SlackApi;
import dev.warmline.aws.publish.SlackHosts;
import dev.warmline.aws.publish.SlackHttp;
import dev.warmline.aws.publish.SlackHttp.Answer;
import dev.warmline.event.Json;
import dev.warmline.handoff.ChatPost;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.handoff.ChatThread;
import dev.warmline.handoff.SlackAppMessage;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Posts to Slack as the secret says: with the token of an app into the channel of the lead's queue,
 * with the address of an incoming webhook to the one channel that it is for.
 */
public final class SlackPoster implements ChatPoster {
  private static final SlackHttp HTTP =
      new SlackHttp(Duration.ofSeconds(3), Duration.ofSeconds(10));

  /** Errors of the Web API that say nothing of the message. */
  private static final Set<String> PASSING =
      Set.of(
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org");

  private static final String NO_ADDRESS = "the Slack secret is not a web address";

  private final Function<Instant, String> secret;
  private final Teams teams;
  private final String usual;
  private final SlackHosts hosts;

  /**
   * Posts with what {@code secret} gives at the time of the post.
   *
   * @param teams who is mentioned, and which channel a queue has
   * @param usual the channel of whatever has no queue with a channel of its own
   */
  public SlackPoster(
      Function<Instant, String> secret, Teams teams, String usual, SlackHosts hosts) {
    this.secret = secret;
    this.teams = teams;
    this.usual = usual;
    this.hosts = hosts;
  }

  @Override
  public PostResult post(ChatPost post, Instant now) {
    var said = secret.apply(now);
    var api = SlackApi.parse(said);
    try {
      return api.isPresent() ? toApi(post, api.get(), now) : toWebhook(post, URI.create(said));
    } catch (MalformedURLException | IllegalArgumentException e) {
      return new PostResult.Refused(0, NO_ADDRESS);
    } catch (IOException e) {
      return new PostResult.RetryAfter(Duration.ZERO);
    }
  }

  private PostResult toWebhook(ChatPost post, URI address) throws IOException {
    var objection = hosts.objectionToHook(address);
    return objection.isPresent()
        ? objected(objection.get())
        : result(HTTP.post(address, Optional.empty(), post.body()), _ -> new PostResult.Posted());
  }

  private PostResult toApi(ChatPost post, SlackApi api, Instant now) throws IOException {
    var address = api.at("chat.postMessage");
    var objection = hosts.objectionToApi(address);
    if (objection.isPresent()) {
      return objected(objection.get());
    }
    var message = SlackAppMessage.of(post, teams.current(now).map(TeamPublication::team), usual);
    var answer = HTTP.post(address, Optional.of(api.token()), message.body());
    return result(answer, text -> told(json(text), message));
  }

  private static PostResult objected(String objection) {
    return new PostResult.Refused(0, "the Slack secret " + objection);
  }

  private static PostResult result(Answer answer, Function<String, PostResult> taken) {
    if (answer.isTaken()) {
      return taken.apply(answer.text());
    }
    return answer.mayPass()
        ? new PostResult.RetryAfter(answer.pause())
        : new PostResult.Refused(answer.status(), answer.word());
  }

  /** The Web API answers 200 with {@code ok: false} where a webhook answers 4xx. */
  private static PostResult told(JsonNode json, SlackAppMessage message) {
    if (json.path("ok").asBoolean()) {
      var thread =
          new ChatThread(
              message.channel(), json.path("channel").asText(), json.path("ts").asText());
      return new PostResult.Posted(Optional.of(thread).filter(_ -> !message.isReply()));
    }
    var error = json.path("error").asText();
    return error.isEmpty() || PASSING.contains(error)
        ? new PostResult.RetryAfter(Duration.ZERO)
        : new PostResult.Refused(200, Answer.word(error));
  }

  private static JsonNode json(String text) {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
