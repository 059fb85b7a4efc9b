package dev.warmline.functions.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.lead.LeadStore.Change.AddNotice;
import dev.warmline.lead.LeadStore.Change.MoveNotice;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Notice.State;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.MemoryLeadStore;
import dev.warmline.testkit.MemoryParkedEvents;
import dev.warmline.testkit.RecordingPublisher;
import dev.warmline.testkit.TestLeads;
import dev.warmline.usecase.SendNotices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectHandlerTest {
  private static final Instant NOW = Instant.parse("2026-03-08T09:15:00Z");

  private final MemoryLeadStore leads = new MemoryLeadStore();
  private final RecordingPublisher topic = new RecordingPublisher();
  private final MemoryParkedEvents parked = new MemoryParkedEvents();
  private final List<String> log = new ArrayList<>();

  @Test
  void everyNoticeIsSentInOrder() {
    var response = handle(NOW, written("ada"), written("bob"));

    assertThat(failures(response)).isEmpty();
    assertThat(published()).containsExactly(id("ada"), id("bob"));
  }

  @Test
  void otherChangesAreLeftAlone() {
    var notice = written("ada").path("dynamodb").path("Keys").path(Schema.SK).path("S").asText();

    var response =
        handle(
            NOW,
            StreamRecords.change("MODIFY", "l-ada", notice),
            StreamRecords.change("INSERT", "l-ada", Schema.STAGES + "000001"));

    assertThat(failures(response)).isEmpty();
    assertThat(published()).isEmpty();
  }

  @Test
  void troubleStopsAtTheFirstRecordThatIsNotDone() {
    var batch = new ObjectNode[] {written("ada"), written("bob"), written("cyd")};
    handle(NOW, batch[0]);
    topic.faults().failNextBefore(1);

    assertThat(failures(handle(NOW, batch))).containsExactly("2");
    assertThat(published()).containsExactly(id("ada"));

    assertThat(failures(handle(NOW.plusSeconds(1), batch))).isEmpty();
    assertThat(published()).containsExactly(id("ada"), id("bob"), id("cyd"));
  }

  @Test
  void aNoticeThatAnotherHoldsBlocksNobodyBehindIt() {
    var held = written("ada");
    var open = TestLeads.notice("ada", 1);
    var until = NOW.plus(Duration.ofMinutes(2));
    leads.commit(List.of(new MoveNotice(open.with(new State.Claimed("another", until)), open)));

    assertThat(failures(handle(NOW, held, written("bob")))).isEmpty();

    assertThat(published()).containsExactly(id("bob"));
    assertThat(leads.listDue(until, 10)).hasSize(1);
  }

  @Test
  void aNoticeWhoseTimeHasNotComeIsLeftToTheClock() {
    var later = TestLeads.notice("ada", 1);
    var record =
        written(
            "ada",
            Notice.open(
                later.id(),
                later.at(),
                later.stage(),
                later.why(),
                later.about(),
                NOW.plusSeconds(60)));

    assertThat(failures(handle(NOW, record))).isEmpty();
    assertThat(published()).isEmpty();
    assertThat(leads.listDue(NOW.plusSeconds(60), 10)).hasSize(1);
  }

  @Test
  void aPoisonRecordIsParkedAndTheOthersAreWorkedOff() {
    var poison = StreamRecords.change("INSERT", "nobody", Schema.NOTICES + "nobody");

    var response = handle(NOW, poison, written("ada"));

    assertThat(failures(response)).isEmpty();
    assertThat(published()).containsExactly(id("ada"));
    assertThat(parked.all()).hasSize(1);
    assertThat(parked.all().getFirst().raw())
        .isEqualTo("{\"pk\":\"nobody\",\"sk\":\"NOTICE#nobody\",\"sequenceNumber\":\"1\"}");
  }

  @Test
  void aPoisonRecordThatCannotBeParkedIsReported() {
    parked.faults().failNextBefore(1);

    assertThat(failures(handle(NOW, StreamRecords.change("INSERT", "x", Schema.NOTICES + "x"))))
        .containsExactly("1");
  }

  @Test
  void theLogNamesTheKindOfTroubleAndNotItsWords() {
    topic.faults().failNextBefore(1);

    handle(
        NOW,
        StreamRecords.change("INSERT", "ada@acme", Schema.NOTICES + "ada@acme"),
        written("ada"));

    assertThat(log)
        .satisfiesExactly(
            parked -> assertThat(parked).contains("\"parked\"", "\"IllegalArgumentException\""),
            counted -> assertThat(counted).contains("\"Parked\":1"),
            retried -> assertThat(retried).contains("PublishFailed, java.io.IOException]"))
        .noneMatch(line -> line.contains("ada@acme"));
  }

  private StreamsEventResponse handle(Instant now, ObjectNode... records) {
    var send = new SendNotices(leads, topic, new AlertRenderer(Optional.empty()));
    return new DetectHandler(send, parked, Journal.to("detect", log::add), () -> now)
        .detect(StreamRecords.batch(records), "r-" + now);
  }

  /** Puts a lead that became MQL and its notice in the store; the record of the latter. */
  private ObjectNode written(String user) {
    return written(user, TestLeads.notice(user, 1));
  }

  private ObjectNode written(String user, Notice notice) {
    var lead = TestLeads.next(TestLeads.lead(user, Stage.MQL), Stage.MQL, Optional.empty());
    leads.commit(List.of(new PutLead(lead, 0), new AddNotice(notice)));
    return StreamRecords.change("INSERT", lead.id().value(), Schema.NOTICES + notice.id().value());
  }

  private static String id(String user) {
    return TestLeads.notice(user, 1).id().value();
  }

  private List<String> published() {
    return topic.published().stream().map(it -> it.id().value()).toList();
  }

  private static List<String> failures(StreamsEventResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }
}
