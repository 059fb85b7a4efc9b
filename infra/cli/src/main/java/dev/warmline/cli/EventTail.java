package dev.warmline.cli;

import dev.warmline.aws.dynamo.EventItems;
import dev.warmline.event.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * What is written to the event log from now on, read from the stream of its table: nothing is
 * written, and the table itself is not read. Not for use by several threads.
 */
final class EventTail implements AutoCloseable {
  private final DynamoDbStreamsClient client;
  private final String stream;

  /** Where to read on in each shard; empty in those that have ended. */
  private final Map<String, Optional<String>> next = new LinkedHashMap<>();

  private EventTail(DynamoDbStreamsClient client, String stream) {
    this.client = client;
    this.stream = stream;
  }

  /** Begins behind the newest event of this stream; closes the client in the end. */
  static EventTail begin(DynamoDbStreamsClient client, String stream) {
    var tail = new EventTail(client, stream);
    tail.discover(tail::behindTheNewest);
    return tail;
  }

  /**
   * What has come since the last call. A shard that ends is followed by others, in which everything
   * is new.
   */
  List<Event> read() {
    var open = next.entrySet().stream().filter(shard -> shard.getValue().isPresent()).toList();
    var events = open.stream().flatMap(shard -> read(shard.getKey(), shard.getValue())).toList();
    if (open.stream().anyMatch(shard -> shard.getValue().isEmpty())) {
      discover(shard -> iterator(shard, ShardIteratorType.TRIM_HORIZON));
    }
    return events;
  }

  @Override
  public void close() {
    client.close();
  }

  private Stream<Event> read(String shard, Optional<String> iterator) {
    var answer = client.getRecords(get -> get.shardIterator(iterator.orElseThrow()));
    next.put(shard, Optional.ofNullable(answer.nextShardIterator()));
    return answer.records().stream()
        .filter(record -> record.eventName() == OperationType.INSERT)
        .map(record -> EventItems.read(record.dynamodb().newImage()));
  }

  private void discover(Function<Shard, Optional<String>> beginning) {
    var last = Optional.<String>empty();
    do {
      var from = last;
      var page =
          client
              .describeStream(
                  request -> {
                    request.streamArn(stream);
                    from.ifPresent(request::exclusiveStartShardId);
                  })
              .streamDescription();
      for (var shard : page.shards()) {
        next.computeIfAbsent(shard.shardId(), _ -> beginning.apply(shard));
      }
      last = Optional.ofNullable(page.lastEvaluatedShardId());
    } while (last.isPresent());
  }

  private Optional<String> behindTheNewest(Shard shard) {
    return shard.sequenceNumberRange().endingSequenceNumber() == null
        ? iterator(shard, ShardIteratorType.LATEST)
        : Optional.empty();
  }

  private Optional<String> iterator(Shard shard, ShardIteratorType from) {
    var answer =
        client.getShardIterator(
            get -> get.streamArn(stream).shardId(shard.shardId()).shardIteratorType(from));
    return Optional.of(answer.shardIterator());
  }
}
