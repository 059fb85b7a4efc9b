package dev.warmline.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.handoff.Alert;
import dev.warmline.handoff.AlertJson;
import dev.warmline.handoff.ChatPost;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.handoff.ChatPoster.PostResult;
import dev.warmline.handoff.Deliveries;
import dev.warmline.handoff.DigestJson;
import dev.warmline.handoff.SlackMessage;
import dev.warmline.handoff.WaitingText;
import dev.warmline.lead.NoticeId;
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

  private record Post(NoticeId id, ObjectNode message, Optional<Alert> alert) {}

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

    /** What came is no alert that this version reads. */
    record NoAlert() implements Delivered {}

    /** Whether it is to be delivered again; what was refused for good need not. */
    default boolean mustComeAgain() {
      return switch (this) {
        case HeldByAnother _, TryAgain _ -> true;
        case Posted _, Repeated _, Refused _, NoAlert _ -> false;
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
        .map(alert -> new Post(alert.id(), SlackMessage.of(alert), Optional.of(alert)))
        .or(() -> WaitingText.read(body).map(it -> ofText(it.id(), it.text())))
        .or(() -> DigestJson.read(body).map(it -> ofText(it.id(), it.text())))
        .map(post -> claim(post, channel, holder, now))
        .orElseGet(Delivered.NoAlert::new);
  }

  private static Post ofText(NoticeId id, String text) {
    return new Post(id, SlackMessage.of(text), Optional.empty());
  }

  private Delivered claim(Post post, String channel, String holder, Instant now) {
    var id = post.id();
    return switch (deliveries.claim(id, channel, holder, now, now.plus(LEASE))) {
      case DONE -> new Delivered.Repeated(id);
      case HELD -> new Delivered.HeldByAnother(id);
      case OURS -> post(post, channel, holder, now);
    };
  }

  private Delivered post(Post post, String channel, String holder, Instant now) {
    var id = post.id();
    var cycle = id.lead().map(lead -> NoticeId.qualified(lead, id.cycle()));
    var below =
        cycle.filter(it -> !it.equals(id)).flatMap(it -> deliveries.findThread(it, channel));
    return switch (poster.post(new ChatPost(post.message(), post.alert(), below), now)) {
      case PostResult.Posted(var thread) -> {
        cycle.ifPresent(
            it -> thread.ifPresent(stands -> deliveries.keepThread(it, channel, stands)));
        deliveries.markDone(id, channel, now);
        yield new Delivered.Posted(id);
      }
      case PostResult.RetryAfter(var pause) -> {
        deliveries.release(id, channel, holder);
        yield new Delivered.TryAgain(id, pause);
      }
      case PostResult.Refused(var status, var reason) -> {
        deliveries.release(id, channel, holder);
        yield new Delivered.Refused(id, status, reason);
      }
    };
  }
}
