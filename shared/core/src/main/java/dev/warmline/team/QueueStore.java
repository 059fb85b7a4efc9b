package dev.warmline.team;

/** Keeps whose turn it is in each queue. */
public interface QueueStore {

  /**
   * The turns of a queue as they were written last; {@linkplain QueueTurns#none none} before.
   *
   * @throws dev.warmline.event.StoreUnavailable if the store cannot answer
   */
  QueueTurns find(String queue);

  /**
   * Writes turns if nobody else did since they were read: the stored version is still theirs, and
   * becomes one more. Says whether it did.
   *
   * @throws dev.warmline.event.StoreUnavailable if the store cannot answer; it may have been
   *     written
   */
  boolean write(QueueTurns turns);
}
