package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventLog;
import dev.warmline.event.EventLog.Appended;
import dev.warmline.event.EventType;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every event log keeps to. */
public abstract class EventLogContract {

  /** The log under test; a test starts with an empty one. */
  protected abstract EventLog log();

  @Test
  void whatWasAppendedIsReadBackUnchanged() {
    var event = TestEvents.page("e-1", "/pricing").user("u-7").build();

    var results = log().append(List.of(event));

    assertThat(results).containsExactly(Appended.STORED);
    assertThat(read(event.profile().key()))
        .extracting(EventJson::write)
        .containsExactly(EventJson.write(event));
  }

  @Test
  void theFirstWriteOfAnIdWinsAndTheSecondChangesNothing() {
    var first = TestEvents.page("e-1", "/pricing").user("u-7").build();
    var second = TestEvents.page("e-1", "/careers").user("u-7").build();

    log().append(List.of(first));
    var results = log().append(List.of(second));

    assertThat(results).containsExactly(Appended.ALREADY_THERE);
    assertThat(paths("u-7")).containsExactly("/pricing");
  }

  @Test
  void withinOneBatchTheFirstOfEqualIdsWins() {
    var first = TestEvents.page("e-1", "/pricing").user("u-7").build();
    var second = TestEvents.page("e-1", "/careers").user("u-7").build();

    var results = log().append(List.of(first, second, first));

    assertThat(results)
        .containsExactly(Appended.STORED, Appended.ALREADY_THERE, Appended.ALREADY_THERE);
    assertThat(paths("u-7")).containsExactly("/pricing");
  }

  @Test
  void behaviourOlderThanTheLogKeepsIsNotTakenAndAFactOfThatAgeIs() {
    var page = TestEvents.page("e-1", "/").user("u-7");
    var fact = TestEvents.identify("e-2").user("u-7");

    var results =
        log()
            .append(
                List.of(
                    page.at("2014-03-02T12:00:00Z").receivedAt("2026-03-02T12:00:00Z").build(),
                    fact.at("2014-03-02T12:00:00Z").receivedAt("2026-03-02T12:00:00Z").build()));

    assertThat(results).containsExactly(Appended.EXPIRED, Appended.STORED);
    assertThat(read(TestLeads.user("u-7"))).extracting(Event::id).containsExactly("e-2");
  }

  @Test
  void aPublicKeyCannotTakeThePlaceOfAServersEvent() {
    var page = TestEvents.page("order-4711", "/thanks").user("vic").browser("website").build();
    var order = TestEvents.track("order-4711", "Order Completed").user("vic").build();

    var results = log().append(List.of(page, order, page));

    assertThat(results).containsExactly(Appended.STORED, Appended.STORED, Appended.ALREADY_THERE);
    assertThat(read(TestLeads.user("vic")))
        .extracting(Event::type, Event::trust)
        .containsExactlyInAnyOrder(
            tuple(EventType.PAGE, Trust.BROWSER), tuple(EventType.TRACK, Trust.SERVER));
  }

  @Test
  void theEventsOfServersCanBeReadByThemselves() {
    log()
        .append(
            List.of(
                TestEvents.page("e-1", "/").user("u-7").browser("website").build(),
                TestEvents.page("e-2", "/").user("u-7").build(),
                TestEvents.page("e-3", "/").user("u-8").build()));

    var read = new ArrayList<String>();
    log()
        .read(
            List.of(TestLeads.user("u-7")),
            Optional.of(Trust.SERVER),
            event -> read.add(event.id()));

    assertThat(read).containsExactly("e-2");
  }

  @Test
  void aReaderThatHasEnoughIsGivenNoMore() {
    log().append(IntStream.range(0, 100).mapToObj(this::numbered).toList());

    var read = new ArrayList<String>();
    log()
        .read(
            List.of(TestLeads.user("u-7")),
            Optional.empty(),
            event -> read.add(event.id()) && read.size() < 7);

    assertThat(read).hasSize(7);
  }

