package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.AlertStore;
import dev.warmline.handoff.AlertStore.ClaimResult;
import dev.warmline.handoff.Message;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every alert store keeps to. */
public abstract class AlertStoreContract {
  private static final AlertId ALERT = new AlertId(TestLeads.idOf("u-7"), 1);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LEASE = NOON.plusSeconds(60);

  /** The store under test; a test starts with an empty one. */
  protected abstract AlertStore store();

  @Test
  void theFirstClaimIsOursAndStoresTheMessage() {
    var claim = store().claim(ALERT, message("first"), "request-1", NOON, LEASE);

    assertThat(claim).isEqualTo(new ClaimResult.Ours(message("first")));
    assertThat(store().isSent(ALERT)).isFalse();
  }

  @Test
  void anotherOwnerFindsItHeldUntilTheLeaseRunsOut() {
    store().claim(ALERT, message("first"), "request-1", NOON, LEASE);

    var held = store().claim(ALERT, message("second"), "request-2", LEASE.minusMillis(1), LEASE);
    var taken = store().claim(ALERT, message("third"), "request-3", LEASE, LEASE.plusSeconds(60));
    var former = store().claim(ALERT, message("fourth"), "request-1", LEASE, LEASE);

    assertThat(held).isEqualTo(new ClaimResult.Held(LEASE));
    assertThat(taken).isEqualTo(new ClaimResult.Ours(message("first")));
    assertThat(former).isEqualTo(new ClaimResult.Held(LEASE.plusSeconds(60)));
  }

  @Test
  void whatIsGivenBackIsFreeAtOnceAndKeepsItsMessage() {
    store().claim(ALERT, message("first"), "request-1", NOON, LEASE);
    store().release(ALERT, "request-2");

    assertThat(store().claim(ALERT, message("second"), "request-2", NOON, LEASE))
        .isEqualTo(new ClaimResult.Held(LEASE));

    store().release(ALERT, "request-1");

    assertThat(store().claim(ALERT, message("third"), "request-3", NOON, LEASE))
        .isEqualTo(new ClaimResult.Ours(message("first")));
  }

  @Test
  void theSameOwnerMayClaimAgainAndGetsTheStoredMessage() {
    store().claim(ALERT, message("first"), "request-1", NOON, LEASE);

    var again = store().claim(ALERT, message("other"), "request-1", NOON, LEASE);

    assertThat(again).isEqualTo(new ClaimResult.Ours(message("first")));
  }

  @Test
  void onceSentItStaysSentForEverybody() {
    store().claim(ALERT, message("first"), "request-1", NOON, LEASE);
    store().markSent(ALERT, NOON.plusSeconds(1));
    store().markSent(ALERT, NOON.plusSeconds(2));

    assertThat(store().isSent(ALERT)).isTrue();
    assertThat(store().claim(ALERT, message("x"), "request-1", NOON, LEASE))
        .isEqualTo(new ClaimResult.Sent());
    assertThat(store().claim(ALERT, message("x"), "request-2", LEASE.plusSeconds(9), LEASE))
        .isEqualTo(new ClaimResult.Sent());
  }

  @Test
  void cyclesAndLeadsAreClaimedSeparately() {
    store().claim(ALERT, message("first"), "request-1", NOON, LEASE);
    store().markSent(ALERT, NOON);

    var second = new AlertId(ALERT.lead(), 2);
    var other = new AlertId(TestLeads.idOf("u-8"), 1);

    assertThat(store().isSent(second)).isFalse();
    assertThat(store().claim(second, message("second"), "request-2", NOON, LEASE))
        .isEqualTo(new ClaimResult.Ours(message("second")));
    assertThat(store().claim(other, message("other"), "request-3", NOON, LEASE))
        .isEqualTo(new ClaimResult.Ours(message("other")));
  }

  @Test
  void ofManyClaimantsExactlyOneOwnsTheAlert() {
    var results =
        Race.of(8, n -> store().claim(ALERT, message("by " + n), "request-" + n, NOON, LEASE));

    assertThat(results).filteredOn(ClaimResult.Ours.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(ClaimResult.Held.class::isInstance).hasSize(7);
  }

  @Test
  void ofManyWhoFindTheLeaseRunOutExactlyOneTakesItOver() {
    store().claim(ALERT, message("first"), "crashed", NOON, LEASE);
    var later = LEASE.plusSeconds(1);

    var results =
        Race.of(
            8,
            n -> store().claim(ALERT, message("x"), "request-" + n, later, later.plusSeconds(60)));

    assertThat(results).filteredOn(new ClaimResult.Ours(message("first"))::equals).hasSize(1);
  }

  private static Message message(String text) {
    return new Message(
        "MQL: Acme",
        "Dear sales, " + text + " ✓",
        "{\"text\":\"" + text + "\"}",
        Map.of("tier", "1"));
  }
}
