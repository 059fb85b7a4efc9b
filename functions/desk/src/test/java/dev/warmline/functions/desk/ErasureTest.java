package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.aws.dynamo.DynamoParkedEvents;
import dev.warmline.aws.dynamo.ErasureItems;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.LeadStore.Change.PutLink;
import dev.warmline.lead.Link;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.dynamo.LaggingIndexes;
import dev.warmline.testkit.dynamo.Trouble;
import dev.warmline.testkit.dynamo.TroubledDynamo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private static final ProfileKey ADA = Profile.user("adelheid").orElseThrow().key();
  private static final ProfileKey ADDRESS =
      Profile.email("adelheid@acme.example").orElseThrow().key();
  private static final ProfileKey TABLET = Profile.anonymous("tablet").orElseThrow().key();

  private final Desk desk = new Desk();

  @Test
  void everythingThatIsKeptOfAPersonIsExported() {
    desk.qualified("adelheid");
    desk.act("kim", "adelheid", "{'act':'accepted'}");
    park("{\"type\":\"identify\",\"traits\":{\"email\":\"adelheid@acme.example\"}}");
    park("{\"type\":\"identify\",\"traits\":{\"email\":\"bob@acme.example\"}}");

    var export = desk.get("lee", "leads/adelheid/export");

    assertThat(export.status()).isEqualTo(200);
    assertThat(texts(export.body().path("persons")))
        .contains("user:adelheid", "email:adelheid@acme.example");
    assertThat(kinds(export.body()))
        .contains("lead", "history", "cycle", "notice", "address", "parked", "event", "answer");
    assertThat(records(export.body(), "event"))
        .extracting(event -> event.path("id").asText())
        .contains("adelheid-i", "adelheid-p-1", "adelheid-p-2", "adelheid-p-3");
    assertThat(records(export.body(), "parked")).hasSize(1);
    assertThat(export.body().has("next")).isFalse();
  }

  @Test
  void aLongHistoryIsExportedPageByPageAndNothingTwice() {
    desk.qualified("adelheid");
    var large = "x".repeat(20_000);
    for (var n = 0; n < 300; n++) {
      desk.stores
          .eventLog()
          .append(
              List.of(
                  TestEvents.page("adelheid-l-" + n, "/")
                      .user("adelheid")
                      .property("p", large)
                      .at(desk.now())
                      .build()));
    }

    var ids = new ArrayList<String>();
    var pages = 0;
    var next = "";
    do {
      var page =
          desk.get("lee", "leads/adelheid/export" + (next.isEmpty() ? "" : "?after=" + next));
      assertThat(page.body().toString().length()).isLessThan(3_000_000);
      records(page.body(), "event").forEach(event -> ids.add(event.path("id").asText()));
      next = page.text("/next");
      pages++;
    } while (!next.isEmpty());

    assertThat(pages).isGreaterThan(2);
    assertThat(ids).hasSize(304).doesNotHaveDuplicates();
  }

  @Test
  void ofWhoIsErasedNothingIsLeftButMarksThatNobodyCanTest() {
    desk.qualified("adelheid");
    desk.act("kim", "adelheid", "{'act':'accepted'}");
    desk.act("kim", "adelheid", "{'act':'noted','text':'adelheid likes tea'}");
    park("{\"type\":\"identify\",\"traits\":{\"email\":\"adelheid@acme.example\"}}");
    var id = desk.lead("adelheid").id();

    var first = erase("adelheid");
    desk.clock.advance(Duration.ofMinutes(1));
    var last = erase(id.value());

    assertThat(first.status()).isEqualTo(202);
    assertThat(first.body().path("beyondRecall")).isNotEmpty();
    assertThat(last.status()).isEqualTo(200);
    assertThat(last.body().path("complete").asBoolean()).isTrue();
    assertThat(everything())
        .noneMatch(it -> it.contains("adelheid") || it.contains("Jo ") || it.contains("likes tea"))
        .noneMatch(it -> it.contains(ADA.value()) || it.contains(ADDRESS.value()));
    assertThat(desk.stores.leadStore().listCycles(id))
        .singleElement()
        .satisfies(cycle -> assertThat(cycle.toldAt()).isPresent())
        .satisfies(cycle -> assertThat(cycle.qualification().traits()).isEmpty());
    assertThat(erase(id.value()).status()).isEqualTo(200);
    assertThat(desk.get("kim", "leads/adelheid").status()).isEqualTo(404);
  }

  @Test
  void aCycleThatWentOnEndsWithTheErasure() {
    desk.qualified("adelheid");
    var id = desk.lead("adelheid").id();

    erase("adelheid");

    assertThat(desk.stores.leadStore().listCycles(id))
        .hasSize(1)
        .allMatch(cycle -> cycle.ended().isPresent());
  }

  @Test
  void whatWasOnItsWayBringsNobodyBackAndTheirOwnNewFormDoes() {
    var before = identify("adelheid-i");
    desk.happen(before, desk.page("adelheid", 1));
    erase("adelheid");
    desk.clock.advance(Duration.ofMinutes(2));
    erase("adelheid");

    desk.happen(before);
    desk.happen(TestEvents.identify("late").user("adelheid").at("2026-03-02T09:59:59Z").build());
    assertThat(desk.get("kim", "leads/adelheid").status()).isEqualTo(404);

    desk.happen(identify("adelheid-new"));
    assertThat(desk.lead("adelheid").card().traits().path("email").asText())
        .isEqualTo("adelheid@acme.example");
  }

  /** A process that saw the lead which the last look removes may be about to store something. */
  @Test
  void whereTheLastLookRemovedSomebodyAnotherFollowsAMinuteLater() {
    desk.qualified("adelheid");
    erase("adelheid");
    var late = Lead.founded(new LeadId("l-late"), ADA, desk.clock.instant());
    desk.stores
        .leadStore()
        .commit(
            List.of(new PutLead(late, 0), new PutLink(ADA, Link.to(late.id()), Optional.empty())));
    desk.clock.advance(Duration.ofMinutes(1));
    var looked = erase("adelheid");
    desk.stores
        .eventLog()
        .append(
            List.of(
                TestEvents.event("i-1", EventType.IMPORT).user("adelheid").at(desk.now()).build()));
    desk.clock.advance(Duration.ofSeconds(30));
    var early = erase("adelheid");
    desk.clock.advance(Duration.ofSeconds(30));
    var ended = erase("adelheid");

    assertThat(List.of(looked.status(), early.status(), ended.status()))
        .containsExactly(202, 202, 200);
    assertThat(log(ADA)).isEmpty();
  }

  @Test
  void theTimeOfWhoIsErasedOnADeviceOfOthersFallsToNobody() {
    desk.happen(onTablet("adelheid", "1"));
    desk.clock.advance(Duration.ofMinutes(10));
    desk.happen(visit("v-1"));
    desk.clock.advance(Duration.ofMinutes(10));
    desk.happen(onTablet("bob", "2"));
    desk.clock.advance(Duration.ofMinutes(10));
    desk.happen(visit("v-2"));

    erase("adelheid");

    assertThat(log(TABLET)).extracting(Event::id).containsExactly("v-2");
    var late = TestEvents.page("v-3", "/").anonymous("tablet").at("2026-03-02T10:05:00Z").build();
    desk.happen(late);
    assertThat(desk.lead("bob").identity().owns(late)).isFalse();
    assertThat(desk.get("kim", "leads/adelheid").status()).isEqualTo(404);
  }

  @Test
  void whereverItIsInterruptedItGoesOn() {
    for (var calls = 1; calls < 400; calls++) {
      var one = new ErasureTest();
      if (!one.isStillInterruptedAfter(calls)) {
        assertThat(calls).isGreaterThan(20);
        return;
      }
    }
    throw new AssertionError("it never came to an end");
  }

  private boolean isStillInterruptedAfter(int calls) {
    desk.qualified("adelheid");
    park("{\"traits\":{\"email\":\"adelheid@acme.example\"}}");
    var left = new int[] {calls};
    var failing =
        new TroubledDynamo(
            desk.tables,
            new LaggingIndexes(List.of(), desk.clock),
            _ -> left[0]-- > 0 ? new Trouble.None() : new Trouble.Throttled());
    var isInterrupted = false;
    try {
      new Stores(failing, Desk.TABLES).eraseLead().erase("adelheid", desk.clock.instant());
    } catch (RuntimeException e) {
      isInterrupted = true;
    }

    erase("adelheid");
    desk.clock.advance(Duration.ofMinutes(1));
    desk.call("SCHEDULE", "/api/v1/erasures", "");

    assertThat(everything())
        .as("after " + calls + " calls")
        .noneMatch(it -> it.contains("adelheid") || it.contains(ADA.value()))
        .noneMatch(it -> it.contains(ADDRESS.value()));
    return isInterrupted;
  }

  private Desk.Answer erase(String lead) {
    return desk.call(
        "POST",
        "/api/v1/leads/" + lead + "/erase",
        "{\"sure\":true}",
        "Authorization",
        desk.bearer("lee"));
  }

  private Event identify(String id) {
    return TestEvents.identify(id)
        .user("adelheid")
        .trait("email", "adelheid@acme.example")
        .at(desk.now())
        .build();
  }

  private Event onTablet(String user, String id) {
    return TestEvents.identify("t-" + id).user(user).anonymous("tablet").at(desk.now()).build();
  }

  private Event visit(String id) {
    return TestEvents.page(id, "/").anonymous("tablet").at(desk.now()).build();
  }

  private void park(String raw) {
    desk.stores.parkedEvents().park(new ParkedEvent("site", "no type", desk.clock.instant(), raw));
  }

  private List<Event> log(ProfileKey profile) {
    var events = new ArrayList<Event>();
    desk.stores.eventLog().read(List.of(profile), Optional.empty(), events::add);
    return events;
  }

  /** All that is stored, in plain text. */
  private List<String> everything() {
    var parked = new DynamoParkedEvents(desk.tables, Desk.TABLES.parked(), Duration.ofDays(1));
    return Stream.concat(
            Stream.of(Desk.TABLES.events(), Desk.TABLES.leads())
                .flatMap(table -> desk.tables.items(table).stream())
                .map(item -> ErasureItems.json(item).toString()),
            parked.list(100).stream().map(ParkedEvent::raw))
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  private static List<String> kinds(JsonNode export) {
    return export.path("records").valueStream().map(it -> it.path("kind").asText()).toList();
  }

  private static List<JsonNode> records(JsonNode export, String kind) {
    return export
        .path("records")
        .valueStream()
        .filter(it -> it.has(kind))
        .map(it -> it.path(kind))
        .toList();
  }
}
