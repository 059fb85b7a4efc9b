package dev.warmline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T19:12:23.800Z, 2026-11-21T19:12:23.800Z",
    "2026-11-21T19:12:23.800123+00:00, 2026-11-21T19:12:23.800Z",
    "2026-11-21T20:12:23+0100, 2026-11-21T19:12:23Z",
    "2026-11-21 19:12:23, 2026-11-21T19:12:23Z",
    "2026-11-21T19:12:23, 2026-11-21T19:12:23Z",
    "2026-11-21, 2026-11-21T00:00:00Z",
    "1795288343800, 2026-11-21T19:12:23.800Z",
    "1795288343, 2026-11-21T19:12:23Z"
  })
  void timesAreReadAsClientsWriteThem(String written, Instant meant) {
    assertThat(Timestamps.parse(written)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2026-13-01", "21.11.2026", "-5", "+999999-01-01T00:00:00Z"})
  void whatIsNoTimeIsNone(String written) {
    assertThat(Timestamps.parse(written)).isEmpty();
  }
}
