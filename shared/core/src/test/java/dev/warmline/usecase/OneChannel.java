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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One chat channel and the record of what was delivered to it, in memory. */
final class OneChannel implements Deliveries, ChatPoster {
  private record Lease(String holder, Instant until) {}

  final Deque<PostResult> answers = new ArrayDeque<>();
  final List<ChatPost> posts = new ArrayList<>();
  final Map<NoticeId, ChatThread> threads = new HashMap<>();
  private final Map<String, Lease> leases = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  boolean crashBeforeMark;

  @Override
  public DeliveryClaim claim(
      NoticeId id, String channel, String holder, Instant now, Instant leaseUntil) {
    var lease = leases.get(id + channel);
    if (isDone(id, channel)) {
      return DeliveryClaim.DONE;
    }
    if (lease != null && !lease.holder().equals(holder) && lease.until().isAfter(now)) {
      return DeliveryClaim.HELD;
    }
    leases.put(id + channel, new Lease(holder, leaseUntil));
    return DeliveryClaim.OURS;
  }

  @Override
  public void markDone(NoticeId id, String channel, Instant now) {
    if (crashBeforeMark) {
      crashBeforeMark = false;
      throw new StoreUnavailable("mark", new IOException("planned"));
    }
    done.add(id + channel);
  }

  @Override
  public void release(NoticeId id, String channel, String holder) {
    leases.remove(id + channel, leases.get(id + channel));
  }

  @Override
  public boolean isDone(NoticeId id, String channel) {
    return done.contains(id + channel);
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
