package dev.warmline.usecase;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.ChatPost;
import dev.warmline.handoff.ChatPoster;
import dev.warmline.handoff.ChatThread;
import dev.warmline.handoff.Deliveries;
import dev.warmline.lead.NoticeId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One chat channel and the record of what was delivered to it, in memory. */
final class OneChannel implements Deliveries, ChatPoster {
  private record Lease(String holder, Instant until) {}

  final Deque<PostResult> answers = new ArrayDeque<>();
  final List<ChatPost> posts = new ArrayList<>();
  final Map<NoticeId, ChatThread> threads = new HashMap<>();
  private Optional<Lease> lease = Optional.empty();
  private boolean done;
  boolean crashBeforeMark;

  @Override
  public DeliveryClaim claim(
      NoticeId id, String channel, String holder, Instant now, Instant leaseUntil) {
    if (done) {
      return DeliveryClaim.DONE;
    }
    if (lease.filter(it -> !it.holder().equals(holder) && it.until().isAfter(now)).isPresent()) {
      return DeliveryClaim.HELD;
    }
    lease = Optional.of(new Lease(holder, leaseUntil));
    return DeliveryClaim.OURS;
  }

  @Override
  public void markDone(NoticeId id, String channel, Instant now) {
    if (crashBeforeMark) {
      crashBeforeMark = false;
      throw new StoreUnavailable("mark", new IOException("planned"));
    }
    done = true;
  }

  @Override
  public void release(NoticeId id, String channel, String holder) {
    lease = lease.filter(it -> !it.holder().equals(holder));
  }

  @Override
  public void keepThread(NoticeId cycle, String channel, ChatThread thread) {
    threads.put(cycle, thread);
  }

  @Override
  public Optional<ChatThread> findThread(NoticeId cycle, String channel) {
    return Optional.ofNullable(threads.get(cycle));
  }

  @Override
  public PostResult post(ChatPost post, Instant now) {
    posts.add(post);
    return answers.isEmpty() ? new PostResult.Posted() : answers.removeFirst();
  }
}
