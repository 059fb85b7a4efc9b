package dev.warmline.functions.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.lead.LeadId;
import dev.warmline.usecase.HandOffLead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectHandlerTest {
  private static final Instant NOW = Instant.parse("2026-03-08T09:15:00Z");

  private final Handoffs ports = new Handoffs();

  @Test
  void everyLeadThatBecameMqlIsToldInOrder() {
    var response = handle(NOW, mql("l-ada"), mql("l-bob"));

    assertThat(failures(response)).isEmpty();
    assertThat(ports.published).containsExactly("l-ada.1", "l-bob.1");
  }

  @Test
  void otherChangesAreLeftAlone() {
    var moved = StreamRecords.change("MODIFY", "l-ada", "LEAD", "MQL", "SAL");
    var claimed = StreamRecords.change("INSERT", "l-ada", Schema.ALERTS + 1, "", "MQL");

    var response = handle(NOW, moved, claimed);

    assertThat(failures(response)).isEmpty();
    assertThat(ports.published).isEmpty();
  }

  @Test
  void troubleStopsAtTheFirstRecordThatIsNotDone() {
    ports.unpublishable.add("l-bob.1");

    var response = handle(NOW, mql("l-ada"), mql("l-bob"), mql("l-cyd"));

    assertThat(failures(response)).containsExactly("2");
    assertThat(ports.published).containsExactly("l-ada.1");
  }

  @Test
  void aClaimHeldByAnotherInvocationIsTriedAgainLater() {
    ports.claimByAnother(new AlertId(new LeadId("l-ada"), 1), NOW.plus(Duration.ofMinutes(2)));

    assertThat(failures(handle(NOW.plusSeconds(1), mql("l-ada")))).containsExactly("1");
    assertThat(failures(handle(NOW.plus(Duration.ofMinutes(2)), mql("l-ada")))).isEmpty();
    assertThat(ports.published).containsExactly("l-ada.1");
  }

  @Test
  void whatTheTopicDidNotTakeIsTriedAgainAtOnce() {
    ports.unpublishable.add("l-ada.1");
    assertThat(failures(handle(NOW, mql("l-ada")))).containsExactly("1");
    ports.unpublishable.clear();

    assertThat(failures(handle(NOW.plusSeconds(1), mql("l-ada")))).isEmpty();
    assertThat(ports.published).containsExactly("l-ada.1");
  }

  @Test
  void aPoisonRecordIsParkedAndTheOthersAreWorkedOff() {
    var poison = StreamRecords.change("INSERT", "nobody", "LEAD", "", "MQL");

    var response = handle(NOW, poison, mql("l-ada"));

    assertThat(failures(response)).isEmpty();
    assertThat(ports.published).containsExactly("l-ada.1");
    assertThat(ports.parked).hasSize(1);
    assertThat(ports.parked.getFirst().raw())
        .isEqualTo("{\"pk\":\"nobody\",\"sk\":\"LEAD\",\"sequenceNumber\":\"1\"}");
  }

  @Test
  void aPoisonRecordThatCannotBeParkedIsReported() {
    ports.cannotPark = true;

    assertThat(failures(handle(NOW, StreamRecords.change("INSERT", "x", "LEAD", "", "MQL"))))
        .containsExactly("1");
  }

  @Test
  void theLogNamesTheKindOfTroubleAndNotItsWords() {
    var log = new ArrayList<String>();
    ports.unpublishable.add("l-ada.1");

    handle(NOW, log, StreamRecords.change("INSERT", "ada@acme", "LEAD", "", "MQL"), mql("l-ada"));

    assertThat(log)
        .satisfiesExactly(
            parked -> assertThat(parked).contains("\"parked\"", "\"IllegalArgumentException\""),
            counted -> assertThat(counted).contains("\"Parked\":1"),
            retried -> assertThat(retried).contains("PublishFailed, java.io.IOException]"))
        .noneMatch(line -> line.contains("ada@acme"));
  }

  private StreamsEventResponse handle(Instant now, ObjectNode... records) {
    return handle(now, new ArrayList<>(), records);
  }

  private StreamsEventResponse handle(Instant now, List<String> log, ObjectNode... records) {
    var handOff = new HandOffLead(ports, ports, ports, new AlertRenderer(Optional.empty()));
    return new DetectHandler(handOff, ports, Journal.to("detect", log::add), () -> now)
        .detect(StreamRecords.batch(records), "r-" + now);
  }

  private static ObjectNode mql(String lead) {
    return StreamRecords.change("MODIFY", lead, "LEAD", "Prospect", "MQL");
  }

  private static List<String> failures(StreamsEventResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }
}
