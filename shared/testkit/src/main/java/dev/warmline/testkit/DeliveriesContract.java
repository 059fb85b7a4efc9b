package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.handoff.ChatThread;
import dev.warmline.handoff.Deliveries;
import dev.warmline.handoff.Deliveries.DeliveryClaim;
import dev.warmline.lead.NoticeId;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What every memory of deliveries keeps to. */
public abstract class DeliveriesContract {
  private static final NoticeId ALERT = NoticeId.qualified(TestLeads.idOf("u-7"), 1);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LEASE = NOON.plusSeconds(60);

  /** The deliveries under test; a test starts without any. */
  protected abstract Deliveries deliveries();

  @Test
  void theFirstClaimIsOursAndMayBeRepeatedByItsOwner() {
    assertThat(claim("slack", "request-1", NOON)).isEqualTo(DeliveryClaim.OURS);
    assertThat(claim("slack", "request-1", NOON)).isEqualTo(DeliveryClaim.OURS);
  }

  @Test
  void anotherOwnerWaitsUntilTheLeaseRunsOut() {
    claim("slack", "request-1", NOON);

    assertThat(claim("slack", "request-2", LEASE.minusMillis(1))).isEqualTo(DeliveryClaim.HELD);
    assertThat(claim("slack", "request-2", LEASE)).isEqualTo(DeliveryClaim.OURS);
  }

  @Test
  void whatIsDoneIsDoneForEverybody() {
    claim("slack", "request-1", NOON);
    var before = deliveries().isDone(ALERT, "slack");
    deliveries().markDone(ALERT, "slack", NOON);
    deliveries().markDone(ALERT, "slack", NOON.plusSeconds(5));

    assertThat(before).isFalse();
    assertThat(deliveries().isDone(ALERT, "slack")).isTrue();
    assertThat(deliveries().isDone(ALERT, "crm")).isFalse();
    assertThat(claim("slack", "request-1", NOON)).isEqualTo(DeliveryClaim.DONE);
    assertThat(claim("slack", "request-2", LEASE.plusSeconds(1))).isEqualTo(DeliveryClaim.DONE);
  }

  @Test
  void channelsAreDeliveredSeparately() {
    claim("slack", "request-1", NOON);
    deliveries().markDone(ALERT, "slack", NOON);

    assertThat(claim("crm", "request-2", NOON)).isEqualTo(DeliveryClaim.OURS);
  }

  @Test
  void aReleasedClaimIsFreeAtOnce() {
    claim("slack", "request-1", NOON);

    deliveries().release(ALERT, "slack", "request-1");

    assertThat(claim("slack", "request-2", NOON)).isEqualTo(DeliveryClaim.OURS);
  }

  @Test
  void onlyTheOwnerReleasesAndOnlyWhatIsNotDone() {
    claim("slack", "request-1", NOON);
    deliveries().release(ALERT, "slack", "request-2");
    deliveries().release(ALERT, "never-claimed", "request-2");
    var held = claim("slack", "request-3", NOON);
    deliveries().markDone(ALERT, "slack", NOON);
    deliveries().release(ALERT, "slack", "request-1");

    assertThat(held).isEqualTo(DeliveryClaim.HELD);
    assertThat(claim("slack", "request-3", NOON)).isEqualTo(DeliveryClaim.DONE);
  }

  @Test
  void whereTheMessageOfACycleStandsIsKeptForEachChannel() {
    var first = new ChatThread("sdr-inbound", "C1", "1772445600.000100");
    var second = new ChatThread("deals and more", "C2", "1772445700.000200");
    var before = deliveries().findThread(ALERT, "slack");

    deliveries().keepThread(ALERT, "slack", first);
    deliveries().keepThread(ALERT, "slack", second);

    assertThat(before).isEmpty();
    assertThat(deliveries().findThread(ALERT, "slack")).contains(second);
    assertThat(deliveries().findThread(ALERT, "crm")).isEmpty();
    assertThat(claim("slack", "request-1", NOON)).isEqualTo(DeliveryClaim.OURS);
  }

  @Test
  void ofManyClaimantsExactlyOneDelivers() {
    var results = Race.of(8, n -> claim("slack", "request-" + n, NOON));

    assertThat(Collections.frequency(results, DeliveryClaim.OURS)).isEqualTo(1);
    assertThat(Collections.frequency(results, DeliveryClaim.HELD)).isEqualTo(7);
  }

  private DeliveryClaim claim(String channel, String holder, Instant now) {
    return deliveries().claim(ALERT, channel, holder, now, now.plusSeconds(60));
  }
}
