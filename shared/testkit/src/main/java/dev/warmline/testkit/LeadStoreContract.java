package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.EventJson;
import dev.warmline.lead.Agenda;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Answer;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.Card;
import dev.warmline.lead.ClockStep;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.CycleRecord.Mark;
import dev.warmline.lead.Deadlines;
import dev.warmline.lead.Due;
import dev.warmline.lead.GivenBack;
import dev.warmline.lead.Identity;
import dev.warmline.lead.LastAct;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change.AddEntry;
import dev.warmline.lead.LeadStore.Change.AddNotice;
import dev.warmline.lead.LeadStore.Change.MoveNotice;
import dev.warmline.lead.LeadStore.Change.PutAnswer;
import dev.warmline.lead.LeadStore.Change.PutCycle;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.LeadStore.Change.PutLink;
import dev.warmline.lead.LeadStore.Change.PutPace;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Link;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Notice.State;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Pace;
import dev.warmline.lead.Position;
import dev.warmline.lead.Signals;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.lead.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every lead store keeps to. */
public abstract class LeadStoreContract extends ListingContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void aSavedLeadIsReadBackUnchanged() {
    var lead = full(TestLeads.lead("u-7", Stage.MQL));

    var committed = store().commit(List.of(new PutLead(lead, 0)));

