package dev.warmline.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.functions.notify.NotifyHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.event.ruler.Machine;

class FiltersTest {
  private static final Machine SCORE = machine("score", "Stored");
  private static final Machine DETECT = machine("detect", "NewNotice");

  @ParameterizedTest
  @CsvSource({
    "INSERT, NOTICES, true",
    "MODIFY, NOTICES, false",
    "REMOVE, NOTICES, false",
    "INSERT, STAGES,  false",
    "INSERT, CYCLES,  false",
    "INSERT, LEAD,    false",
    "MODIFY, LEAD,    false",
    "REMOVE, LEAD,    false",
    "INSERT, LINK,    false",
  })
  void detectIsCalledForNewNoticesOnly(String change, String kind, boolean called)
      throws Exception {
    var sk = (String) Schema.class.getField(kind).get(null) + "1";
    var record =
        """
        {"eventName":"%s","dynamodb":{"Keys":{"%s":{"S":"lead"},"%s":{"S":"%s"}}}}\
        """
            .formatted(change, Schema.PK, Schema.SK, sk);

    assertThat(!DETECT.rulesForJSONEvent(record).isEmpty()).isEqualTo(called);
  }

  @Test
  void notifyIsCalledForTheStepsItsOwnFilterNames() throws Exception {
    var patterns = event("notify", "Step").at("FilterCriteria").at("Filters").elements();
    try (var own = NotifyHandler.class.getResourceAsStream("/step-filters.json")) {
      var named = new ArrayList<String>();
      new ObjectMapper().readTree(own).forEach(it -> named.add(it.toString()));

      assertThat(patterns).extracting(it -> it.at("Pattern").text()).isEqualTo(named);
    }
    assertThat(event("notify", "Step").at("FunctionResponseTypes").elements())
        .extracting(Tree::text)
        .containsExactly("ReportBatchItemFailures");
  }

  @ParameterizedTest
  @CsvSource({"INSERT, true", "MODIFY, false", "REMOVE, false"})
  void scoreIsCalledForNewEventsOnly(String change, boolean called) throws Exception {
    var record =
        """
        {"eventName":"%s","dynamodb":{"Keys":{"pk":{"S":"u-1"},"sk":{"S":"e-1"}},\
        "NewImage":{"pk":{"S":"u-1"},"n":{"N":"7"}}}}\
        """
            .formatted(change);

    assertThat(!SCORE.rulesForJSONEvent(record).isEmpty()).isEqualTo(called);
  }

  /** What changes a lead comes in crowds; what sales must hear of is rare and shall not wait. */
  @Test
  void eventsAreCollectedForASecondAndAlertsDoNotWait() {
    var window = "MaximumBatchingWindowInSeconds";

    assertThat(event("score", "Stored").at(window).text()).isEqualTo("1");
    assertThat(event("detect", "NewNotice").at(window).text()).isEqualTo("0");
  }

  @Test
  void streamsAreReadAsTheDesignSays() {
    assertThat(event("score", "Stored").at("BatchSize").text()).isEqualTo("100");
    assertThat(event("detect", "NewNotice").at("BatchSize").text())
        .as("at five a second they must be out before the function is stopped")
        .isEqualTo("25");
    for (var event : List.of(event("score", "Stored"), event("detect", "NewNotice"))) {
      assertThat(event.at("StartingPosition").text()).isEqualTo("TRIM_HORIZON");
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
}
