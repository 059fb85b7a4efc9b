package dev.warmline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** When an event happened, for every pair of clocks. */
class TimestampsLaws {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(-62_135_596_800_000L, 253_402_300_799_999L)
        .map(Instant::ofEpochMilli);
  }

  @Property
  void nothingHappensAfterItWasReceived(
      @ForAll("instants") Instant stamp, @ForAll("instants") Instant sentAt) {
    assertThat(Timestamps.occurredAt(NOW, Optional.of(stamp), Optional.of(sentAt)))
        .isBeforeOrEqualTo(NOW);
    assertThat(Timestamps.occurredAt(NOW, Optional.of(stamp), Optional.empty()))
        .isEqualTo(stamp.isAfter(NOW) ? NOW : stamp);
  }

  @Property
  void aClockThatIsSanelyWrongIsCorrectedExactly(
      @ForAll @LongRange(min = -86_400_000, max = 86_400_000) long skewMillis,
      @ForAll @LongRange(max = 10_000_000_000L) long ageMillis) {
    var sentAt = NOW.minusMillis(skewMillis);
    var stamp = sentAt.minusMillis(ageMillis);

    assertThat(Timestamps.occurredAt(NOW, Optional.of(stamp), Optional.of(sentAt)))
        .isEqualTo(NOW.minusMillis(ageMillis));
  }

  @Property
  void aClockThatIsInsanelyWrongIsNotBelieved(
      @ForAll @LongRange(min = 86_400_001, max = 100_000_000_000L) long skewMillis) {
    var sentAt = NOW.minusMillis(skewMillis);
    var stamp = sentAt.minus(Duration.ofMinutes(5));

    assertThat(Timestamps.occurredAt(NOW, Optional.of(stamp), Optional.of(sentAt)))
        .isEqualTo(stamp);
  }

  @Property
  void instantsAreReadWithAnyOffset(
      @ForAll("instants") Instant instant, @ForAll @LongRange(min = -14, max = 14) long hours) {
    var written = OffsetDateTime.ofInstant(instant, ZoneOffset.ofHours((int) hours));

    if (written.getYear() >= 1 && written.getYear() <= 9999) {
      assertThat(Timestamps.parse(written.toString())).contains(instant);
    }
  }

  @Property
  void anyTextIsAnInstantOrIsNot(@ForAll String text) {
    assertThat(Timestamps.parse(text)).isNotNull();
  }
}
