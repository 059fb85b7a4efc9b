package dev.warmline.functions.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.NoticeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.event.ruler.Ruler;

class NewNoticeTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          INSERT, NOTICE#l-ada.1,             true
          INSERT, NOTICE#l-ada.2.hot-Zq3x,    true
          INSERT, NOTICE#w-a.0.waiting-day,   true
          MODIFY, NOTICE#l-ada.1,             false
          REMOVE, NOTICE#l-ada.1,             false
          INSERT, LEAD,                       false
          MODIFY, LEAD,                       false
          REMOVE, LEAD,                       false
          INSERT, STAGE#000001,               false
          INSERT, CYCLE#000001,               false
          INSERT, ACT,                        false
          INSERT, SENT,                       false
          INSERT, LINK,                       false
          """)
  void filterAndHandlerSeeTheSameNotice(String name, String sk, boolean isNew) throws Exception {
    var record = StreamRecords.change(name, "l-ada", sk);

    var seen = NewNotice.of(StreamRecords.batch(record).getRecords().getFirst());

    assertThat(passesFilter(record.toString())).isEqualTo(isNew);
    assertThat(seen.isPresent()).isEqualTo(isNew);
  }

  @Test
  void theNoticeIsNamedByItsSortKey() {
    var record = StreamRecords.change("INSERT", "l-ada", Schema.NOTICES + "l-ada.3");

    assertThat(NewNotice.of(StreamRecords.batch(record).getRecords().getFirst()))
        .contains(NoticeId.qualified(new LeadId("l-ada"), 3));
  }

  @Test
  void aNoticeWithoutAnIdIsRefused() {
    var record = StreamRecords.change("INSERT", "l-ada", Schema.NOTICES + "nobody");
    var bound = StreamRecords.batch(record).getRecords().getFirst();

    assertThatThrownBy(() -> NewNotice.of(bound)).isInstanceOf(IllegalArgumentException.class);
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
