package dev.warmline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Trust;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SetupTest {
  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

  @Test
  void theTestAlertLooksLikeARealOneAndSaysThatItIsATest() {
    var message = TestAlert.at(NOW).message();

    assertThat(message.text()).contains("Test Lead (nobody)", "62", "Filled in a form");
    assertThat(message.attributes()).containsEntry("segment", "test");
  }

  @Test
  void everyTestAlertIsAnAlertOfItsOwn() {
    assertThat(TestAlert.at(NOW).id()).isNotEqualTo(TestAlert.at(NOW.plusMillis(1)).id());
  }

  @Test
  void keysAreLongDifferentAndNotShownByAccident() {
    var random = new SecureRandom();

    var key = WriteKey.random(Trust.SERVER, random);

    assertThat(key.value()).hasSize(40).isNotEqualTo(WriteKey.random(Trust.SERVER, random).value());
    assertThat(key.toString()).doesNotContain(key.value());
  }
}
