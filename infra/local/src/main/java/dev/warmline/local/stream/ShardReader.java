package dev.warmline.local.stream;

import dev.warmline.local.stream.Checkpoints.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Finds the shards of a stream and reads each from its mark on, children only after their parents.
 * Not for use by several threads.
 */
final class ShardReader {
  private final DynamoDbStreamsClient client;
  private final String streamArn;
  private final Checkpoints checkpoints;
  private final int batchSize;
  private final Map<String, Shard> shards = new LinkedHashMap<>();
  private final Map<String, String> iterators = new HashMap<>();

  ShardReader(
      DynamoDbStreamsClient client, String streamArn, Checkpoints checkpoints, int batchSize) {
    this.client = client;
    this.streamArn = streamArn;
    this.checkpoints = checkpoints;
    this.batchSize = batchSize;
  }

  /**
   * What one read gave.
   *
   * @param closed whether the shard ends here
   */
  record Read(List<Record> records, boolean closed) {}

  /** Looks for shards that appeared since the last look. */
  void discover() {
    var found = new LinkedHashMap<String, Shard>();
    var last = Optional.<String>empty();
    do {
      var from = last;
      var page =
          client
              .describeStream(
                  request -> {
                    request.streamArn(streamArn);
                    from.ifPresent(request::exclusiveStartShardId);
                  })
              .streamDescription();
      page.shards().forEach(shard -> found.put(shard.shardId(), shard));
      last = Optional.ofNullable(page.lastEvaluatedShardId());
    } while (last.isPresent());
    shards.clear();
    shards.putAll(found);
    iterators.keySet().retainAll(found.keySet());
  }

  /** The shards to read now: not finished, and no parent that is still unfinished. */
  List<String> readable() {
    var unfinished = new HashSet<String>();
    for (var id : shards.keySet()) {
      if (!isFinished(id)) {
        unfinished.add(id);
      }
    }
    var readable = new ArrayList<String>();
    for (var shard : shards.values()) {
      var parent = Optional.ofNullable(shard.parentShardId());
      if (unfinished.contains(shard.shardId())
          && !parent.filter(unfinished::contains).isPresent()) {
        readable.add(shard.shardId());
      }
    }
    return readable;
  }

  /** Reads on where {@link #advance} left the shard. */
  Read read(String shardId) {
    var iterator = iterators.computeIfAbsent(shardId, this::iterator);
    try {
      var answer = client.getRecords(r -> r.shardIterator(iterator).limit(batchSize));
      var next = Optional.ofNullable(answer.nextShardIterator());
      next.ifPresentOrElse(value -> iterators.put(shardId, value), () -> iterators.remove(shardId));
      return new Read(answer.records(), next.isEmpty());
    } catch (ExpiredIteratorException | TrimmedDataAccessException e) {
      iterators.remove(shardId);
      throw e;
    }
  }

  /** Notes that what was read is done. */
  void advance(String shardId, Read read) {
    if (read.closed()) {
      checkpoints.put(shardId, new Mark.Finished());
    } else if (!read.records().isEmpty()) {
      var last = read.records().getLast().dynamodb().sequenceNumber();
      checkpoints.put(shardId, new Mark.After(last));
    }
  }

  /** Forgets where it was in this shard: the next read starts at the mark. */
  void rewind(String shardId) {
    iterators.remove(shardId);
  }

  private boolean isFinished(String shardId) {
    return checkpoints.find(shardId).filter(Mark.Finished.class::isInstance).isPresent();
  }

  private String iterator(String shardId) {
    var request = GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shardId);
    if (checkpoints.find(shardId).orElse(null) instanceof Mark.After(String number)) {
      request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(number);
      try {
        return client.getShardIterator(request.build()).shardIterator();
      } catch (TrimmedDataAccessException e) {
        request.sequenceNumber(null);
      }
    }
    request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
    return client.getShardIterator(request.build()).shardIterator();
  }
}
