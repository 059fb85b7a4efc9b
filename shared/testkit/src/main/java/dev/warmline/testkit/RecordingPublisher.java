package dev.warmline.testkit;

import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.Message;
import dev.warmline.lead.NoticeId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A publisher that remembers what it was given. */
public final class RecordingPublisher implements AlertPublisher {

  /** One accepted message. */
  public record Published(NoticeId id, Message message) {}

  private final List<Published> published = new CopyOnWriteArrayList<>();
  private final Faults faults = new Faults();

  /**
   * Trouble to plan: a fault after the call is an alert that went out and an answer that did not.
   */
  public Faults faults() {
    return faults;
  }

  @Override
  public void publish(NoticeId id, Message message) {
    faults.around(
        () -> published.add(new Published(id, message)), cause -> new PublishFailed(id, cause));
  }

  /** What was accepted, in order, repeats included. */
  public List<Published> published() {
    return List.copyOf(published);
  }
}
