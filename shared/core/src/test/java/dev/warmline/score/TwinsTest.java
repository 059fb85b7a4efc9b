package dev.warmline.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Trust;
import dev.warmline.rule.Model;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** An id counts once within a lead. */
class TwinsTest {
  private static final String NOW = "2026-03-20T12:00:00Z";
  private static final String TWENTY_DAYS = ",'lookback':'20d','retention':'20d'";
  private static final Model MODEL =
      Sample.model(
          "{'id':'seen','points':1,'when':{'type':['page']}},"
              + "{'id':'bought','points':10,'when':{'event':['Order Completed']}}");

  @Test
  void aBrowserCannotTakeThePlaceOfTheOrderThatAServerSendsUnderTheSameId() {
    var page = sent("order-4711", "browser", "userId", "vic", "2026-03-20T09:00:00Z", "page");
    var order = sent("order-4711", "server", "userId", "vic", "2026-03-20T09:00:05Z", "order");

    assertThat(Sample.hits(MODEL, NOW, page)).containsExactly("order-4711");
    assertThat(Sample.points(MODEL, NOW, page, order)).isEqualTo("10");
    assertThat(card(page, order).traits().path("purchases").intValue()).isEqualTo(1);
  }

  @Test
  void whatBrowserAndServerBothSendIsCountedOnceAndTheServersCounts() {
    var browser = sent("m", "browser", "anonymousId", "dev", "2026-03-20T09:00:00Z", "order");
    var server = sent("m", "server", "userId", "vic", "2026-03-20T10:00:00Z", "order");

    assertThat(Sample.points(MODEL, NOW, browser, server)).isEqualTo("10");
    assertThat(card(browser, server).latestHit()).contains(server.occurredAt());
  }

  @Test
  void whatOneBrowserSendsBeforeAndAfterAnIdentifyIsCountedOnceWhereItWasFirst() {
    var before = sent("m", "browser", "anonymousId", "dev", "2026-03-20T09:00:00Z", "page");
    var after = sent("m", "browser", "userId", "vic", "2026-03-20T09:00:30Z", "page");

    assertThat(Sample.points(MODEL, NOW, after, before)).isEqualTo("1");
    assertThat(card(after, before).latestHit()).contains(before.occurredAt());
  }

  @Test
  void aCopyADayAfterTheEarliestOpensAWindowOfItsOwn() {
    var first = sent("m", "browser", "anonymousId", "dev", "2026-03-18T09:00:00Z", "page");
    var near = sent("m", "browser", "userId", "vic", "2026-03-19T08:59:59.999Z", "page");
    var far = sent("m", "browser", "userId", "vic", "2026-03-19T09:00:00Z", "page");

    assertThat(Sample.points(MODEL, NOW, first, near)).isEqualTo("1");
    assertThat(Sample.points(MODEL, NOW, first, far)).isEqualTo("2");
  }

  @Test
  void whatNoRuleAndNoFactLooksAtTakesNobodysPlace() {
    var unseen = sent("m", "server", "userId", "vic", "2026-03-20T08:00:00Z", "screen");
    var page = sent("m", "browser", "anonymousId", "dev", "2026-03-20T09:00:00Z", "page");

    assertThat(Sample.points(MODEL, NOW, unseen, page)).isEqualTo("1");
  }

  @Test
  void pointsThatPeopleGaveCountEachAsTheLogHoldsThem() {
    var given = new ArrayList<Event>();
    for (var user : List.of("vic", "vera")) {
      given.add(sent("m", "server", "userId", user, "2026-03-20T08:00:00Z", "adjustment"));
    }
    given.add(sent("m", "browser", "userId", "vic", "2026-03-20T09:00:00Z", "page"));

    assertThat(Sample.points(MODEL, NOW, given.toArray(Event[]::new))).isEqualTo("7");
  }

  @Test
  void theCopyThatIsLeftCountsOnceTheOtherHasExpired() {
    var early = sent("m", "browser", "anonymousId", "dev", "2026-03-01T00:00:00Z", "page");
    var late = sent("m", "browser", "userId", "vic", "2026-03-01T20:00:00Z", "page");
    var model = Sample.model("{'id':'r','points':1,'when':{'type':['page']}}", TWENTY_DAYS);

    assertThat(Sample.points(model, "2026-03-20T23:59:59.999Z", early, late)).isEqualTo("1");
    assertThat(Sample.points(model, "2026-03-21T00:00:00Z", early, late)).isEqualTo("1");
    assertThat(Sample.points(model, "2026-03-21T20:00:00Z", early, late)).isEqualTo("0");
  }

