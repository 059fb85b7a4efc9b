package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

class EventTailTest {
  private final Streams streams = new Streams();

  @Test
  void onlyWhatComesAfterTheBeginningIsSeenAndThatOnce() {
    streams.open("shard-1");
    streams.put("shard-1", "before");
    var tail = EventTail.begin(streams, "arn");
    streams.put("shard-1", "after");

    assertThat(tail.read()).extracting(Event::id).containsExactly("after");
    assertThat(tail.read()).isEmpty();
  }

  @Test
  void aShardThatHasEndedIsNotReadAndOneThatEndsIsFollowedFromItsStart() {
    streams.open("old");
    streams.put("old", "long ago");
    streams.end("old");
    streams.open("shard-1");
    var tail = EventTail.begin(streams, "arn");
    streams.put("shard-1", "last");
    streams.end("shard-1");
    streams.open("shard-2");
    streams.put("shard-2", "first");

    assertThat(tail.read()).extracting(Event::id).containsExactly("last");
    assertThat(tail.read()).extracting(Event::id).containsExactly("first");
  }

  @Test
  void changesOfWhatWasThereAreNoNewEvents() {
    streams.open("shard-1");
    var tail = EventTail.begin(streams, "arn");
    streams.put("shard-1", "gone", OperationType.REMOVE);

    assertThat(tail.read()).isEmpty();
  }

  /** A stream in memory; an iterator is the shard, a colon and a place in it. */
  private static final class Streams implements DynamoDbStreamsClient {
    private final Map<String, List<Record>> shards = new LinkedHashMap<>();
    private final List<String> ended = new ArrayList<>();

    void open(String shard) {
      records(shard);
    }

    private List<Record> records(String shard) {
      return shards.computeIfAbsent(shard, _ -> new ArrayList<>());
    }

    void end(String shard) {
      ended.add(shard);
    }

    void put(String shard, String id) {
      put(shard, id, OperationType.INSERT);
    }

    void put(String shard, String id, OperationType operation) {
      var body =
          "{\"id\":\"%s\",\"type\":\"page\",\"userId\":\"u\",\"occurredAt\":\"2026-03-08T09:00:00Z\"}"
              .formatted(id);
      var image = Map.of(Schema.BODY, AttributeValue.fromS(body));
      records(shard)
          .add(Record.builder().eventName(operation).dynamodb(r -> r.newImage(image)).build());
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
      var all = shards.keySet().stream().map(this::shard).toList();
      return DescribeStreamResponse.builder().streamDescription(d -> d.shards(all)).build();
    }

    private Shard shard(String id) {
      return Shard.builder()
          .shardId(id)
          .sequenceNumberRange(
              range ->
                  range
                      .startingSequenceNumber("1")
                      .endingSequenceNumber(ended.contains(id) ? "9" : null))
          .build();
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
      var isLatest = request.shardIteratorType() == ShardIteratorType.LATEST;
      var place = isLatest ? records(request.shardId()).size() : 0;
      return GetShardIteratorResponse.builder()
          .shardIterator(request.shardId() + ":" + place)
          .build();
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
      var parts = request.shardIterator().split(":", 2);
      var records = records(parts[0]);
      var rest = records.subList(Integer.parseInt(parts[1]), records.size());
      return GetRecordsResponse.builder()
          .records(rest)
          .nextShardIterator(ended.contains(parts[0]) ? null : parts[0] + ":" + records.size())
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