    assertThat(committed).isEqualTo(Committed.SAVED);
    assertThat(store().findLead(lead.id())).contains(lead);
  }

  @Test
  void aTombstoneIsReadBackUnchanged() {
    var lead =
        TestLeads.next(TestLeads.lead("u-7", Stage.SUSPECT), Stage.SUSPECT, Optional.empty());
    var tombstone = merged(lead, TestLeads.idOf("u-8"));

    store().commit(List.of(new PutLead(tombstone, 0)));

    assertThat(store().findLead(lead.id())).contains(tombstone);
  }

  @Test
  void whatWasNeverStoredIsAbsent() {
    assertThat(store().findLead(TestLeads.idOf("u-7"))).isEmpty();
    assertThat(store().findLink(TestLeads.user("u-7"))).isEmpty();
    assertThat(store().listHistory(TestLeads.idOf("u-7"))).isEmpty();
  }

  @Test
  void aLeadIsOnlyWrittenOverTheVersionItWasMadeFrom() {
    var first = saved("u-7", Stage.SUSPECT, Optional.empty());
    var second = TestLeads.next(first, Stage.PROSPECT, Optional.empty());
    store().commit(List.of(new PutLead(second, 1)));

    var late =
        store().commit(List.of(new PutLead(TestLeads.next(first, Stage.MQL, Optional.empty()), 1)));
    var again = store().commit(List.of(new PutLead(first, 0)));

    assertThat(late).isEqualTo(Committed.CONFLICT);
    assertThat(again).isEqualTo(Committed.CONFLICT);
    assertThat(store().findLead(first.id())).contains(second);
  }

  @Test
  void aLeadThatIsNotThereIsNotUpdated() {
    var lead = saved("u-7", Stage.SUSPECT, Optional.empty());
    var other = TestLeads.next(TestLeads.lead("u-8", Stage.SUSPECT), Stage.MQL, Optional.empty());
    var second = TestLeads.next(other, Stage.MQL, Optional.empty());

    var committed = store().commit(List.of(new PutLead(second, 1)));

    assertThat(committed).isEqualTo(Committed.CONFLICT);
    assertThat(store().findLead(other.id())).isEmpty();
    assertThat(store().findLead(lead.id())).isPresent();
  }

  @Test
  void historyIsReadOldestFirst() {
    var id = TestLeads.idOf("u-7");
    for (int number = 12; number >= 1; number--) {
      store().commit(List.of(new AddEntry(id, TestLeads.becameMql(number, "line " + number))));
    }

    var history = store().listHistory(id);

    assertThat(history).extracting(StageEntry::number).isSorted().hasSize(12);
    assertThat(history.get(1)).isEqualTo(TestLeads.becameMql(2, "line 2"));
  }

  @Test
  void aLineOfHistoryIsNeverReplaced() {
    var id = TestLeads.idOf("u-7");
    store().commit(List.of(new AddEntry(id, TestLeads.becameMql(1, "first"))));

    var second = store().commit(List.of(new AddEntry(id, TestLeads.becameMql(1, "second"))));

    assertThat(second).isEqualTo(Committed.CONFLICT);
    assertThat(store().listHistory(id)).extracting(StageEntry::why).containsExactly("first");
  }

  @Test
  void theNewestRecordOfACycleIsReadBackWithTheOthers() {
    var id = TestLeads.idOf("u-7");
    var details = EventJson.newObject().put("value", 1200).put("currency", "EUR");
    var mark = new Mark("won", NOON, "kim", Stage.CUSTOMER, "won", details);
    var first = TestLeads.cycle(1);
    var won =
        new CycleRecord(
            2,
            NOON,
            "a release",
            first.qualification(),
            new Announcement.Waiting(NOON, Announcement.Reason.IMPORT, Optional.of("fair")),
            Optional.of(first.qualification()),
            first.hands(),
            first.deadlines(),
            List.of(mark));

    for (var cycle : List.of(TestLeads.cycle(2), first, won)) {
      store().commit(List.of(new PutCycle(id, cycle)));
    }

    assertThat(store().listCycles(id)).containsExactly(first, won);
    assertThat(store().listCycles(TestLeads.idOf("u-8"))).isEmpty();
  }

  @Test
  void aNoticeIsAddedOnceAndReadBackUnchanged() {
    var notice = TestLeads.notice("u-7", 1);

    var added = store().commit(List.of(new AddNotice(notice)));
    var again = store().commit(List.of(new AddNotice(notice)));

    assertThat(List.of(added, again)).containsExactly(Committed.SAVED, Committed.CONFLICT);
    assertThat(store().findNotice(notice.id())).contains(notice);
    assertThat(store().findNotice(NoticeId.qualified(TestLeads.idOf("u-7"), 2))).isEmpty();
  }

  @Test
  void aNoticeOnlyMovesOnFromTheStateThatWasRead() {
    var open = TestLeads.notice("u-7", 1);
    var body = EventJson.newObject().put("subject", "Ada");
    var ours = open.with(new State.Claimed("r-1", NOON)).withBody(body);
    var other = open.with(new State.Claimed("r-2", NOON)).withBody(body);
    var sent = ours.with(new State.Sent(NOON));
    store().commit(List.of(new AddNotice(open)));

    var claimed = store().commit(List.of(new MoveNotice(ours, open)));
    var late = store().commit(List.of(new MoveNotice(other, open)));
    var wrong = store().commit(List.of(new MoveNotice(other.with(new State.Sent(NOON)), other)));
    var closed = store().commit(List.of(new MoveNotice(sent, ours)));
    var reopened = store().commit(List.of(new MoveNotice(other, ours)));

    assertThat(List.of(claimed, late, wrong, closed, reopened))
        .containsExactly(
            Committed.SAVED,
            Committed.CONFLICT,
            Committed.CONFLICT,
            Committed.SAVED,
            Committed.CONFLICT);
    assertThat(store().findNotice(open.id())).contains(sent);
  }

  @Test
  void ofManyHoldersOfOneNoticeExactlyOneClaimsIt() {
    var open = TestLeads.notice("u-7", 1);
    store().commit(List.of(new AddNotice(open)));

    var results =
        Race.of(
            8,
            n -> {
              var claimed = open.with(new State.Claimed("r-" + n, NOON));
              return store().commit(List.of(new MoveNotice(claimed, open)));
            });

    assertThat(Collections.frequency(results, Committed.SAVED)).isEqualTo(1);
    var winner = "r-" + results.indexOf(Committed.SAVED);
    assertThat(store().findNotice(open.id()).map(Notice::state))
        .contains(new State.Claimed(winner, NOON));
  }

  @Test
  void everyEndOfANoticeIsReadBack() {
    var by = NoticeId.qualified(TestLeads.idOf("u-9"), 3);
    for (var end :
        List.of(new State.Voided(NOON, "excluded: own staff"), new State.Covered(NOON, by))) {
      var open = TestLeads.notice("u-" + end.hashCode(), 1);
      store().commit(List.of(new AddNotice(open)));

      store().commit(List.of(new MoveNotice(open.with(end), open)));

      assertThat(store().findNotice(open.id())).contains(open.with(end));
    }
  }

  @Test
  void anOpenNoticeIsDueUntilItIsClosed() {
    var open = TestLeads.notice("u-7", 1);
    var due = new Due.OfNotice(open.id());
    var claimed = open.with(new State.Claimed("r-1", NOON.plusSeconds(60)));
    store().commit(List.of(new AddNotice(open)));
    assertThat(store().listDue(open.notBefore().minusMillis(1), 10)).isEmpty();
    assertThat(store().listDue(open.notBefore(), 10)).containsExactly(due);

    store().commit(List.of(new MoveNotice(claimed, open)));
    assertThat(store().listDue(NOON, 10)).isEmpty();
    assertThat(store().listDue(NOON.plusSeconds(60), 10)).containsExactly(due);

    store().commit(List.of(new MoveNotice(claimed.with(new State.Sent(NOON)), claimed)));
    assertThat(store().listDue(NOON.plusSeconds(60), 10)).isEmpty();
  }

  @Test
  void theFirstAnswerToAnActStays() {
    var first = new Answer(Answer.Kind.MOVED, "accepted");

    var kept = store().commit(List.of(new PutAnswer("act-1", first)));
    var other =
        store().commit(List.of(new PutAnswer("act-1", new Answer(Answer.Kind.REFUSED, "late"))));

    assertThat(List.of(kept, other)).containsExactly(Committed.SAVED, Committed.CONFLICT);
    assertThat(store().findAnswer("act-1")).contains(first);
    assertThat(store().findAnswer("act-2")).isEmpty();
  }

  @Test
  void whoWaitsIsListedTheLongestWaitingFirst() {
    var announced = saved("u-1", Stage.MQL, Optional.empty());
    for (var user : List.of("u-2", "u-3")) {
      var lead = TestLeads.next(TestLeads.lead(user, Stage.MQL), Stage.MQL, Optional.empty());
      store()
          .commit(List.of(new PutLead(TestLeads.waiting(lead, "2026-03-01T10:00:00Z", "fair"), 0)));
    }

    assertThat(store().listWaiting(10))
        .containsExactlyInAnyOrder(TestLeads.idOf("u-2"), TestLeads.idOf("u-3"))
        .doesNotContain(announced.id());
    assertThat(store().listWaiting(1)).hasSize(1);
  }

  @Test
  void aPaceIsReadBackAndWrittenOverTheVersionItWasMadeFrom() {
    for (var queue : List.of(Optional.of("inbound"), Optional.<String>empty())) {
      var first = pace(queue, 1, 4, Optional.of(NOON));
      var second = pace(queue, 2, 5, Optional.empty());

      var created = store().commit(List.of(new PutPace(first, 0)));
      var again = store().commit(List.of(new PutPace(first, 0)));
      assertThat(store().findPace(queue)).contains(first);
      var moved = store().commit(List.of(new PutPace(second, 1)));
      var late = store().commit(List.of(new PutPace(second, 1)));

      assertThat(List.of(created, again, moved, late))
          .containsExactly(
              Committed.SAVED, Committed.CONFLICT, Committed.SAVED, Committed.CONFLICT);
      assertThat(store().findPace(queue)).contains(second);
    }
    assertThat(store().findPace(Optional.of("outbound"))).isEmpty();
  }

  @Test
  void aPaceIsDueUnlessItIsPaused() {
    var inbound = pace(Optional.of("inbound"), 1, 0, Optional.of(NOON));
    var others = pace(Optional.empty(), 1, 0, Optional.of(NOON.minusMillis(1)));
    store().commit(List.of(new PutPace(inbound, 0)));
    store().commit(List.of(new PutPace(others, 0)));

    assertThat(store().listDue(NOON.minusMillis(1), 10))
        .containsExactly(new Due.OfPace(Optional.empty()));
    assertThat(store().listDue(NOON, 10))
        .containsExactly(new Due.OfPace(Optional.empty()), new Due.OfPace(Optional.of("inbound")));

    store().commit(List.of(new PutPace(inbound.paused(), 1)));
    assertThat(store().listDue(NOON, 10)).containsExactly(new Due.OfPace(Optional.empty()));
  }

  private static Pace pace(
      Optional<String> queue, long version, int released, Optional<Instant> due) {
    return new Pace(queue, version, 12, LocalDate.parse("2026-03-02"), released, due);
  }

  @Test
  void aCommitOfSeveralChangesIsAllOrNothing() {
    var stored = saved("u-7", Stage.PROSPECT, Optional.empty());
    var mql = TestLeads.next(stored, Stage.MQL, Optional.empty());
    var link = new PutLink(TestLeads.user("u-7"), Link.to(stored.id()), Optional.empty());
    var entry = new AddEntry(stored.id(), TestLeads.becameMql(1, "engagement 65 reached 60"));
    var stale = new PutLead(TestLeads.next(mql, Stage.MQL, Optional.empty()), 2);

    var refused = store().commit(List.of(stale, link, entry));
    var nothing = store().findLink(TestLeads.user("u-7"));
    var accepted = store().commit(List.of(new PutLead(mql, 1), link, entry));

    assertThat(refused).isEqualTo(Committed.CONFLICT);
    assertThat(nothing).isEmpty();
    assertThat(accepted).isEqualTo(Committed.SAVED);
    assertThat(store().findLead(stored.id())).contains(mql);
    assertThat(store().listHistory(stored.id())).hasSize(1);
  }

  @Test
  void aCommitRepeatedAfterALostAnswerIsAConflictAndFindsWhatItWrote() {
    var lead = TestLeads.next(TestLeads.lead("u-7", Stage.SUSPECT), Stage.MQL, Optional.empty());
    var changes =
        List.of(
            new PutLead(lead, 0), new AddEntry(lead.id(), TestLeads.becameMql(1, "fast track")));
    store().commit(List.copyOf(changes));

    var repeated = store().commit(List.copyOf(changes));

    assertThat(repeated).isEqualTo(Committed.CONFLICT);
    assertThat(store().findLead(lead.id())).contains(lead);
  }

  @Test
  void aHundredChangesFitInOneCommit() {
    var id = TestLeads.idOf("u-7");
    var changes = new ArrayList<LeadStore.Change>();
    for (int number = 1; number <= 100; number++) {
      changes.add(new AddEntry(id, TestLeads.becameMql(number, "line")));
    }

    assertThat(store().commit(changes)).isEqualTo(Committed.SAVED);
    assertThat(store().listHistory(id)).hasSize(100);
  }

  @Test
  void dueLeadsAreListedEarliestFirstUpToNow() {
    saved("u-late", Stage.MQL, Optional.of("2026-03-02T12:00:00Z"));
    saved("u-early", Stage.MQL, Optional.of("2026-03-02T11:59:59.999Z"));
    saved("u-future", Stage.MQL, Optional.of("2026-03-02T12:00:00.001Z"));
    saved("u-never", Stage.MQL, Optional.empty());

    assertThat(store().listDue(NOON, 10)).containsExactly(due("u-early"), due("u-late"));
    assertThat(store().listDue(NOON, 1)).containsExactly(due("u-early"));
  }

  @Test
  void whatIsMovedIsListedLaterAndIsTheSameLeadDueWhenItWas() {
    var lead = saved("u-7", Stage.MQL, Optional.of("2026-03-02T11:00:00Z"));

    assertThat(store().moveDue(due("u-7"), NOON, NOON.plusSeconds(600))).isTrue();

    assertThat(store().listDue(NOON.plusSeconds(599), 10)).isEmpty();
    assertThat(store().listDue(NOON.plusSeconds(600), 10)).containsExactly(due("u-7"));
    assertThat(store().findLead(lead.id())).map(Lead::due).contains(lead.due());
    assertThat(store().findLead(lead.id())).map(Lead::version).contains(lead.version());
  }

  @Test
  void onlyWhatIsDueIsMovedAndOnlyOnce() {
    saved("u-7", Stage.MQL, Optional.of("2026-03-02T12:00:01Z"));
    saved("u-never", Stage.MQL, Optional.empty());

    assertThat(store().moveDue(due("u-7"), NOON, NOON.plusSeconds(600))).isFalse();
    assertThat(store().moveDue(due("u-never"), NOON, NOON.plusSeconds(600))).isFalse();
    assertThat(store().moveDue(due("u-nobody"), NOON, NOON.plusSeconds(600))).isFalse();
    assertThat(store().moveDue(due("u-7"), NOON.plusSeconds(1), NOON.plusSeconds(600))).isTrue();
    assertThat(store().moveDue(due("u-7"), NOON.plusSeconds(1), NOON.plusSeconds(600))).isFalse();
  }

  @Test
  void theNextWriteEndsTheMove() {
    var lead = saved("u-7", Stage.MQL, Optional.of("2026-03-02T11:00:00Z"));
    store().moveDue(due("u-7"), NOON, NOON.plusSeconds(600));

    var next = TestLeads.next(lead, Stage.MQL, Optional.of("2026-03-02T12:00:00Z"));
    store().commit(List.of(new PutLead(next, lead.version())));

    assertThat(store().listDue(NOON, 10)).containsExactly(due("u-7"));
    assertThat(store().findLead(lead.id())).map(Lead::due).contains(next.due());
  }

  @Test
  void aNoticeIsMovedToo() {
    var open = TestLeads.notice("u-7", 1);
    var due = new Due.OfNotice(open.id());
    store().commit(List.of(new AddNotice(open)));

    assertThat(store().moveDue(due, open.notBefore(), NOON.plusSeconds(600))).isTrue();

    assertThat(store().listDue(NOON.plusSeconds(599), 10)).isEmpty();
    assertThat(store().findNotice(open.id())).contains(open);
    store().commit(List.of(new MoveNotice(open.with(new State.Sent(NOON)), open)));
    assertThat(store().listDue(NOON.plusSeconds(600), 10)).isEmpty();
  }

  @Test
  void manyDueLeadsAreListedUpToTheLimit() {
    for (int n = 0; n < 30; n++) {
      saved("u-" + n, Stage.MQL, Optional.of("2026-03-02T10:00:%02dZ".formatted(n)));
    }

    var due = store().listDue(NOON, 20);

    assertThat(due).hasSize(20).startsWith(due("u-0")).endsWith(due("u-19"));
  }

  @Test
  void aLeadThatLostItsDueInstantIsNotListed() {
    var lead = saved("u-7", Stage.MQL, Optional.of("2026-03-02T11:00:00Z"));

    store().commit(List.of(new PutLead(TestLeads.next(lead, Stage.SAL, Optional.empty()), 1)));

    assertThat(store().listDue(NOON, 10)).isEmpty();
  }

  @Test
  void ofManyWritersOfOneVersionExactlyOneSaves() {
    var stored = saved("u-7", Stage.PROSPECT, Optional.empty());

    var results = Race.of(8, n -> store().commit(List.of(racer(stored, n))));

    assertThat(Collections.frequency(results, Committed.SAVED)).isEqualTo(1);
    assertThat(store().findLead(stored.id()).orElseThrow().card().publication())
        .isEqualTo(results.indexOf(Committed.SAVED));
  }

  @Test
  void ofManyTransactionsOverOneLeadAtMostOneSavesAndNothingIsHalfWritten() {
    var stored = saved("u-7", Stage.PROSPECT, Optional.empty());

    var results =
        Race.of(
            6,
            n ->
                store()
                    .commit(
                        List.of(
                            racer(stored, n),
                            new AddEntry(stored.id(), TestLeads.becameMql(n + 1, "racer " + n)))));

    var saved = Collections.frequency(results, Committed.SAVED);
    assertThat(saved).isLessThanOrEqualTo(1);
    assertThat(store().listHistory(stored.id())).hasSize(saved);
    assertThat(store().findLead(stored.id()).orElseThrow().version()).isEqualTo(1 + saved);
  }

  private Lead saved(String userId, Stage stage, Optional<String> due) {
    var lead = TestLeads.next(TestLeads.lead(userId, stage), stage, due);
    assertThat(store().commit(List.of(new PutLead(lead, 0)))).isEqualTo(Committed.SAVED);
    return lead;
  }

  private static PutLead racer(Lead stored, int n) {
    var next = TestLeads.next(stored, Stage.MQL, Optional.empty());
    return new PutLead(withPublication(next, n), stored.version());
  }

  private static Due due(String userId) {
    return new Due.OfLead(TestLeads.idOf(userId));
  }

  private static Lead full(Lead lead) {
    var traits = EventJson.newObject().put("company", "Acme Ünïcode").put("employees", 250);
    var scorecard =
        lead.card().scorecard().deepCopy().put("half", 32.5).put("text", "a".repeat(3_000));
    var checkpoint = EventJson.newObject().put("mark", 12);
    return new Lead(
        lead.id(),
        1,
        identity(TestLeads.user("u-7")),
        standing(),
        new Card(7, scorecard, traits, Optional.of(checkpoint)),
        new Agenda(Optional.of(Instant.parse("2026-03-02T10:00:00.001Z"))));
  }

  private static Standing standing() {
    var request = new Signals.Request(NOON, "Demo Requested/contact", NOON.plusSeconds(5));
    var told = new Signals.Told(List.of(request), NOON.plusSeconds(60), Optional.of(NOON), 2);
    var since = Instant.parse("2026-03-01T10:00:00.123Z");
    var hands = new Assignment(Optional.of("inbound-sdr"), Optional.of("kim"));
    var given =
        new GivenBack(
            "timing",
            Optional.of("in April"),
            "kim",
            true,
            Optional.of(NOON),
            Optional.of(since),
            hands);
    var before = Standing.suspect(since).with(hands);
    return new Standing(
        new Position(Stage.MQL, since, "engagement 65", 2, 3, 5),
        new Announcement.Announced(NOON, "released"),
        Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
        hands,
        new Deadlines(
            Optional.of(NOON),
            Optional.of(since),
            Optional.of(NOON.plusMillis(1)),
            Optional.of(NOON.plusMillis(2)),
            7,
            List.of(
                new Deadlines.Step(ClockStep.REMINDER, NOON.minusSeconds(60)),
                new Deadlines.Step(ClockStep.OVERDUE, NOON))),
        new Signals(
            Optional.of(told), Optional.of(new Signals.Told(List.of(), NOON, Optional.empty(), 0))),
        Optional.of(given),
        Optional.of(new LastAct(since, Optional.of(new LastAct.Undo("kim", 5, before)))));
  }

  private static Lead merged(Lead lead, LeadId survivor) {
    return new Lead(
        lead.id(),
        lead.version(),
        Identity.tombstone(survivor),
        lead.standing(),
        lead.card(),
        Agenda.EMPTY);
  }

  private static Lead withPublication(Lead lead, int publication) {
    var card = lead.card();
    return lead.with(new Card(publication, card.scorecard(), card.traits(), card.checkpoint()));
  }
}
