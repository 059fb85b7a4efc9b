package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileGraphTest {
  private static final ProfileKey DEVICE = Profile.anonymous("a-1").orElseThrow().key();

  @Test
  void aDeviceJoinsTheUserWhoIdentifiesOnIt() {
    var page = page("m-1", "09:00");

    var leads = leads(page, identify("m-2", "09:05", "u-1", "browser"));

    assertThat(leads).hasSize(1);
    assertThat(leads.getFirst().persons()).isEqualTo(users("u-1"));
    assertThat(leads.getFirst().owns(page)).isTrue();
  }

  @Test
  void aDeviceThatChangesHandsIsEachOnesInTheirTime() {
    var before = page("m-0", "08:00");
    var janes = page("m-2", "09:10");
    var johns = page("m-4", "09:40");

    var leads =
        leads(
            johns,
            identify("m-3", "09:30", "u-2", "browser"),
            before,
            janes,
            identify("m-1", "09:00", "u-1", "browser"));

    assertThat(owner(leads, before)).isEqualTo(users("u-1"));
    assertThat(owner(leads, janes)).isEqualTo(users("u-1"));
    assertThat(owner(leads, johns)).isEqualTo(users("u-2"));
  }

  @Test
  void aServersWordHoldsUntilTheNextServersWhateverBrowsersSay() {
    var first = page("m-0", "09:10");
    var byServer = page("m-1", "09:40");
    var afterBrowser = page("m-2", "09:50");

    var leads =
        leads(
            identify("m-3", "09:00", "u-1", "browser"),
            identify("m-4", "09:30", "u-2", "server"),
            identify("m-5", "09:45", "u-3", "browser"),
            first,
            byServer,
            afterBrowser);

    assertThat(owner(leads, first)).isEqualTo(users("u-1"));
    assertThat(owner(leads, byServer)).isEqualTo(users("u-2"));
    assertThat(owner(leads, afterBrowser)).isEqualTo(users("u-2"));
  }

  @Test
  void aDeviceOfMoreThanTwentyPersonsIsNobodys() {
    var page = page("m-0", "23:00");
    var twenty = crowd(Timeline.MAX_PERSONS);
    twenty.add(page);
    assertThat(owner(leads(twenty.toArray(Event[]::new)), page)).isEqualTo(users("u-20"));

    var crowd = crowd(Timeline.MAX_PERSONS + 1);
    crowd.add(page);
    assertThat(leads(crowd.toArray(Event[]::new))).noneMatch(lead -> lead.owns(page));
  }

  @Test
  void twoUsersWithOneAddressAreTwoPersonsAndTheFirstKeepsIt() {
    var late = event("m-2", "09:30", "identify", ids("u-2", "jo@x.example"), "server");
    var early = event("m-1", "09:00", "identify", ids("u-1", "jo@x.example"), "server");

    var leads = leads(late, early);

    var hers = users("u-1");
    hers.add(Profile.email("jo@x.example").orElseThrow().key());
    assertThat(leads).extracting(Identity::persons).containsExactlyInAnyOrder(hers, users("u-2"));
  }

  @Test
  void aBrowserJoinsNoPersons() {
    var leads =
        leads(
            event("m-1", "09:00", "identify", "\"traits\":{\"email\":\"jo@x.example\"}", "browser"),
            event("m-2", "09:30", "identify", ids("u-1", "jo@x.example"), "browser"),
            event("m-3", "09:40", "alias", "\"userId\":\"u-1\",\"previousId\":\"u-2\"", "browser"));

    assertThat(leads).hasSize(2);
  }

  @Test
  void anEventKeptUnderADeviceThatNamesItsUserJoinsThem() {
    var kept =
        event(
            "m-1", "09:00", "track", "\"profile\":\"anonymous:a-1\",\"userId\":\"u-1\"", "browser");

    assertThat(owner(leads(kept), kept)).isEqualTo(users("u-1"));
  }

  @Test
  void theOrderOfTheEventsMakesNoDifference() {
    var events = new ArrayList<Event>();
    for (var i = 0; i < 60; i++) {
      var time = "%02d:%02d".formatted(i % 24, i % 7);
      var trust = i % 5 == 0 ? "server" : "browser";
      events.add(identify("m-" + i, time, "u-" + i % 4, trust));
      events.add(page("p-" + i, time));
    }
    events.add(event("x", "12:00", "alias", "\"userId\":\"u-1\",\"previousId\":\"u-2\"", "server"));
    var expected = ProfileGraph.leadsOf(events, _ -> true);

    for (var seed = 0; seed < 30; seed++) {
      Collections.shuffle(events, new Random(seed));
      assertThat(ProfileGraph.leadsOf(events, _ -> true)).isEqualTo(expected);
    }
  }

  private static List<Event> crowd(int size) {
    return new ArrayList<>(
        IntStream.rangeClosed(1, size)
            .mapToObj(i -> identify("c-" + i, "09:%02d".formatted(i), "u-" + i, "browser"))
            .toList());
  }

  private static List<Identity> leads(Event... events) {
    return List.copyOf(ProfileGraph.leadsOf(List.of(events), _ -> true).values());
  }

  private static SortedSet<ProfileKey> owner(List<Identity> leads, Event event) {
    var owners = leads.stream().filter(lead -> lead.owns(event)).toList();
    assertThat(owners).hasSize(1);
    assertThat(owners.getFirst().devices()).containsKey(DEVICE);
    return owners.getFirst().persons();
  }

  private static NavigableSet<ProfileKey> users(String id) {
    return new TreeSet<>(List.of(Profile.user(id).orElseThrow().key()));
  }

  private static String ids(String user, String address) {
    return "\"userId\":\"%s\",\"traits\":{\"email\":\"%s\"}".formatted(user, address);
  }

  private static Event page(String id, String time) {
    return event(id, time, "page", "\"anonymousId\":\"a-1\"", "browser");
  }

  private static Event identify(String id, String time, String user, String trust) {
    return event(
        id, time, "identify", "\"userId\":\"" + user + "\",\"anonymousId\":\"a-1\"", trust);
  }

  private static Event event(String id, String time, String type, String ids, String trust) {
    return EventJson.parse(
        "{\"id\":\"%s\",\"type\":\"%s\",\"trust\":\"%s\",\"occurredAt\":\"2026-03-01T%s:00Z\",%s}"
            .formatted(id, type, trust, time, ids));
  }
}
