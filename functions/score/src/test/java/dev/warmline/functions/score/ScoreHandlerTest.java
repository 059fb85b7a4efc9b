package dev.warmline.functions.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Lanes;
import dev.warmline.event.ParkedEvent;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Whose;
import dev.warmline.rule.Model;
import dev.warmline.testkit.MemoryEventLog;
import dev.warmline.testkit.MemoryLeadStore;
import dev.warmline.testkit.MemoryModels;
import dev.warmline.testkit.MemoryParkedEvents;
import dev.warmline.testkit.RefusingLeadStore;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import dev.warmline.usecase.EvaluateLead;
import dev.warmline.usecase.ScoreEvents;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches as Lambda sends them: numbered 100, 200, ... */
class ScoreHandlerTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final String POISON = "{\"this\":\"is no event\"}";
  private static final String MODEL =
      """
      {"name":"visits","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":10}]}},
       "qualify":{"enter":{"score":"engagement","at-least":60}}}
      """;

  private final MemoryEventLog log = new MemoryEventLog();
  private final MemoryLeadStore leads = new MemoryLeadStore();
  private final MemoryModels models = new MemoryModels();
  private final MemoryParkedEvents parked = new MemoryParkedEvents();

  @BeforeEach
  void publish() throws JsonProcessingException {
    models.publish(Model.of((ObjectNode) MAPPER.readTree(MODEL), 1));
  }

  @Test
  void everyLeadOfABatchIsBroughtUpToDate() {
    var failed = handle(leads, stored("e-1", "u-1"), stored("e-2", "u-2"), stored("e-3", "u-1"));

    assertThat(failed).isEmpty();
    assertThat(points("u-1")).isEqualTo(20);
    assertThat(points("u-2")).isEqualTo(10);
  }

  @Test
  void aPoisonRecordIsParkedAndTheOthersAreWorkedOff() {
    var failed = handle(leads, stored("e-1", "u-1"), POISON, stored("e-2", "u-2"));

    assertThat(failed).isEmpty();
    assertThat(parked.all()).extracting(ParkedEvent::source).containsExactly("events-stream");
    assertThat(points("u-1")).isEqualTo(10);
    assertThat(points("u-2")).isEqualTo(10);
  }

  @Test
  void anOutageIsReportedByTheFirstRecordThatIsNotDone() {
    var batch = new String[] {POISON, stored("e-1", "u-1"), stored("e-2", "u-2")};
    log.faults().failNextBefore(1);

    assertThat(handle(leads, batch)).containsExactly("200");
    assertThat(handle(leads, batch)).isEmpty();
    assertThat(points("u-1")).isEqualTo(10);
    assertThat(points("u-2")).isEqualTo(10);
  }

  @Test
  void withoutAModelTheWholeBatchComesAgain() {
    models.faults().failNextBefore(1);

    assertThat(handle(leads, POISON, stored("e-1", "u-1"))).containsExactly("200");
  }

  @Test
  void aLeadThatTheStoreRefusesForGoodIsParkedAndTheOthersAreWorkedOff() {
    var refusing = new RefusingLeadStore(leads, Set.of(TestLeads.ids().get()));

    var failed = handle(refusing, stored("e-1", "u-1"), stored("e-2", "u-2"));

    assertThat(failed).isEmpty();
    assertThat(parked.all()).extracting(ParkedEvent::reason).allMatch(r -> r.contains("Rejected"));
    assertThat(parked.all()).hasSize(1);
    assertThat(points("u-2")).isEqualTo(10);
  }

  private List<String> handle(LeadStore store, String... bodies) {
    var retry = Retry.times(3);
    var ids = TestLeads.ids();
    var evaluate = new EvaluateLead(log, store, retry);
    var score =
        new ScoreEvents(
            models,
            () -> new Whose(store, retry, ids, new KnownClaims()),
            evaluate,
            parked,
            Lanes.ONE);
    var handler = new ScoreHandler(score, parked, () -> NOW);
    return handler.score(batch(bodies)).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private String stored(String id, String user) {
    Event event = TestEvents.page(id, "/pricing").user(user).build();
    log.append(List.of(event));
    return EventJson.write(event);
  }

  private int points(String user) {
    return new LeadDirectory(leads)
        .findLead(TestLeads.user(user))
        .flatMap(leads::findLead)
        .orElseThrow()
        .card()
        .scorecard()
        .at("/scores/engagement/points")
        .asInt();
  }

  private static DynamodbEvent batch(String... bodies) {
    var batch = MAPPER.createObjectNode();
    var records = batch.putArray("Records");
    for (var body : bodies) {
      var record = records.addObject().put("eventID", "e").put("eventName", "INSERT");
      var change = record.putObject("dynamodb").put("ApproximateCreationDateTime", 1772961300);
      change.put("SequenceNumber", records.size() + "00").put("StreamViewType", "NEW_IMAGE");
      key(change.putObject("Keys"), records.size());
      key(change.putObject("NewImage"), records.size()).putObject("b").put("S", body);
    }
    return LambdaEventSerializers.serializerFor(
            DynamodbEvent.class, ScoreHandlerTest.class.getClassLoader())
        .fromJson(batch.toString());
  }

  private static ObjectNode key(ObjectNode image, int number) {
    image.putObject(Schema.PK).put("S", "profile-" + number);
    image.putObject(Schema.SK).put("S", "event-" + number);
    return image;
  }
}
