package dev.warmline.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BodiesInFlightTest {
  private static final int KILOBYTE = 1024;

  private final BodiesInFlight bodies = new BodiesInFlight(256 * KILOBYTE);

  @Test
  void aBodyIsReadWholeAndNoFurtherThanItMay() throws IOException {
    try (var place = bodies.place()) {
      assertThat(place.read(stream(100), 1_000 * KILOBYTE).orElseThrow()).hasSize(100 * KILOBYTE);
    }
    try (var place = bodies.place()) {
      assertThat(place.read(stream(200), 150 * KILOBYTE).orElseThrow()).hasSize(150 * KILOBYTE);
    }
  }

  @Test
  void whatFindsNoRoomIsNotReadAndFindsItOnceAnotherIsDone() throws IOException {
    try (var first = bodies.place();
        var second = bodies.place()) {
      assertThat(first.read(stream(180), 1_000 * KILOBYTE)).isPresent();
      assertThat(second.read(stream(90), 1_000 * KILOBYTE)).isEmpty();
    }

    try (var third = bodies.place()) {
      assertThat(third.read(stream(250), 1_000 * KILOBYTE)).isPresent();
    }
  }

  @Test
  void oneBodyAloneMayBeTooMuch() throws IOException {
    try (var place = bodies.place()) {
      assertThat(place.read(stream(300), 1_000 * KILOBYTE)).isEmpty();
    }
  }

  private static ByteArrayInputStream stream(int kilobytes) {
    return new ByteArrayInputStream(new byte[kilobytes * KILOBYTE]);
  }
}
