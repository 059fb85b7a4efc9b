package dev.warmline.aws.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  @Test
  void allThatIsMissingIsReportedAtOnce() {
    var environment = new Environment(Map.of("LEADS_TABLE", "  "));

    environment.text("EVENTS_TABLE");
    environment.text("LEADS_TABLE");

    assertThatThrownBy(environment::verify)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The function is not configured: EVENTS_TABLE is not set; LEADS_TABLE is not set.");
  }

  @Test
  void whatIsSetIsRead() {
    var environment = new Environment(Map.of("TABLE", "events"));

    assertThat(environment.text("TABLE")).isEqualTo("events");
    assertThatCode(environment::verify).doesNotThrowAnyException();
  }
}
