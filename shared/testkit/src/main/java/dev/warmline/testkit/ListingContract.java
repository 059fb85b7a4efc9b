package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.EventJson;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.Card;
import dev.warmline.lead.Deadlines;
import dev.warmline.lead.GivenBack;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Listing;
import dev.warmline.lead.Position;
import dev.warmline.lead.Signals;
import dev.warmline.lead.Stage;
import dev.warmline.lead.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store keeps to of the lists that people work off. */
abstract class ListingContract extends IdentityContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Optional<String> INBOUND = Optional.of("inbound");

  @Test
  void aQueueBeginsWithTheHotThenWithWhoIsDueSoonestThenWithTheBetter() {
    put(listed("later", INBOUND, 60, "A"));
    put(listed("soon", INBOUND, 30, "C"));
    put(listed("better", INBOUND, 30, "A"));
    put(hot(listed("hot", INBOUND, 120, "D")));
    put(listed("other", Optional.of("outbound"), 1, "A"));
    put(listed("unqueued", Optional.empty(), 1, "A"));

    assertThat(queue(INBOUND, Optional.empty(), 10))
        .containsExactly("hot", "better", "soon", "later");
    assertThat(queue(Optional.empty(), Optional.empty(), 10)).containsExactly("unqueued");
  }

  @Test
  void aQueueIsReadOnFromWhereAPageEnded() {
    for (var i = 0; i < 5; i++) {
      put(listed("u-" + i, INBOUND, i, "A"));
    }

    var first = store().listQueue(INBOUND, Optional.empty(), 2);
    var after = Optional.of(first.getLast().order());

    assertThat(first).hasSize(2).isSorted();
    assertThat(queue(INBOUND, after, 2)).containsExactly("u-2", "u-3");
    assertThat(queue(INBOUND, after, 10)).containsExactly("u-2", "u-3", "u-4");
  }

  @Test
  void whoMovedOnIsInNoQueueAnyMore() {
    var lead = listed("u-1", INBOUND, 30, "A");
    put(lead);

    store().commit(List.of(new PutLead(TestLeads.next(lead, Stage.RECYCLED, Optional.empty()), 1)));

    assertThat(queue(INBOUND, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void whatSalesGaveBackIsListedTheOpenQuestionsFirstThenTheNewest() {
    put(returned("old", Duration.ofMinutes(1), Optional.empty()));
    put(returned("new", Duration.ofMinutes(2), Optional.empty()));
    put(returned("asked", Duration.ofMinutes(3), Optional.of(NOON.plusSeconds(60))));
    put(returned("asked-before", Duration.ofMinutes(4), Optional.of(NOON)));
    put(listed("queued", INBOUND, 1, "A"));

    var listed = store().listReturned(Optional.empty(), 10);

    assertThat(listed)
        .extracting(Listing::lead)
        .containsExactly(
            TestLeads.idOf("asked-before"),
            TestLeads.idOf("asked"),
            TestLeads.idOf("new"),
            TestLeads.idOf("old"));
    assertThat(store().listReturned(Optional.of(listed.get(1).order()), 1))
        .extracting(Listing::lead)
        .containsExactly(TestLeads.idOf("new"));
  }

  private List<String> queue(Optional<String> queue, Optional<String> after, int limit) {
    return store().listQueue(queue, after, limit).stream()
        .map(listing -> store().findLead(listing.lead()).orElseThrow())
        .map(lead -> lead.card().traits().path("name").asText())
        .toList();
  }

  private void put(Lead lead) {
    store().commit(List.of(new PutLead(lead, 0)));
  }

  private static Lead listed(String user, Optional<String> queue, int minutes, String grade) {
    var due = Optional.of(NOON.plus(Duration.ofMinutes(minutes)));
    var lead = TestLeads.lead(user, Stage.MQL).withVersion(1);
    var scorecard = lead.card().scorecard().deepCopy();
    scorecard.putObject("fit").put("grade", grade);
    var traits = EventJson.newObject().put("name", user);
    return lead.with(new Card(1, scorecard, traits, Optional.empty()))
        .with(
            lead.standing()
                .with(new Assignment(queue, Optional.empty()))
                .with(new Deadlines(due, Optional.empty(), Optional.empty())));
  }

  private static Lead hot(Lead lead) {
    var scorecard = lead.card().scorecard().deepCopy();
    scorecard.putObject("qualifies").putObject("fastTrack").put("says", "Requested a demo");
    return lead.with(new Card(1, scorecard, lead.card().traits(), Optional.empty()));
  }

  private static Lead returned(String user, Duration after, Optional<Instant> answerBy) {
    var given =
        new GivenBack(
            "no-budget",
            Optional.empty(),
            "kim",
            answerBy.isPresent(),
            answerBy,
            Optional.empty(),
            Assignment.NONE);
    var position = new Position(Stage.RECYCLED, NOON.plus(after), "no-budget", 1, 1, 2);
    return TestLeads.lead(user, Stage.RECYCLED)
        .withVersion(1)
        .with(
            new Standing(
                position,
                new Announcement.NotOpen(),
                Optional.of(NOON.plus(after)),
                Assignment.NONE,
                Deadlines.NONE,
                Signals.NONE,
                Optional.of(given),
                Optional.empty()));
  }
}
