package dev.warmline.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.handoff.Alert;
import dev.warmline.handoff.AlertJson;
import dev.warmline.handoff.ChatPost;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.handoff.ChatPoster.PostResult;
import dev.warmline.handoff.ChatThread;
import dev.warmline.handoff.Deliveries;
import dev.warmline.handoff.DigestJson;
import dev.warmline.handoff.SlackMessage;
import dev.warmline.handoff.WaitingText;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.StageEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Posts an alert to a chat channel once, however often it is delivered, below the message of its
 * cycle if there is one. A post whose answer got lost may be repeated: better twice than never.
 */
public final class DeliverAlert {
  /** How long a claim is held: longer than a post may take, shorter than the first retry waits. */
  public static final Duration LEASE = Duration.ofSeconds(45);

  private final Deliveries deliveries;
  private final ChatPoster poster;

  /** Works on these ports. */
  public DeliverAlert(Deliveries deliveries, ChatPoster poster) {
    this.deliveries = deliveries;
    this.poster = poster;
  }

  /**
   * How long a step waits for the message of its cycle, which may be on its way: longer than that
   * takes, and short, because the steps behind it wait as well.
   */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  /**
   * After which nobody needs to hear of a step: as long as the stream is read for it. A history
   * that is restored from a backup is news to nobody.
   */
  public static final Duration NEWS = Duration.ofHours(6);

  /**
   * What is to be posted.
   *
   * @param mark under which it is remembered: the channel, or a step of the cycle there
   */
  private record Post(
      NoticeId id,
      String mark,
      ObjectNode message,
      Optional<Alert> alert,
      Optional<NoticeId> cycle,
      Optional<ChatThread> below) {}

  /** What became of a delivery. */
  public sealed interface Delivered {

    /** It is in the channel now. */
    record Posted(NoticeId id) implements Delivered {}

    /** It was there before: this delivery is dropped. */
    record Repeated(NoticeId id) implements Delivered {}

    /** Somebody else is posting it right now: try again. */
    record HeldByAnother(NoticeId id) implements Delivered {}

    /** The chat is not taking it now: try again, not before {@code pause} has passed. */
    record TryAgain(NoticeId id, Duration pause) implements Delivered {}

    /**
     * The chat will never take it as it is. The claim is given back, so that it can be delivered
     * again once a person has mended the cause.
     */
    record Refused(NoticeId id, int status, String reason) implements Delivered {}

    /** It is no news any more, or no message stands there that it could be put below. */
    record Nowhere(NoticeId id) implements Delivered {}

    /** What came is no alert that this version reads. */
    record NoAlert() implements Delivered {}

    /** Whether it is to be delivered again; what was refused for good need not. */
    default boolean mustComeAgain() {
      return switch (this) {
        case HeldByAnother _, TryAgain _ -> true;
        case Posted _, Repeated _, Refused _, Nowhere _, NoAlert _ -> false;
      };
    }
  }

  /**
   * Delivers one alert.
   *
   * @param body the JSON body of the alert, as published
   * @param channel names the channel in the record of deliveries
   * @param holder names this attempt (the request id)
   * @throws dev.warmline.event.StoreUnavailable if the store cannot answer; calling again is safe
   */
  public Delivered deliver(String body, String channel, String holder, Instant now) {
    return AlertJson.read(body)
        .map(alert -> ofAlert(alert, channel))
        .or(() -> WaitingText.read(body).map(it -> ofText(it.id(), it.text(), channel)))
        .or(() -> DigestJson.read(body).map(it -> ofText(it.id(), it.text(), channel)))
        .map(post -> claim(post, channel, holder, now))
        .orElseGet(Delivered.NoAlert::new);
  }

  /**
   * Says below the message of a lead's cycle what somebody did, wherever they did it.
   *
   * @param words what is said of it
   * @throws dev.warmline.event.StoreUnavailable if the store cannot answer; calling again is safe
   */
  public Delivered deliver(
      LeadId lead, StageEntry step, String words, String channel, String holder, Instant now) {
    var cycle = NoticeId.qualified(lead, step.cycle());
    if (now.isAfter(step.at().plus(NEWS))) {
      return new Delivered.Nowhere(cycle);
    }
    var isPosted = deliveries.isDone(cycle, channel);
    var below = deliveries.findThread(cycle, channel);
    if (below.isEmpty()) {
      return isPosted || now.isAfter(step.at().plus(PATIENCE))
          ? new Delivered.Nowhere(cycle)
          : new Delivered.HeldByAnother(cycle);
    }
    var mark = channel + "/" + step.number();
    var message = SlackMessage.of(words);
    var post = new Post(cycle, mark, message, Optional.empty(), Optional.empty(), below);
    return claim(post, channel, holder, now);
  }

  private Post ofAlert(Alert alert, String channel) {
    var id = alert.id();
    var cycle = id.lead().map(lead -> NoticeId.qualified(lead, id.cycle()));
    var below =
        cycle.filter(it -> !it.equals(id)).flatMap(it -> deliveries.findThread(it, channel));
    return new Post(id, channel, SlackMessage.of(alert), Optional.of(alert), cycle, below);
  }

  private static Post ofText(NoticeId id, String text, String channel) {
    return new Post(
        id, channel, SlackMessage.of(text), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Delivered claim(Post post, String channel, String holder, Instant now) {
    var id = post.id();
    return switch (deliveries.claim(id, post.mark(), holder, now, now.plus(LEASE))) {
      case DONE -> new Delivered.Repeated(id);
      case HELD -> new Delivered.HeldByAnother(id);
      case OURS -> post(post, channel, holder, now);
    };
  }

  private Delivered post(Post post, String channel, String holder, Instant now) {
    var id = post.id();
    return switch (poster.post(new ChatPost(post.message(), post.alert(), post.below()), now)) {
      case PostResult.Posted(var thread) -> {
        post.cycle()
            .ifPresent(
                it -> thread.ifPresent(stands -> deliveries.keepThread(it, channel, stands)));
        deliveries.markDone(id, post.mark(), now);
        yield new Delivered.Posted(id);
      }
      case PostResult.RetryAfter(var pause) -> {
        deliveries.release(id, post.mark(), holder);
        yield new Delivered.TryAgain(id, pause);
      }
      case PostResult.Refused(var status, var reason) -> {
        deliveries.release(id, post.mark(), holder);
        yield new Delivered.Refused(id, status, reason);
      }
    };
  }
}
