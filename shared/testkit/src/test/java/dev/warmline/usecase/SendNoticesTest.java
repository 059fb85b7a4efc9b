package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.handoff.Message;
import dev.warmline.handoff.MessageJson;
import dev.warmline.lead.Due;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change.AddNotice;
import dev.warmline.lead.LeadStore.Change.MoveNotice;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Notice.State;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.MemoryLeadStore;
import dev.warmline.testkit.RecordingPublisher;
import dev.warmline.testkit.TestLeads;
import dev.warmline.usecase.SendNotices.Outcome;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendNoticesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATER = NOW.plus(SendNotices.LEASE);
  private static final Notice NOTICE = TestLeads.notice("ada", 1);
  private static final NoticeId ID = NOTICE.id();

  private final MemoryLeadStore leads = new MemoryLeadStore();
  private final RecordingPublisher topic = new RecordingPublisher();

  SendNoticesTest() {
    var lead = TestLeads.next(TestLeads.lead("ada", Stage.MQL), Stage.MQL, Optional.empty());
    leads.commit(List.of(new PutLead(lead, 0), new AddNotice(NOTICE)));
  }

  @Test
  void aNoticeIsSentOnce() {
    assertThat(send(leads, topic).send(ID, "r-1", NOW))
        .isEqualTo(new Outcome.Sent(ID, Optional.empty()));
    assertThat(send(leads, topic).send(ID, "r-2", NOW)).isEqualTo(new Outcome.Closed(ID));

    assertThat(topic.published()).hasSize(1);
    assertThat(state()).isEqualTo(new State.Sent(NOW));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCrashAtAnyCallLosesNoNoticeAndRepeatsItUnderTheSameIdAndBody(boolean after) {
    var crashes = 0;
    for (var call = 0; ; call++, crashes++) {
      var test = new SendNoticesTest();
      var crash = new CrashAt(call, after);
      if (!test.crashesAndIsSentByTheClock(crash)) {
        break;
      }
    }
    assertThat(crashes).isGreaterThanOrEqualTo(6);
  }

  /** With another renderer after the crash: what was claimed is what is published. */
  private boolean crashesAndIsSentByTheClock(CrashAt crash) {
    var flaky =
        send(
            crash.around(LeadStore.class, leads),
            crash.around(AlertPublisher.class, topic),
            Optional.empty());
    try {
      flaky.send(ID, "r-1", NOW);
    } catch (StoreUnavailable e) {
      assertThat(e).hasMessageContaining("planned");
    }
    var other = send(leads, topic, Optional.of(URI.create("https://desk.example")));

    for (var due : leads.listDue(LATER, 10)) {
      assertThat(due).isEqualTo(new Due.OfNotice(ID));
      other.send(ID, "r-2", LATER);
    }

    assertThat(state()).isInstanceOf(State.Sent.class);
    assertThat(leads.listDue(LATER, 10)).isEmpty();
    assertThat(topic.published()).isNotEmpty().hasSizeLessThanOrEqualTo(2);
    assertThat(topic.published().stream().distinct()).hasSize(1);
    return crash.hasCrashed();
  }

  @Test
  void whatTheTopicDidNotTakeIsFreeForTheNextAttempt() {
    topic.faults().failNextBefore(1);
    assertThatThrownBy(() -> send(leads, topic).send(ID, "r-1", NOW))
        .isInstanceOf(PublishFailed.class);

    assertThat(leads.listDue(NOW, 10)).containsExactly(new Due.OfNotice(ID));
    assertThat(send(leads, topic).send(ID, "r-2", NOW))
        .isEqualTo(new Outcome.Sent(ID, Optional.empty()));
  }

  @Test
  void theSameAttemptGoesOnAndAnotherWaitsUntilTheLeaseHasRunOut() {
    claim("r-1");

    assertThat(send(leads, topic).send(ID, "r-2", LATER.minusMillis(1)))
        .isEqualTo(new Outcome.Later(ID, LATER));
    assertThat(send(leads, topic).send(ID, "r-1", NOW))
        .isEqualTo(new Outcome.Sent(ID, Optional.empty()));
  }

  @Test
  void aCrashedClaimIsTakenOverWhenItsLeaseHasRunOut() {
    claim("r-1");

    assertThat(send(leads, topic).send(ID, "r-2", LATER))
        .isEqualTo(new Outcome.Sent(ID, Optional.empty()));
  }

  @Test
  void beforeItsTimeNothingIsSent() {
    var later =
        Notice.open(
            NoticeId.signal(TestLeads.idOf("ada"), 1, "e-2"),
            NOW,
            Stage.MQL,
            "Requested a demo",
            NOTICE.about(),
            LATER);
    leads.commit(List.of(new AddNotice(later)));

    assertThat(send(leads, topic).send(later.id(), "r-1", NOW))
        .isEqualTo(new Outcome.Later(later.id(), LATER));
    assertThat(send(leads, topic).send(later.id(), "r-1", LATER))
        .isEqualTo(new Outcome.Sent(later.id(), Optional.empty()));
  }

  @Test
  void whoIsDisqualifiedMeanwhileIsToldOfToNobody() {
    var lead = leads.findLead(TestLeads.idOf("ada")).orElseThrow();
    var out = TestLeads.next(lead, Stage.DISQUALIFIED, Optional.empty());
    leads.commit(List.of(new PutLead(out, lead.version())));

    assertThat(send(leads, topic).send(ID, "r-1", NOW))
        .isEqualTo(new Outcome.Voided(ID, "disqualified"));
    assertThat(topic.published()).isEmpty();
    assertThat(state()).isEqualTo(new State.Voided(NOW, "disqualified"));
  }

  @Test
  void whoWasErasedIsToldOfToNobody() {
    var erased = TestLeads.notice("bob", 1);
    leads.commit(List.of(new AddNotice(erased)));

    assertThat(send(leads, topic).send(erased.id(), "r-1", NOW))
        .isEqualTo(new Outcome.Voided(erased.id(), "erased"));
  }

  @Test
  void aNoticeThatIsNotThereIsNothingToSend() {
    var nobody = NoticeId.qualified(TestLeads.idOf("nobody"), 1);

    assertThat(send(leads, topic).send(nobody, "r-1", NOW)).isEqualTo(new Outcome.Unknown(nobody));
  }

  private void claim(String holder) {
    var message = new Message("Ada", "Ada is warm", "{}", Map.of());
    var claimed =
        NOTICE.with(new State.Claimed(holder, LATER)).withBody(MessageJson.write(message));
    leads.commit(List.of(new MoveNotice(claimed, NOTICE)));
  }

  private State state() {
    return leads.findNotice(ID).orElseThrow().state();
  }

  private static SendNotices send(LeadStore leads, AlertPublisher topic) {
    return send(leads, topic, Optional.empty());
  }

  private static SendNotices send(LeadStore leads, AlertPublisher topic, Optional<URI> desk) {
    return new SendNotices(leads, topic, new AlertRenderer(desk));
  }
}