  @Test
  void aCopyThatMayBeOneOfTheLastDayNeedsTheLog() {
    var log = new ArrayList<Event>();
    for (var i = 0; i < 40; i++) {
      var at = Instant.parse("2026-03-18T00:00:00Z").plus(Duration.ofHours(i)).toString();
      log.add(sent("e" + i, "browser", "anonymousId", "dev", at, "page"));
    }

    assertThat(continued(log, "e39")).isEmpty();
    assertThat(continued(log, "e10")).isEmpty();
    assertThat(continued(log, "e1")).isPresent();
    assertThat(continued(log, "new")).isPresent();
  }

  @Test
  void moreIdsInADayThanACheckpointKeepsLeaveNone() {
    var log = new ArrayList<Event>();
    for (var i = 0; i < 1_100; i++) {
      var at = Instant.parse("2026-03-20T09:00:00Z").plusSeconds(i).toString();
      log.add(sent("e" + i, "browser", "anonymousId", "dev", at, "page"));
    }

    assertThat(checkpoint(log)).isEmpty();
    assertThat(checkpoint(log.subList(0, 900))).isPresent();
  }

  @Property(tries = 1_000)
  void theEventsThatCountAreThoseOfThePlainReference(@ForAll long seed) {
    var cases = new RandomCases(seed);
    var history = History.of(cases.historyWithTwins(25, 50), cases.model());
    var counting = CountingEvents.at(Millis.of(cases.asOf()), history);

    assertThat(counting.events()).isEqualTo(plainly(counting.withTwins()));
  }

  /** Window by window, without care for speed. */
  private static List<LoggedEvent> plainly(List<LoggedEvent> events) {
    var byId = new TreeMap<String, List<LoggedEvent>>();
    for (var event : events) {
      if (Fold.looksAt(event)) {
        byId.computeIfAbsent(event.event().id(), id -> new ArrayList<>()).add(event);
      }
    }
    Set<LoggedEvent> left = new HashSet<>(events);
    byId.values().forEach(copies -> left.removeAll(passedOver(copies)));
    return events.stream().filter(left::contains).toList();
  }

  private static Collection<LoggedEvent> passedOver(List<LoggedEvent> copies) {
    var passedOver = new ArrayList<LoggedEvent>();
    var rest = copies;
    while (!rest.isEmpty()) {
      var end = rest.getFirst().event().occurredAt().plus(Duration.ofHours(24));
      var window = rest.stream().filter(e -> e.event().occurredAt().isBefore(end)).toList();
      var counts =
          window.stream()
              .filter(event -> event.event().trust() == Trust.SERVER)
              .findFirst()
              .orElse(window.getFirst());
      window.stream().filter(event -> event != counts).forEach(passedOver::add);
      rest = rest.subList(window.size(), rest.size());
    }
    return passedOver;
  }

  private static Optional<Checkpoint.Scored> continued(List<Event> log, String id) {
    var twin = sent(id, "server", "userId", "vic", "2026-03-19T16:00:00Z", "page");
    return Checkpoint.continued(
        checkpoint(log).orElseThrow(), List.of(twin), MODEL, "1", Instant.parse(NOW));
  }

  private static Optional<ObjectNode> checkpoint(List<Event> log) {
    return Checkpoint.ofLog(log, MODEL, "1", Instant.parse(NOW)).checkpoint();
  }

  private static Scorecard card(Event... events) {
    return Scorer.score(List.of(events), MODEL, Instant.parse(NOW));
  }

  private static Event sent(
      String id, String trust, String key, String who, String at, String what) {
    var json = EventJson.newObject().put("id", id).put("trust", trust).put(key, who);
    json.put("occurredAt", at);
    switch (what) {
      case "order" -> json.put("type", "track").put("event", "Order Completed");
      case "adjustment" -> json.put("type", what).put("score", "s").put("points", 3);
      default -> json.put("type", what);
    }
    return EventJson.of(json);
  }
}
