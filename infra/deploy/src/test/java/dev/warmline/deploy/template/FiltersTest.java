package dev.warmline.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.Schema;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.event.ruler.Machine;

class FiltersTest {
  private static final Machine SCORE = machine("score", "Stored");
  private static final Machine DETECT = machine("detect", "BecameMql");

  @ParameterizedTest
  @CsvSource({
    "MODIFY, LEAD,   MQL,      Prospect, true",
    "MODIFY, LEAD,   MQL,      Recycled, true",
    "MODIFY, LEAD,   MQL,      -,        true",
    "INSERT, LEAD,   MQL,      none,     true",
    "MODIFY, LEAD,   MQL,      MQL,      false",
    "MODIFY, LEAD,   SAL,      MQL,      false",
    "MODIFY, LEAD,   Prospect, Suspect,  false",
    "INSERT, LEAD,   Prospect, none,     false",
    "INSERT, ALERT#1, MQL,     none,     false",
    "INSERT, STAGE#1, MQL,     none,     false",
    "MODIFY, NOTE#1, MQL,      Prospect, false",
    "INSERT, HOT#1#a, -,       none,     true",
    "MODIFY, HOT#1#a, -,       -,        false",
    "REMOVE, HOT#1#a, none,    -,        false",
    "REMOVE, LEAD,   none,     MQL,      false",
    "MODIFY, LEAD,   -,        Prospect, false",
  })
  void detectIsCalledForTheEdgeIntoMqlAndForNewSignalsOnly(
      String change, String sk, String now, String before, boolean called) throws Exception {
    var record = lead(change, sk, image("NewImage", now), image("OldImage", before));

    assertThat(!DETECT.rulesForJSONEvent(record).isEmpty()).isEqualTo(called);
  }

  @ParameterizedTest
  @CsvSource({"INSERT, true", "MODIFY, false", "REMOVE, false"})
  void scoreIsCalledForNewEventsOnly(String change, boolean called) throws Exception {
    var record =
        """
        {"eventName":"%s","dynamodb":{"Keys":{"pk":{"S":"u-1"},"sk":{"S":"e-1"}},\
        "NewImage":{"pk":{"S":"u-1"},"n":{"N":"7"}}}}"""
            .formatted(change);

    assertThat(!SCORE.rulesForJSONEvent(record).isEmpty()).isEqualTo(called);
  }

  /** What changes a lead comes in crowds; what sales must hear of is rare and shall not wait. */
  @Test
  void eventsAreCollectedForASecondAndAlertsDoNotWait() {
    var window = "MaximumBatchingWindowInSeconds";

    assertThat(event("score", "Stored").at(window).text()).isEqualTo("1");
    assertThat(event("detect", "BecameMql").at(window).text()).isEqualTo("0");
  }

  @Test
  void streamsAreReadAsTheDesignSays() {
    for (var event : List.of(event("score", "Stored"), event("detect", "BecameMql"))) {
      assertThat(event.at("StartingPosition").text()).isEqualTo("TRIM_HORIZON");
      assertThat(event.at("BatchSize").text()).isEqualTo("100");
      assertThat(Integer.parseInt(event.at("ParallelizationFactor").text())).isBetween(2, 5);
      assertThat(event.at("MaximumRetryAttempts").text()).isEqualTo("-1");
      assertThat(event.at("MaximumRecordAgeInSeconds").text()).isEqualTo("21600");
      assertThat(event.at("BisectBatchOnFunctionError").text()).isEqualTo("true");
      assertThat(event.at("FunctionResponseTypes").elements())
          .extracting(Tree::text)
          .containsExactly("ReportBatchItemFailures");
    }
  }

  private static Tree event(String function, String name) {
    return Template.main().function(function).at("Events").at(name).at("Properties");
  }

  private static Machine machine(String function, String event) {
    var machine = Machine.builder().build();
    var filters = event(function, event).at("FilterCriteria").at("Filters").elements();
    for (var filter : filters) {
      var pattern = filter.at("Pattern").text();
      try {
        machine.addRule(pattern, pattern);
      } catch (IOException e) {
        throw new IllegalStateException(pattern, e);
      }
    }
    return machine;
  }

  private static String lead(String change, String sk, String now, String before) {
    return """
        {"eventName":"%s","dynamodb":{"Keys":{"%s":{"S":"lead"},"%s":{"S":"%s"}}%s%s}}"""
        .formatted(change, Schema.PK, Schema.SK, sk, now, before);
  }

  /** An image with this stage; {@code -} for an image without one, {@code none} for no image. */
  private static String image(String name, String stage) {
    return switch (stage) {
      case "none" -> "";
      case "-" -> image(name, Schema.PK, "lead");
      default -> image(name, Schema.STAGE, stage);
    };
  }

  private static String image(String name, String attribute, String value) {
    return ",\"%s\":{\"%s\":{\"S\":\"%s\"}}".formatted(name, attribute, value);
  }
}
