package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.lead.Card;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.CycleRecord.Mark;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore.Change.PutCycle;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.TestLeads;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CycleIndexTest {
  private static final LocalDate WEEK = LocalDate.parse("2026-03-02");

  private final TableNames tables = LocalDynamo.freshTables();
  private final DynamoLeadStore store = new DynamoLeadStore(LocalDynamo.client(), tables.leads());
  private final CycleIndex index = new CycleIndex(LocalDynamo.client(), tables.leads());

  @Test
  void aCycleIsFoundAmongThoseThatGoOnAndLaterInTheWeekInWhichItEnded() {
    var cycle = TestLeads.cycle(12);
    put("u-1", cycle);
    put("u-2", marked(cycle, "accepted", "2026-03-03T10:00:00Z", Stage.SAL));
    put("u-3", marked(cycle, "returned", "2026-03-08T23:59:59Z", Stage.RECYCLED));
    assertThat(goingOn()).containsExactlyInAnyOrder("u-1", "u-2");
    assertThat(ended(WEEK)).containsExactly("u-3");

    put("u-1", marked(cycle, "won", "2026-03-09T00:00:00Z", Stage.CUSTOMER));
    assertThat(goingOn()).containsExactly("u-2");
    assertThat(ended(WEEK)).containsExactly("u-3");
    assertThat(ended(WEEK.plusWeeks(1))).containsExactly("u-1");
  }

  @Test
  void aCycleThatIsTakenUpAgainGoesOn() {
    var expired = marked(TestLeads.cycle(1), "expired", "2026-03-03T10:00:00Z", Stage.RECYCLED);
    put("u-1", expired);
    put("u-1", marked(expired, "accepted", "2026-03-04T10:00:00Z", Stage.SAL));

    assertThat(goingOn()).containsExactly("u-1");
    assertThat(ended(WEEK)).isEmpty();
  }

  @Test
  void noMoreAreReadThanWanted() {
    for (var i = 0; i < 5; i++) {
      put("u-" + i, TestLeads.cycle(1));
    }
    var found = new ArrayList<CycleRecord>();

    assertThat(index.goingOn(3, kept -> found.add(kept.record()))).isEqualTo(3);
    assertThat(found).hasSize(3).containsOnly(TestLeads.cycle(1));
  }

  @Test
  void whoOnlyLacksWhatIsRequiredIsCounted() {
    lead("u-1", "{\"enter\":true,\"missing\":[\"email\"]}");
    lead("u-2", "{\"enter\":true,\"missing\":[]}");
    lead("u-3", "{\"enter\":false,\"missing\":[\"email\"]}");

    assertThat(index.incomplete(10)).isEqualTo(1);
  }

  private void lead(String user, String qualifies) {
    var card = EventJson.newObject();
    card.set("qualifies", json(qualifies));
    var lead =
        TestLeads.next(TestLeads.lead(user, Stage.PROSPECT), Stage.PROSPECT, Optional.empty());
    store.commit(
        List.of(
            new PutLead(lead.with(new Card(1, card, EventJson.newObject(), Optional.empty())), 0)));
  }

  private static JsonNode json(String text) {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private List<String> goingOn() {
    var found = new ArrayList<String>();
    index.goingOn(100, kept -> found.add(name(kept.lead())));
    return found;
  }

  private List<String> ended(LocalDate monday) {
    var found = new ArrayList<String>();
    index.ended(monday, 100, kept -> found.add(name(kept.lead())));
    return found;
  }

  private static String name(LeadId lead) {
    return List.of("u-1", "u-2", "u-3").stream()
        .filter(user -> TestLeads.idOf(user).equals(lead))
        .findFirst()
        .orElse("nobody");
  }

  private void put(String user, CycleRecord cycle) {
    store.commit(List.of(new PutCycle(TestLeads.idOf(user), cycle)));
  }

  private static CycleRecord marked(CycleRecord cycle, String act, String at, Stage to) {
    var marks = new ArrayList<>(cycle.marks());
    marks.add(new Mark(act, Instant.parse(at), "kim", to, act, EventJson.newObject()));
    return new CycleRecord(
        cycle.number(),
        cycle.opened(),
        cycle.why(),
        cycle.qualification(),
        cycle.announcement(),
        cycle.announced(),
        cycle.hands(),
        cycle.deadlines(),
        marks);
  }
}