  @Test
  void theSameIdOfTwoProfilesIsTwoEvents() {
    var ours = TestEvents.page("e-1", "/a").user("u-7").build();
    var theirs = TestEvents.page("e-1", "/b").user("u-8").build();

    var results = log().append(List.of(ours, theirs));

    assertThat(results).containsExactly(Appended.STORED, Appended.STORED);
    assertThat(paths("u-8")).containsExactly("/b");
  }

  @Test
  void resultsStandInTheOrderOfTheEvents() {
    var known = TestEvents.page("e-5", "/5").user("u-7").build();
    log().append(List.of(known));

    var results = log().append(IntStream.range(0, 100).mapToObj(this::numbered).toList());

    assertThat(results.indexOf(Appended.ALREADY_THERE)).isEqualTo(5);
    assertThat(results).filteredOn(Appended.STORED::equals).hasSize(99);
  }

  @Test
  void aLongHistoryIsReadWhole() {
    var padding = "x".repeat(20_000);
    var events = new ArrayList<Event>();
    for (int n = 0; n < 120; n++) {
      events.add(
          TestEvents.identify("e-" + n).user("u-7").trait("note", n + random(n) + padding).build());
    }
    log().append(events);

    var read = read(TestLeads.user("u-7"));

    assertThat(read)
        .extracting(Event::id)
        .containsExactlyInAnyOrderElementsOf(events.stream().map(Event::id).toList());
  }

  @Test
  void severalProfilesAreReadTogetherAndOthersAreNot() {
    log()
        .append(
            List.of(
                TestEvents.page("e-1", "/a").user("u-7").build(),
                TestEvents.page("e-2", "/b").anonymous("device").build(),
                TestEvents.page("e-3", "/c").user("u-9").build()));

    var read = read(TestLeads.user("u-7"), TestLeads.anonymous("device"));

    assertThat(read).extracting(Event::id).containsExactlyInAnyOrder("e-1", "e-2");
  }

  @Test
  void nothingIsReadOfStrangersAndOfNoProfiles() {
    assertThat(read(TestLeads.user("nobody-we-know"))).isEmpty();
    assertThat(read()).isEmpty();
    assertThat(log().append(List.of())).isEmpty();
  }

  @Test
  void ofManyWritersOfOneIdExactlyOneStoresIt() {
    var results = Race.of(8, n -> log().append(List.of(numberedBy("e-1", n))).getFirst());

    assertThat(Collections.frequency(results, Appended.STORED)).isEqualTo(1);
    assertThat(paths("u-7")).containsExactly("/" + results.indexOf(Appended.STORED));
  }

  @Test
  void whetherThereIsAnythingOfAProfileNeedsNoMoreThanTheFirstOfIt() {
    log().append(List.of(TestEvents.page("e-1", "/").user("u-7").build()));

    assertThat(log().knows(TestLeads.user("u-7"))).isTrue();
    assertThat(log().knows(TestLeads.user("u-8"))).isFalse();
  }

  private List<Event> read(ProfileKey... profiles) {
    var read = new ArrayList<Event>();
    log().read(List.of(profiles), Optional.empty(), read::add);
    return read;
  }

  private List<String> paths(String userId) {
    return read(TestLeads.user(userId)).stream()
        .map(event -> event.object("properties").path("path").asText())
        .toList();
  }

  private Event numbered(int n) {
    return numberedBy("e-" + n, n);
  }

  private static Event numberedBy(String id, int n) {
    return TestEvents.page(id, "/" + n).user("u-7").build();
  }

  /** Text that deflates badly, the same for the same seed. */
  private static String random(int seed) {
    var text = new StringBuilder();
    new java.util.Random(seed).ints(20_000, 33, 127).forEach(c -> text.append((char) c));
    return text.toString();
  }
}
