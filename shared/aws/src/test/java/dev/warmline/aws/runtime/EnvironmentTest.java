package dev.warmline.aws.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  @Test
  void allThatIsMissingOrMalformedIsReportedAtOnce() {
    var environment = new Environment(Map.of("LEADS_TABLE", "  ", "WIDTH", "many"));

    environment.text("EVENTS_TABLE");
    environment.text("LEADS_TABLE");
    environment.positive("WIDTH", 4);

    assertThatThrownBy(environment::verify)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The function is not configured: EVENTS_TABLE is not set; LEADS_TABLE is not set;"
                + " WIDTH must be a whole number from 1 and is \"many\".");
  }

  @Test
  void whatIsSetIsReadByType() {
    var environment = new Environment(Map.of("TABLE", "events", "WIDTH", "8"));

    assertThat(environment.text("TABLE")).isEqualTo("events");
    assertThat(environment.find("OTHER")).isEmpty();
    assertThat(environment.positive("WIDTH", 4)).isEqualTo(8);
    assertThat(environment.positive("DEPTH", 4)).isEqualTo(4);
    assertThatCode(environment::verify).doesNotThrowAnyException();
  }
}
