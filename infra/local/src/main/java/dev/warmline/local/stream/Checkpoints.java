package dev.warmline.local.stream;

import java.util.Optional;

/** How far each shard of one stream has been worked off. */
public interface Checkpoints {

  /** How far a shard has been worked off. */
  sealed interface Mark {
    /** Every record up to this sequence number is done. */
    record After(String sequenceNumber) implements Mark {}

    /** The shard is closed and all of it is done. */
    record Finished() implements Mark {}
  }

  /** The mark of a shard; empty if none of it is done. */
  Optional<Mark> find(String shardId);

  /** Moves the mark of a shard; durable when this returns, if anything here is. */
  void put(String shardId, Mark mark);

  /** Marks that are forgotten with the process. */
  static Checkpoints inMemory() {
    var marks = new java.util.concurrent.ConcurrentHashMap<String, Mark>();
    return new Checkpoints() {
      @Override
      public Optional<Mark> find(String shardId) {
        return Optional.ofNullable(marks.get(shardId));
      }

      @Override
      public void put(String shardId, Mark mark) {
        marks.put(shardId, mark);
      }
    };
  }
}
