package dev.warmline.functions.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.lead.LeadId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.event.ruler.Ruler;

class EdgeTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          INSERT, LEAD,       '',       MQL,      true
          MODIFY, LEAD,       Prospect, MQL,      true
          MODIFY, LEAD,       Recycled, MQL,      true
          MODIFY, LEAD,       '',       MQL,      true
          MODIFY, LEAD,       MQL,      MQL,      false
          MODIFY, LEAD,       MQL,      SAL,      false
          MODIFY, LEAD,       Prospect, Prospect, false
          MODIFY, LEAD,       MQL,      '',       false
          INSERT, LEAD,       '',       Prospect, false
          REMOVE, LEAD,       MQL,      '',       false
          INSERT, STAGE#0001, '',       MQL,      false
          INSERT, ALERT#1,    '',       MQL,      false
          MODIFY, ALERT#1,    '',       MQL,      false
          INSERT, HOT#1#abc,  '',       '',       true
          MODIFY, HOT#1#abc,  '',       '',       false
          REMOVE, HOT#1#abc,  '',       '',       false
          INSERT, ALERT#1#HOT#abc, '',  '',       false
          INSERT, LINK,       '',       '',       false
          """)
  void filterAndHandlerSeeTheSameEdge(
      String name, String sk, String oldStage, String newStage, boolean edge) throws Exception {
    var record = StreamRecords.change(name, "l-ada", sk, oldStage, newStage);

    var seen = Edge.of(StreamRecords.batch(record).getRecords().getFirst());

    assertThat(passesFilter(record.toString())).isEqualTo(edge);
    assertThat(seen.isPresent()).isEqualTo(edge);
  }

  @Test
  void theEdgeNamesTheLead() {
    var record = StreamRecords.change("MODIFY", "l-ada", "LEAD", "Prospect", "MQL");

    assertThat(Edge.of(StreamRecords.batch(record).getRecords().getFirst()))
        .contains(new LeadId("l-ada"));
  }

  @Test
  void anEdgeThatNamesNoLeadIsRefused() {
    var record = StreamRecords.change("MODIFY", "u.ada", "LEAD", "Prospect", "MQL");
    var bound = StreamRecords.batch(record).getRecords().getFirst();

    assertThatThrownBy(() -> Edge.of(bound)).isInstanceOf(RuntimeException.class);
  }

  private static boolean passesFilter(String record) throws Exception {
    for (var filter : StreamRecords.resource("/notice-filters.json")) {
      if (Ruler.matchesRule(record, filter.toString())) {
        return true;
      }
    }
    return false;
  }
}
