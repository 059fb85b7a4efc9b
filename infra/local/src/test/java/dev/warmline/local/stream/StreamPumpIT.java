package dev.warmline.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.local.LocalDynamo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

class StreamPumpIT {
  private static LocalDynamo dynamo;
  private static DynamoDbClient tables;
  private static DynamoDbStreamsClient streams;

  private final List<String> seen = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  @BeforeAll
  static void start() {
    dynamo = LocalDynamo.start(Optional.empty());
    tables = dynamo.tables();
    streams = dynamo.streams();
  }

  @AfterAll
  static void stop() {
    tables.close();
    streams.close();
    dynamo.close();
  }

  @Test
  void everyRecordArrivesOnceAndInOrder(TestInfo test) throws Exception {
    var stream = table(test);
    put(stream, "a", "b", "c");
    var pump = pump(stream, this::note, Checkpoints.inMemory());

    workOff(pump);

    assertThat(seen).containsExactly("a", "b", "c");
  }

  @Test
  void aPartialFailureIsTriedAgainFromTheLowestFailedRecord(TestInfo test) throws Exception {
    var stream = table(test);
    put(stream, "a", "b", "c");
    var failures = new ArrayList<>(List.of("b"));
    var pump =
        pump(
            stream,
            batch -> {
              for (var record : batch.getRecords()) {
                if (failures.remove(name(record))) {
                  var number = record.getDynamodb().getSequenceNumber();
                  return new StreamsEventResponse(List.of(new BatchItemFailure(number)));
                }
                seen.add(name(record));
              }
              return new StreamsEventResponse(List.of());
            },
            Checkpoints.inMemory());

    workOff(pump);

    assertThat(seen).containsExactly("a", "b", "c");
  }

  @Test
  void aPoisonRecordIsHalvedOutAndGivenUpByAgeWhileTheOthersAreDone(TestInfo test)
      throws Exception {
    var stream = table(test);
    put(stream, "a", "b", "poison", "d");
    var tooOld = new Retries(() -> Instant.now().plus(Duration.ofHours(7)), length -> {}, HOURS_6);
    var pump =
        new StreamPump(
            streams,
            mapping(
                stream,
                batch -> {
                  sizes.add(batch.getRecords().size());
                  if (batch.getRecords().stream().anyMatch(r -> name(r).equals("poison"))) {
                    throw new IllegalStateException("poisoned");
                  }
                  return note(batch);
                }),
            Checkpoints.inMemory(),
            tooOld);

    workOff(pump);

    assertThat(seen).containsExactly("a", "b", "d");
    assertThat(pump.givenUp()).isEqualTo(1);
    assertThat(sizes).containsExactly(4, 2, 2, 1, 1);
  }

  @Test
  void troubleIsTriedAgainUntilItIsOver(TestInfo test) throws Exception {
    var stream = table(test);
    put(stream, "a");
    var waits = new ArrayList<Duration>();
    var troubles = new ArrayList<>(List.of(1, 2, 3));
    var pump =
        new StreamPump(
            streams,
            mapping(
                stream,
                batch -> {
                  if (!troubles.isEmpty()) {
                    troubles.removeFirst();
                    throw new IllegalStateException("the database is away");
                  }
                  return note(batch);
                }),
            Checkpoints.inMemory(),
            new Retries(Instant::now, waits::add, HOURS_6));

    workOff(pump);

    assertThat(seen).containsExactly("a");
    assertThat(waits)
        .containsExactly(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void aRestartGoesOnBehindWhatIsDone(TestInfo test, @TempDir Path folder) throws Exception {
    var stream = table(test);
    put(stream, "a", "b");
    workOff(pump(stream, this::note, FileCheckpoints.at(folder.resolve("marks"))));
    put(stream, "c");

    workOff(pump(stream, this::note, FileCheckpoints.at(folder.resolve("marks"))));

    assertThat(seen).containsExactly("a", "b", "c");
  }

  @Test
  void itIsIdleOnlyAfterAPassThatBeganAfterTheWrite(TestInfo test) throws Exception {
    var stream = table(test);
    var pump = pump(stream, this::note, Checkpoints.inMemory());
    workOff(pump);
    put(stream, "a");
    var written = System.nanoTime();

    assertThat(pump.isIdleSince(written)).isFalse();
    assertThat(pump.pass()).isFalse();
    assertThat(pump.isIdleSince(written)).isFalse();
    assertThat(pump.pass()).isTrue();
    assertThat(pump.isIdleSince(written)).isTrue();
  }

  @Test
  void aFilteredRecordIsNotHandedOutAndCountsAsDone(TestInfo test) throws Exception {
    var stream = table(test);
    put(stream, "a", "b");
    var onlyB = RecordFilter.ofAny(List.of("{\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[\"b\"]}}}}"));
    var mapping = new StreamPump.Mapping("test", stream.arn(), this::note, onlyB, 100, 1, () -> {});
    var pump = new StreamPump(streams, mapping, Checkpoints.inMemory(), LIVE_WITHOUT_WAITING);

    workOff(pump);

    assertThat(seen).containsExactly("b");
  }

  private static final Duration HOURS_6 = Duration.ofHours(6);
  private static final Retries LIVE_WITHOUT_WAITING =
      new Retries(Instant::now, length -> {}, HOURS_6);

  private record Stream(String table, String arn) {}

  private static void workOff(StreamPump pump) throws InterruptedException {
    var passes = 0;
    while (!pump.pass() && passes < 100) {
      passes++;
    }
    assertThat(passes).isLessThan(100);
  }

  private static StreamPump pump(Stream stream, StreamFunction function, Checkpoints marks) {
    return new StreamPump(streams, mapping(stream, function), marks, LIVE_WITHOUT_WAITING);
  }

  private static StreamPump.Mapping mapping(Stream stream, StreamFunction function) {
    return new StreamPump.Mapping(
        "test", stream.arn(), function, RecordFilter.everything(), 100, 1, () -> {});
  }

  private StreamsEventResponse note(DynamodbEvent batch) {
    batch.getRecords().forEach(record -> seen.add(name(record)));
    return new StreamsEventResponse(List.of());
  }

  private static String name(DynamodbEvent.DynamodbStreamRecord record) {
    return record.getDynamodb().getKeys().getOrDefault(Schema.SK, NO_VALUE).getS();
  }

  private static final com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue
      NO_VALUE =
          new com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue("");

  private static void put(Stream stream, String... names) {
    for (var name : names) {
      tables.putItem(
          request ->
              request
                  .tableName(stream.table())
                  .item(
                      Map.of(
                          Schema.PK,
                          AttributeValue.fromS("p"),
                          Schema.SK,
                          AttributeValue.fromS(name))));
    }
  }

  private static Stream table(TestInfo test) {
    var name = test.getTestMethod().orElseThrow().getName();
    var made =
        tables.createTable(
            request ->
                request
                    .tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(List.of(attribute(Schema.PK), attribute(Schema.SK)))
                    .keySchema(List.of(key(Schema.PK, KeyType.HASH), key(Schema.SK, KeyType.RANGE)))
                    .streamSpecification(
                        s ->
                            s.streamEnabled(true)
                                .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
    return new Stream(name, made.tableDescription().latestStreamArn());
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
