package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileGraphTest {
  private static final ProfileKey DEVICE = Profile.anonymous("a-1").orElseThrow().key();
  private static final ProfileKey JANE = Profile.user("u-1").orElseThrow().key();
  private static final ProfileKey JOHN = Profile.user("u-2").orElseThrow().key();

  @Test
  void aDeviceJoinsTheUserWhoIdentifiesOnIt() {
    var leads =
        ProfileGraph.leadsOf(
            List.of(page("m-1", "a-1"), identify("m-2", "09:05", "u-1", "browser")));

    assertThat(leads).containsOnlyKeys(LeadId.foundedBy(JANE));
    assertThat(leads.values()).containsExactly(sorted(DEVICE, JANE));
  }

  @Test
  void theEarliestIdentifyOwnsADeviceWhateverTheOrderOfTheEvents() {
    var early = identify("m-1", "09:00", "u-1", "browser");
    var late = identify("m-2", "09:30", "u-2", "browser");

    var leads = ProfileGraph.leadsOf(List.of(late, early));

    assertThat(leads.get(LeadId.foundedBy(JANE))).isEqualTo(sorted(DEVICE, JANE));
    assertThat(leads.get(LeadId.foundedBy(JOHN))).isEqualTo(sorted(JOHN));
  }

  @Test
  void aServersIdentifyBeatsAnEarlierOneFromABrowser() {
    var browser = identify("m-1", "09:00", "u-1", "browser");
    var server = identify("m-2", "09:30", "u-2", "server");

    var leads = ProfileGraph.leadsOf(List.of(browser, server));

    assertThat(leads.get(LeadId.foundedBy(JOHN))).isEqualTo(sorted(DEVICE, JOHN));
  }

  @Test
  void anEventKeptUnderADeviceThatNamesItsUserJoinsThem() {
    var kept =
        event(
            "m-1", "09:00", "track", "\"profile\":\"anonymous:a-1\",\"userId\":\"u-1\"", "browser");

    var leads = ProfileGraph.leadsOf(List.of(kept));

    assertThat(leads.get(LeadId.foundedBy(JANE))).isEqualTo(sorted(DEVICE, JANE));
  }

  private static java.util.SortedSet<ProfileKey> sorted(ProfileKey... profiles) {
    return new java.util.TreeSet<>(Set.of(profiles));
  }

  private static Event page(String id, String device) {
    return event(id, "09:00", "page", "\"anonymousId\":\"" + device + "\"", "browser");
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
