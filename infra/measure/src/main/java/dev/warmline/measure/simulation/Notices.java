package dev.warmline.measure.simulation;

import dev.warmline.lead.Identity;
import dev.warmline.lead.NoticeId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the topic was given, what of it is still to be delivered, and what the chat shows. */
final class Notices {
  private final InstantSource clock;
  private final Function<NoticeId, Identity> identityOf;
  private final List<Published> published = new ArrayList<>();
  private final List<Undelivered> undelivered = new ArrayList<>();
  private final List<String> posts = new ArrayList<>();

  /**
   * One notice that the topic took.
   *
   * @param known who its lead, or the survivor, was at that moment
   * @param begun when the invocation began
   * @param by the instance that published it, which knows whether anything went wrong
   */
  record Published(
      NoticeId id,
      String body,
      Identity known,
      Instant at,
      String invocation,
      Instant begun,
      Instance by) {

    /** Whether anything went wrong with the invocation that published it. */
    boolean hadTrouble() {
      return by.hadTrouble(invocation);
    }
  }

  /** A message on its way to notify. */
  record Undelivered(String id, String body, Instant notBefore) {}

  Notices(InstantSource clock, Function<NoticeId, Identity> identityOf) {
    this.clock = clock;
    this.identityOf = identityOf;
  }

  void published(NoticeId id, String body, Instance by) {
    published.add(
        new Published(
            id, body, identityOf.apply(id), clock.instant(), by.invocation(), by.started(), by));
    send(new Undelivered(id.value(), body, clock.instant()));
  }

  void posted(String body) {
    posts.add(body);
  }

  void send(Undelivered message) {
    undelivered.add(message);
  }

  void take(Undelivered message) {
    undelivered.remove(message);
  }

  List<Undelivered> undelivered() {
    return undelivered;
  }

  List<Published> published() {
    return List.copyOf(published);
  }

  List<String> posts() {
    return List.copyOf(posts);
  }
}
