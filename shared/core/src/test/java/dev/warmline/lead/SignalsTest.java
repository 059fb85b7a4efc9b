package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.lead.Signals.Heard;
import dev.warmline.score.Scorecard.FastTrack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalsTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final boolean SERVER = true;
  private static final boolean BROWSER = false;

  @Test
  void whatAServerAndABrowserSayWithinTenMinutesIsOneRequest() {
    var told = Signals.NONE.announced(List.of(), NINE);
    var heard = hear(told, asked(BROWSER, minutes(1)), minutes(1));

    var again = hear(heard, asked(SERVER, minutes(2)), minutes(2));

    assertThat(again.tellAt()).isEmpty();
  }

  @Test
  void aRequestThatWasToldStaysToldOnceSomethingElseWasAskedFor() {
    var told = Signals.NONE.announced(List.of(), NINE);
    var byBrowser = hear(told, asked(BROWSER, minutes(1)), minutes(1));
    var byServer = asked(SERVER, minutes(2));
    var known = hear(byBrowser, byServer, minutes(2));

    var later = hear(known, asked(BROWSER, minutes(400)), minutes(400));

    assertThat(later.next().hear(byServer, minutes(401))).isEmpty();
  }

  @Test
  void aMergeKeepsTheLongerWindowAndTheNewerRequest() {
    var request = asked(SERVER, minutes(90));
    var one = hear(Signals.NONE.announced(List.of(), NINE), request, minutes(90));
    var other = Signals.NONE.announced(List.of(), minutes(120));

    var joined = other.joined(one.next());

    assertThat(joined.hear(request, minutes(121))).isEmpty();
    assertThat(joined.hear(asked(SERVER, minutes(150)), minutes(150)).flatMap(Heard::tellAt))
        .contains(minutes(180));
  }

  /** Seed 194 of the simulation: another request of a server had taken the place of the first. */
  @Test
  void whatABrowserSaysLateIsTheRequestThatAServerSaidBeforeAnother() {
    var first = asked(SERVER, minutes(100));
    var told = hear(Signals.NONE.announced(List.of(), NINE), first, minutes(100));
    var other = hear(told, asked(SERVER, minutes(300)), minutes(300));

    var late = hear(other, asked(BROWSER, minutes(99)), minutes(2_000));

    assertThat(late.tellAt()).isEmpty();
  }

  @Test
  void anotherAnnouncementKeepsTheWindowOfWhatIsStillToBeTold() {
    var told = Signals.NONE.announced(List.of(), NINE);
    var putOff = hear(told, asked(SERVER, minutes(1)), minutes(1));
    assertThat(putOff.tellAt()).contains(minutes(60));

    var again = putOff.next().announced(List.of(), minutes(30));

    assertThat(hear(again, asked(SERVER, minutes(45)), minutes(45)).tellAt())
        .contains(minutes(120));
  }

  private static Heard hear(Heard before, FastTrack signal, Instant now) {
    return hear(before.next(), signal, now);
  }

  private static Heard hear(Signals before, FastTrack signal, Instant now) {
    return before.hear(signal, now).orElseThrow();
  }

  private static FastTrack asked(boolean isVerified, Instant at) {
    return new FastTrack("e-" + at, at, "Asked", isVerified, "Demo", Optional.of(at));
  }

  private static Instant minutes(int count) {
    return NINE.plus(Duration.ofMinutes(count));
  }
}
