package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Trust;
import dev.warmline.lead.Claim;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change.AddEntry;
import dev.warmline.lead.LeadStore.Change.AddSignal;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.LeadStore.Change.PutLink;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Link;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every lead store keeps to. */
public abstract class LeadStoreContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** The store under test; a test starts with an empty one. */
  protected abstract LeadStore store();

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
  void aLinkIsReadBackWithItsClaim() {
    var device = TestLeads.anonymous("device");
    var link = claimed("u-7", "e-1", Optional.of(TestLeads.idOf("u-9")));

    store().commit(List.of(new PutLink(device, link, Optional.empty())));

    assertThat(store().findLink(device)).contains(link);
  }

  @Test
  void aLinkIsOnlyMovedFromTheOneThatWasRead() {
    var device = TestLeads.anonymous("device");
    var first = claimed("u-7", "e-1", Optional.empty());
    var second = claimed("u-8", "e-0", Optional.of(first.lead()));
    store().commit(List.of(new PutLink(device, first, Optional.empty())));

    var created = store().commit(List.of(new PutLink(device, second, Optional.empty())));
    var wrong =
        store().commit(List.of(new PutLink(device, second, Optional.of(Link.to(first.lead())))));
    var moved = store().commit(List.of(new PutLink(device, second, Optional.of(first))));

    assertThat(List.of(created, wrong, moved))
        .containsExactly(Committed.CONFLICT, Committed.CONFLICT, Committed.SAVED);
    assertThat(store().findLink(device)).contains(second);
  }

  @Test
  void whereALinkWasMovedFromIsNoPartOfTheExpectation() {
    var profile = TestLeads.user("u-7");
    var moved =
        new Link(TestLeads.idOf("u-7"), Optional.empty(), Optional.of(TestLeads.idOf("u-9")));
    store().commit(List.of(new PutLink(profile, moved, Optional.empty())));

    var committed =
        store()
            .commit(
                List.of(
                    new PutLink(
                        profile,
                        Link.to(TestLeads.idOf("u-8")),
                        Optional.of(Link.to(moved.lead())))));

    assertThat(committed).isEqualTo(Committed.SAVED);
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
  void theSignalsOfACycleAreReadOldestFirst() {
    var id = TestLeads.idOf("u-7");
    var late = TestLeads.signal("a", 1, "2026-03-09T10:00:00Z");
    var early = TestLeads.signal("b", 1, "2026-03-08T10:00:00Z");
    var later = TestLeads.signal("a", 10, "2026-03-07T10:00:00Z");
    for (var signal : List.of(late, early, later, late)) {
      store().commit(List.of(new AddSignal(id, signal)));
    }

    assertThat(store().listSignals(id, 1)).containsExactly(early, late);
    assertThat(store().listSignals(id, 10)).containsExactly(later);
    assertThat(store().listHistory(id)).isEmpty();
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

    assertThat(store().listDue(NOON, 10))
        .containsExactly(TestLeads.idOf("u-early"), TestLeads.idOf("u-late"));
    assertThat(store().listDue(NOON, 1)).containsExactly(TestLeads.idOf("u-early"));
  }

  @Test
  void manyDueLeadsAreListedUpToTheLimit() {
    for (int n = 0; n < 30; n++) {
      saved("u-" + n, Stage.MQL, Optional.of("2026-03-02T10:00:%02dZ".formatted(n)));
    }

    var due = store().listDue(NOON, 20);

    assertThat(due).hasSize(20).startsWith(TestLeads.idOf("u-0")).endsWith(TestLeads.idOf("u-19"));
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
    assertThat(store().findLead(stored.id()).orElseThrow().publication())
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

  private static Link claimed(String userId, String eventId, Optional<LeadId> movedFrom) {
    var claim = new Claim(Trust.BROWSER, Instant.parse("2026-03-01T09:30:00.250Z"), eventId);
    return new Link(TestLeads.idOf(userId), Optional.of(claim), movedFrom);
  }

  private static Lead full(Lead lead) {
    var profiles = new TreeSet<>(lead.profiles());
    profiles.add(TestLeads.anonymous("device"));
    var traits = lead.traits().deepCopy().put("company", "Acme Ünïcode").put("employees", 250);
    return lead.toBuilder()
        .version(1)
        .profiles(profiles)
        .mergedInto(Optional.empty())
        .cycle(2)
        .entries(5)
        .leftAt(Optional.of(Instant.parse("2026-02-01T00:00:00Z")))
        .publication(7)
        .scorecard(lead.scorecard().deepCopy().put("half", 32.5).put("text", "a".repeat(3_000)))
        .traits(traits)
        .due(Optional.of(Instant.parse("2026-03-02T10:00:00.001Z")))
        .alertDue(Optional.of(Instant.parse("2026-03-01T09:40:00Z")))
        .signalAt(Optional.of(Instant.parse("2026-03-01T09:30:00.007Z")))
        .stage(Stage.MQL, Instant.parse("2026-03-01T10:00:00.123Z"))
        .build();
  }

  private static Lead merged(Lead lead, LeadId survivor) {
    return lead.toBuilder()
        .profiles(new TreeSet<>())
        .mergedInto(Optional.of(survivor))
        .leftAt(Optional.empty())
        .due(Optional.empty())
        .alertDue(Optional.empty())
        .build();
  }

  private static Lead withPublication(Lead lead, int publication) {
    return lead.toBuilder().publication(publication).build();
  }
}
