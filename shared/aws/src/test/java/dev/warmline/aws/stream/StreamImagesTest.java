package dev.warmline.aws.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.aws.dynamo.Images;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StreamImagesTest {
  @Test
  void anInsertedEventIsReadAsItWasWritten() {
    var event = TestEvents.page("e-1", "/pricing").property("title", "Pricing").build();

    assertThat(StreamImages.event(Records.insert("1", Images.of(event)))).contains(event);
  }

  @Test
  void whatIsNoInsertIsNoNewEvent() {
    var image = Images.of(TestEvents.page("e-1", "/").build());

    assertThat(StreamImages.event(Records.record("MODIFY", "1").withNew(image).build())).isEmpty();
    assertThat(StreamImages.event(Records.record("REMOVE", "1").withOld(image).build())).isEmpty();
  }

  @Test
  void anImageWithoutAnEventIsPoison() {
    var broken = new HashMap<>(Images.of(TestEvents.page("e-1", "/").build()));
    broken.put("b", AttributeValue.fromS("{\"id\":"));

    assertThatThrownBy(() -> StreamImages.event(Records.insert("1", broken)))
        .isInstanceOf(PoisonRecord.class);
    assertThatThrownBy(
            () ->
                StreamImages.event(
                    Records.insert("1", Map.of("pk", AttributeValue.fromS("someone")))))
        .isInstanceOf(PoisonRecord.class);
  }

  @Test
  void aLeadComesWithTheStageItHadBefore() {
    var before = TestLeads.lead("u-7", Stage.PROSPECT);
    var lead = TestLeads.next(before, Stage.MQL, Optional.of("2026-03-02T10:00:00Z"));
    var record =
        Records.record("MODIFY", "1").withOld(Images.of(before)).withNew(Images.of(lead)).build();

    var edge = StreamImages.leadEdge(record).orElseThrow();

    assertThat(edge).isEqualTo(new LeadEdge(Optional.of(Stage.PROSPECT), lead));
    assertThat(edge.enters(Stage.MQL)).isTrue();
    assertThat(edge.enters(Stage.PROSPECT)).isFalse();
  }

  @Test
  void aLeadThatStaysInItsStageOrIsMergedAwayEntersNothing() {
    var mql = TestLeads.next(TestLeads.lead("u-7", Stage.MQL), Stage.MQL, Optional.empty());

    assertThat(new LeadEdge(Optional.of(Stage.MQL), mql).enters(Stage.MQL)).isFalse();
    assertThat(new LeadEdge(Optional.empty(), mql).enters(Stage.MQL)).isTrue();
  }

  @Test
  void itemsBesideTheLeadAreNoLeads() {
    var lead = new HashMap<>(Images.of(TestLeads.lead("u-7", Stage.MQL)));
    lead.put("sk", AttributeValue.fromS("ALERT#1"));

    assertThat(StreamImages.leadEdge(Records.insert("1", lead))).isEmpty();
  }

  @Test
  void aLeadWithAStageNobodyKnowsIsPoison() {
    var lead = new HashMap<>(Images.of(TestLeads.lead("u-7", Stage.MQL)));
    lead.put("stage", AttributeValue.fromS("Lukewarm"));

    assertThatThrownBy(() -> StreamImages.leadEdge(Records.insert("1", lead)))
        .isInstanceOf(PoisonRecord.class);
  }
}
