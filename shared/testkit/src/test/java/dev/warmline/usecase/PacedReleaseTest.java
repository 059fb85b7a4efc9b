package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Retry;
import dev.warmline.testkit.Race;
import dev.warmline.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacedReleaseTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final Optional<String> ALL = Optional.empty();
  private static final Optional<String> LARGE = Optional.of("large");
  private static final String MODEL =
      """
      {"name":"paced","scores":{"engagement":{"rules":[
         {"id":"visit","when":{"type":["page"]},"points":10}]}},
       "segments":[{"id":"large","when":{"traits":{"employees":[{"numeric":[">=",200]}]}}}],
       "routes":[{"segment":"large","queue":"large"},{"queue":"inbound"}],
       "sla":{"accept-within":"4h","business-hours":{
         "days":["mon","tue","wed","thu","fri"],"from":"09:00","to":"17:00"}},
       "qualify":{"enter":{"score":"engagement","at-least":30},
         "fast-track":[{"when":{"event":["Demo Requested"]},"says":"Requested a demo"}]}}\
      """;

  private final MemoryPipeline pipeline = new MemoryPipeline(MemoryPipeline.model(MODEL), false);

  @Test
  void soManyADayAreAnnouncedInTheHoursOfWorkUntilNobodyWaits() {
    waiting(11, 10);
    pipeline.paced.set(ALL, 4, MONDAY);

    assertThat(ticked(MONDAY, Duration.ofDays(1))).isEqualTo(4);
    assertThat(ticked(MONDAY.plus(Duration.ofDays(1)), Duration.ofDays(1))).isEqualTo(4);
    assertThat(ticked(MONDAY.plus(Duration.ofDays(2)), Duration.ofDays(3))).isEqualTo(3);

    assertThat(announced())
        .allSatisfy(
            told -> {
              assertThat(told.by()).isEqualTo(Announcement.PACE);
              assertThat(told.at().toString()).containsPattern("T(09|11|13|15):00");
            });
  }

  @Test
  void whoIsNotReadyIsPassedOver() {
    var ready =
        "\"hand-over\":\"when-ready\",\"ready\":{\"score\":\"engagement\",\"at-least\":50},";
    var model = MemoryPipeline.model(MODEL.replace("\"fast-track\"", ready + "\"fast-track\""));
    var held = new MemoryPipeline(model, false);
    var visits = List.of(visit("p-1"), visit("p-2"), visit("p-3"));
    held.append(visits);
    held.scoreUntilDone(visits, MONDAY);
    held.paced.set(ALL, 4, MONDAY);

    held.tickClock.tick("r", MONDAY.plus(Duration.ofHours(10)), 50, Set.of());

    assertThat(held.release.list(ALL))
        .extracting(one -> one.why().words())
        .containsExactly("not-ready");
    assertThat(held.leads.notices()).isEmpty();
  }

  private static Event visit(String id) {
    var just = MONDAY.minusSeconds(60).toString();
    return TestEvents.page(id, "/").user("u-1").at(just).receivedAt(just).build();
  }

  @Test
  void theHottestAndLikeliestComeFirstAndEachIsToldOnce() {
    happen("cold", 10, 3, "Newsletter");
    happen("warm", 10, 4, "Newsletter");
    happen("hot", 10, 0, "Demo Requested");
    assertThat(pipeline.release.list(ALL))
        .extracting(one -> one.tier().word() + " " + one.points())
        .containsExactly("hot 0.0", "warm 40.0", "warm 30.0");
    pipeline.paced.set(ALL, 2, MONDAY);

    ticked(MONDAY, Duration.ofDays(1));
    pipeline.sendAll(MONDAY.plus(Duration.ofDays(1)));

    assertThat(pipeline.release.list(ALL))
        .singleElement()
        .extracting(ReleaseWaiting.Waiting::points)
        .isEqualTo(30.0);
    assertThat(pipeline.publisher.published())
        .filteredOn(sent -> !sent.message().subject().contains("release, look or drop"))
        .hasSize(2);
  }

  @Test
  void aQueueWithItsOwnPaceIsLeftOutOfThatOfTheOthers() {
    waiting(3, 10);
    waiting(3, 500);
    pipeline.paced.set(LARGE, 1, MONDAY);
    pipeline.paced.set(ALL, 8, MONDAY);

    ticked(MONDAY, Duration.ofDays(1));

    assertThat(pipeline.release.list(LARGE)).hasSize(2);
    assertThat(pipeline.release.list(ALL)).hasSize(2);
  }

  @Test
  void whileItIsPausedNobodyIsAnnounced() {
    waiting(3, 10);
    pipeline.paced.set(ALL, 8, MONDAY);
    assertThat(pipeline.paced.pause(LARGE)).isEmpty();

    pipeline.paced.pause(ALL);
    assertThat(ticked(MONDAY, Duration.ofDays(1))).isZero();

    pipeline.paced.resume(ALL, MONDAY.plus(Duration.ofHours(16)));
    assertThat(ticked(MONDAY.plus(Duration.ofHours(16)), Duration.ofHours(8))).isEqualTo(1);
  }

  @Test
  void twoTicksAtOnceReleaseNoMoreThanOne() {
    waiting(9, 10);
    pipeline.paced.set(ALL, 3, MONDAY);
    var opening = MONDAY.plus(Duration.ofHours(9));

    Race.of(
        6,
        n -> {
          pipeline.tickClock.tick("r-" + n, opening, 50, Set.of());
          return n;
        });

    assertThat(announced()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTickThatDiesAtAnyCallReleasesNoMoreThanThePaceAndOneLessAtMost(boolean after) {
    var crashes = 0;
    for (var call = 0; ; call++, crashes++) {
      var test = new PacedReleaseTest();
      test.waiting(6, 10);
      test.pipeline.paced.set(ALL, 3, MONDAY);
      var crash = new CrashAt(call, after);

      test.diesAt(crash, MONDAY.plus(Duration.ofHours(9)));
      test.ticked(MONDAY, Duration.ofDays(1));

      assertThat(test.announced()).hasSizeBetween(2, 3);
      if (!crash.hasCrashed()) {
        break;
      }
    }
    assertThat(crashes).isGreaterThan(10);
  }

  private void diesAt(CrashAt crash, Instant now) {
    var store = crash.around(LeadStore.class, pipeline.leads);
    var evaluate = new EvaluateLead(pipeline.log, store, Retry.times(1));
    var release = new ReleaseWaiting(pipeline.models, store, evaluate);
    try {
      new PacedRelease(pipeline.models, store, release).release(ALL, now);
    } catch (StoreUnavailable e) {
      assertThat(e).hasMessageContaining("planned");
    }
  }

  private int ticked(Instant from, Duration time) {
    var before = announced().size();
    for (var now = from; now.isBefore(from.plus(time)); now = now.plus(Duration.ofMinutes(10))) {
      pipeline.tickClock.tick("r", now, 50, Set.of());
    }
    return announced().size() - before;
  }

  private List<Announcement.Announced> announced() {
    return pipeline.leads.all().stream()
        .map(Lead::standing)
        .filter(standing -> standing.announcement() instanceof Announcement.Announced)
        .map(standing -> (Announcement.Announced) standing.announcement())
        .toList();
  }

  private void waiting(int leads, int employees) {
    for (var n = 0; n < leads; n++) {
      var user = employees + "-" + n;
      happen(user, employees, 3, "Newsletter");
    }
  }

  /** What happened four days ago and came just now: whoever qualifies by it waits. */
  private void happen(String user, int employees, int pages, String track) {
    var events = new ArrayList<Event>();
    var identify = TestEvents.identify("i-" + user).trait("email", user + "@x.example");
    events.add(old(identify.trait("employees", employees), user));
    events.add(old(TestEvents.track("t-" + user, track), user));
    for (var n = 0; n < pages; n++) {
      events.add(old(TestEvents.page("p-" + user + n, "/"), user));
    }
    pipeline.append(events);
    pipeline.scoreUntilDone(events, MONDAY);
  }

  private static Event old(TestEvents event, String user) {
    var happened = MONDAY.minus(Duration.ofDays(4)).toString();
    return event.user(user).at(happened).receivedAt(MONDAY.minusSeconds(60).toString()).build();
  }
}
