package dev.warmline.handoff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.lead.Beside.Introduction;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.NoticeId.Kind;
import dev.warmline.team.Team;
import dev.warmline.team.TeamQueue;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message as Warmline's own app in Slack posts it: into the channel of the lead's queue, or of
 * its warm handoff, with whom it is for mentioned and, while nobody has accepted the lead, with the
 * buttons to accept or return it. What follows upon a cycle stands below the message that opened
 * it.
 *
 * @param channel where it goes, as the team file or the default names it
 * @param isReply whether it stands below another message
 * @param body what {@code chat.postMessage} takes
 */
public record SlackAppMessage(String channel, boolean isReply, String body) {
  /** The button that accepts; also the act. */
  public static final String ACCEPT = "accepted";

  /** The list of reasons that returns; also the act. */
  public static final String RETURN = "returned";

  /** What is told of a lead of sales that may be to be accepted. */
  private static final Set<Kind> ASKS =
      EnumSet.of(Kind.QUALIFIED, Kind.SIGNAL, Kind.REMINDER, Kind.OVERDUE, Kind.REASSIGNED);

  private static final String TYPE = "type";
  private static final String TEXT = "text";

  /** The message of a post, where this team, if any, works; {@code usual} is the channel else. */
  public static SlackAppMessage of(ChatPost post, Optional<Team> team, String usual) {
    var channel =
        post.alert()
            .map(alert -> channel(alert, team))
            .orElseGet(() -> post.below().map(ChatThread::channel))
            .orElse(usual);
    var below = post.below().filter(thread -> thread.channel().equals(channel));
    var json = post.message().deepCopy();
    json.put("channel", below.map(ChatThread::id).orElse(channel));
    json.put("unfurl_links", false).put("unfurl_media", false);
    post.alert().ifPresent(alert -> address(json, alert, team));
    below.ifPresent(thread -> json.put("thread_ts", thread.message()));
    if (below.isPresent() && post.alert().filter(Alert::isUpdate).isPresent()) {
      json.put("reply_broadcast", true);
    }
    return new SlackAppMessage(channel, below.isPresent(), Json.write(json));
  }

  /** Where owner and lead are introduced to one another, else the channel of its queue. */
  private static Optional<String> channel(Alert alert, Optional<Team> team) {
    return alert
        .beside()
        .introduction()
        .flatMap(Introduction::slack)
        .or(
            () ->
                alert
                    .queue()
                    .flatMap(queue -> team.flatMap(it -> it.queue(queue)))
                    .flatMap(TeamQueue::slack));
  }

  private static void address(ObjectNode json, Alert alert, Optional<Team> team) {
    var whom =
        alert.to().stream()
            .flatMap(id -> team.flatMap(it -> it.person(id)).stream())
            .flatMap(person -> person.slack().stream())
            .map(id -> "<@" + id + ">")
            .collect(Collectors.joining(" "));
    if (!(json.path("blocks") instanceof ArrayNode blocks)) {
      return;
    }
    if (!whom.isEmpty()) {
      var section = EventJson.newObject().put(TYPE, "section");
      section.set(TEXT, EventJson.newObject().put(TYPE, "mrkdwn").put(TEXT, whom));
      blocks.insert(1, section);
    }
    if (asks(alert)) {
      blocks.add(buttons(alert.id()));
    }
  }

  /** Whether the lead waits for somebody to accept it, or to take it. */
  private static boolean asks(Alert alert) {
    return ASKS.contains(alert.id().kind())
        && switch (alert.stage()) {
          case MQL -> true;
          case SAL, SQL -> alert.owner().isEmpty();
          case SUSPECT, PROSPECT, RECYCLED, CUSTOMER, DISQUALIFIED -> false;
        };
  }

  /** The block's id says which lead and cycle it is about; reasons are asked for when needed. */
  private static ObjectNode buttons(NoticeId id) {
    var block = EventJson.newObject().put(TYPE, "actions").put("block_id", subject(id));
    var elements = block.putArray("elements");
    elements
        .addObject()
        .put(TYPE, "button")
        .put("action_id", ACCEPT)
        .put("style", "primary")
        .set(TEXT, plain("Accept"));
    var list = elements.addObject().put(TYPE, "external_select").put("action_id", RETURN);
    list.put("min_query_length", 0).set("placeholder", plain("Return, because ..."));
    var confirm = list.putObject("confirm");
    confirm.set("title", plain("Return this lead?"));
    confirm.set(TEXT, plain("Marketing gets it back, with this reason."));
    confirm.set("confirm", plain("Return"));
    confirm.set("deny", plain("Keep"));
    return block;
  }

  private static String subject(NoticeId id) {
    return new NoticeId(id.subject(), id.cycle(), Kind.QUALIFIED, "").value();
  }

  private static ObjectNode plain(String text) {
    return EventJson.newObject().put(TYPE, "plain_text").put(TEXT, text);
  }
}
