package dev.warmline.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AbsencesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-08-05");
  private static final Away SUMMER = Away.parse("2026-08-03..2026-08-14").orElseThrow();

  @Test
  void anAbsenceIsAddedOnceAndTheFileItWasAddedToStays() {
    var file = file("{'people':{'kim':{'away':['2026-01-02']}}}");

    var away = Absences.with(Absences.with(file, "kim", SUMMER), "kim", SUMMER);

    assertThat(away)
        .isEqualTo(file("{'people':{'kim':{'away':['2026-01-02','2026-08-03..2026-08-14']}}}"));
    assertThat(file).isEqualTo(file("{'people':{'kim':{'away':['2026-01-02']}}}"));
  }

  @Test
  void whoIsBackHasNoAbsenceThatLastsOrIsToCome() {
    var file =
        file("{'people':{'kim':{'away':['2026-01-02','2026-08-03..2026-08-05','2026-12-24']}}}");

    assertThat(Absences.without(file, "kim", TODAY))
        .isEqualTo(file("{'people':{'kim':{'away':['2026-01-02']}}}"));
  }

  @Test
  void whatWasSaidByCommandIsCarriedIntoTheNextFile() {
    var before =
        file(
            "{'people':{'kim':{'away':['2026-08-03..2026-08-14','2026-01-02']},"
                + "'sam':{'away':['2026-12-24']}}}");
    var next = file("{'people':{'kim':{'name':'Kim'},'bo':{}},'queues':{}}");

    assertThat(Absences.carried(before, next, TODAY))
        .isEqualTo(
            file(
                "{'people':{'kim':{'name':'Kim','away':['2026-08-03..2026-08-14']},'bo':{}},'queues':{}}"));
  }

  private static ObjectNode file(String json) {
    try {
      return (ObjectNode) Json.read(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
