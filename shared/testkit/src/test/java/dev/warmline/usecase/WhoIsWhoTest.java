package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.lead.Identity;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.ProfileGraph;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Whose;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whose events are, as people come and go on devices: the faults of other systems first. */
class WhoIsWhoTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private static final String ANY = "anything";

  private final MemoryPipeline pipeline = new MemoryPipeline();

  @Test
  void twoWhoTakeOneTabletAtTheSameInstantStayTwo() {
    send(page("m-1", "09:00", "tablet"));
    var anna = identify("m-2", "09:10", "anna", "tablet", "browser");
    var bob = identify("m-3", "09:20", "bob", "tablet", "browser");
    pipeline.append(List.of(anna, bob));

    var annas = after("commit", ANY, () -> pipeline.scoreUntilDone(List.of(bob), NOW));
    new Whose(annas, Retry.times(5), () -> new LeadId("l-anna"), new KnownClaims())
        .leadsOf(anna, NOW);
    pipeline.scoreUntilDone(List.of(anna), NOW);
    pipeline.tickClock.tick("test", NOW.plusSeconds(120), 100, Set.of());

    assertThat(lead("anna").id()).isNotEqualTo(lead("bob").id());
    assertThat(points("anna")).isEqualTo(10);
    assertThat(points("bob")).isZero();
    assertLikeOffline();
  }

  @Test
  void threePeopleOnAFairsTabletEachHaveWhatIsTheirs() {
    for (var who : List.of("ann", "bea", "cy")) {
      var hour = 9 + "abc".indexOf(who.charAt(0));
      send(identify("i-" + who, hour + ":00", who, "fair", "browser"));
      send(page("p-" + who, hour + ":30", "fair"));
      if (who.equals("ann")) {
        send(page("q-" + who, hour + ":40", "fair"));
      }
    }
    send(
        TestEvents.track("d", "Demo Requested")
            .at("2026-03-10T11:50:00Z")
            .anonymous("fair")
            .browser("web")
            .build());

    assertThat(points("ann")).isEqualTo(20);
    assertThat(points("bea")).isEqualTo(10);
    assertThat(points("cy")).isEqualTo(10);
    assertThat(lead("cy").identity().has(TestLeads.anonymous("fair"))).isTrue();
    assertLikeOffline();
  }

  @Test
  void aPersonOfSixtyDevicesKeepsTheNewestAndParksNothing() {
    var start = LocalDate.parse("2025-01-06");
    for (var week = 0; week < 60; week++) {
      var day = start.plusWeeks(week);
      var events = new ArrayList<Event>();
      events.add(
          TestEvents.identify("i-" + week)
              .at(day + "T09:00:00Z")
              .user("vic")
              .anonymous("device-" + week)
              .browser("web")
              .build());
      pipeline.append(events);
      pipeline.scoreUntilDone(events, NOW);
    }

    assertThat(pipeline.parked.all()).isEmpty();
    var devices = lead("vic").identity().devices();
    assertThat(devices).hasSize(Identity.MAX_DEVICES);
    assertThat(devices).containsKey(TestLeads.anonymous("device-59"));
    assertThat(devices).doesNotContainKey(TestLeads.anonymous("device-0"));
    assertLikeOffline();

    send(identify("again", "09:00", "vic", "device-0", "browser"));

    assertThat(lead("vic").identity().devices()).containsKey(TestLeads.anonymous("device-0"));
    assertLikeOffline();
  }

  @Test
  void aDeviceAloneIsNoLead() {
    send(page("m-1", "09:00", "tablet"));
    send(
        TestEvents.event("g", EventType.GROUP)
            .at("2026-03-10T09:10:00Z")
            .anonymous("tablet")
            .trait("name", "Acme")
            .browser("web")
            .build());

    assertThat(pipeline.leads.all()).isEmpty();
  }

  @Test
  void aLogInOnADeviceClaimsItWithoutAnIdentify() {
    send(page("m-1", "09:00", "tablet"));
    send(
        TestEvents.page("m-2", "/pricing")
            .at("2026-03-10T09:10:00Z")
            .user("vic")
            .anonymous("tablet")
            .browser("web")
            .build());

    assertThat(points("vic")).isEqualTo(20);
  }

  @Test
  void anAddressGoesToTheUserWhoHadItFirstWithWhatItDidOnDevices() {
    send(
        TestEvents.identify("form")
            .at("2026-03-10T08:00:00Z")
            .anonymous("tablet")
            .trait("email", "jo@acme.example")
            .browser("web")
            .build());
    send(page("p", "08:30", "tablet"));
    send(given("late", "10:00", "u-2"));
    assertThat(points("u-2")).isEqualTo(10);

    send(given("early", "09:00", "u-1"));

    assertThat(points("u-1")).isEqualTo(10);
    assertThat(points("u-2")).isZero();
    assertLikeOffline();
  }

  @Test
  void aDeviceOfAnAddressThatGoesToAnotherMeanwhileGoesWithIt() {
    send(given("m-1", "08:00", "ann"));
    var form =
        TestEvents.identify("m-2")
            .at(at("09:00"))
            .anonymous("tablet")
            .trait("email", "jo@acme.example")
            .browser("web")
            .build();
    var earlier = given("m-3", "07:00", "bea");
    pipeline.append(List.of(form, earlier));

    var tablets =
        after(
            "findTimeline",
            TestLeads.anonymous("tablet"),
            () -> pipeline.scoreUntilDone(List.of(earlier), NOW));
    new Whose(tablets, Retry.times(5), () -> new LeadId("l-form"), new KnownClaims())
        .leadsOf(form, NOW);

    assertThat(lead("bea").identity().has(TestLeads.anonymous("tablet"))).isTrue();
    assertLikeOffline();
  }

  @Test
  void theSecondAlertForOneAddressNamesTheFirstLead() {
    var form = TestEvents.identify("form").at(at("08:00")).trait("email", "jo@acme.example");
    send(form.anonymous("tablet").browser("web").build());
    six("a", TestEvents.page("x", "/pricing").anonymous("tablet"));
    send(
        TestEvents.identify("login")
            .at(at("10:00"))
            .user("u-1")
            .trait("email", "Jo@acme.example")
            .browser("web")
            .build());
    six("b", TestEvents.page("x", "/pricing").user("u-1"));
    pipeline.sendAll(NOW);

    var first = pipeline.leads.all().getFirst().id().value();
    assertThat(pipeline.publisher.published()).hasSize(2);
    assertThat(pipeline.publisher.published().getFirst().message().text())
        .doesNotContain("Sales has");
    assertThat(pipeline.publisher.published().getLast().message().text())
        .contains(
            "Sales has another lead with this e-mail address, typed by somebody, not confirmed: "
                + first);
  }

  @Test
  void anAlertNamesTheLeadWhoseAddressAServerSetBeforeAnyWhoTypedIt() {
    for (var user : List.of("a-1", "known", "z-9")) {
      var login = TestEvents.identify("i-" + user).at(at("08:00")).user(user);
      login.trait("email", "jo@acme.example");
      send(user.equals("known") ? login.build() : login.browser("web").build());
      six(user, TestEvents.page("x", "/pricing").user(user));
    }
    pipeline.sendAll(NOW);

    assertThat(pipeline.publisher.published()).hasSize(3);
    assertThat(pipeline.publisher.published().getLast().message().text())
        .contains(
            "Sales has another lead with this e-mail address, set by a server: "
                + lead("known").id());
  }

  @Test
  void ofTwoLeadsWithOneAddressThatAreAnnouncedAtTheSameInstantOneNamesTheOther() {
    for (var user : List.of("u-1", "u-2")) {
      send(
          TestEvents.identify("login-" + user)
              .at(at("08:00"))
              .user(user)
              .trait("email", "jo@acme.example")
              .browser("web")
              .build());
      for (var i = 0; i < 5; i++) {
        send(TestEvents.page(user + i, "/pricing").at(at("09:0" + i)).user(user).build());
      }
    }
    var last = TestEvents.page("last", "/pricing").at(at("10:00"));
    var first = last.user("u-1").build();
    var second = last.user("u-2").build();
    pipeline.append(List.of(first, second));

    var overtaken =
        after("findLead", lead("u-2").id(), () -> pipeline.scoreUntilDone(List.of(second), NOW));
    new EvaluateLead(pipeline.log, overtaken, Retry.times(5))
        .evaluate(lead("u-1").id(), pipeline.models.current(NOW), NOW, List.of(first));
    pipeline.sendAll(NOW);

    assertThat(pipeline.publisher.published())
        .filteredOn(sent -> sent.message().text().contains("Sales has another lead"))
        .singleElement()
        .extracting(sent -> sent.message().text())
        .asString()
        .contains(lead("u-2").id().value());
  }

  @Test
  void nobodysAddressCanBeToldFromTheIdOfALead() {
    send(
        TestEvents.identify("form")
            .at("2026-03-10T08:00:00Z")
            .trait("email", "jane@example.com")
            .browser("web")
            .build());

    var lead = pipeline.leads.all().getFirst();

    assertThat(lead.id()).isEqualTo(TestLeads.ids().get());
    assertThat(lead.card().toString()).doesNotContain(lead.identity().persons().first().value());
  }

  @Test
  void whoeverComesInWhateverOrderTheLeadsAreThoseOfAFile() {
    for (var seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var crowd = new MemoryPipeline();
      var events = anyHistory(random);
      Collections.shuffle(events, random);
      for (var from = 0; from < events.size(); from += 3) {
        var batch = events.subList(from, Math.min(from + 3, events.size()));
        crowd.append(batch);
        crowd.scoreUntilDone(batch, NOW);
      }

      var offline = ProfileGraph.leadsOf(events, crowd.model()::looksAt).values();
      var living = crowd.leads.all().stream().filter(lead -> !lead.isTombstone());
      assertThat(living.map(Lead::identity))
          .as("seed %d", seed)
          .allSatisfy(identity -> assertThat(offline).contains(identity));
    }
  }

  /** Three users, two addresses, three devices, three days, browsers and servers. */
  private static List<Event> anyHistory(Random random) {
    var events = new ArrayList<Event>();
    for (var i = 0; i < 30; i++) {
      var at = "2026-03-0%dT%02d:00:00Z".formatted(1 + random.nextInt(3), random.nextInt(24));
      var user = "u-" + random.nextInt(3);
      var device = "a-" + random.nextInt(3);
      var event =
          switch (random.nextInt(6)) {
            case 0 -> TestEvents.page("e-" + i, "/pricing").anonymous(device);
            case 1 -> TestEvents.page("e-" + i, "/pricing").anonymous(device).user(user);
            case 2 -> TestEvents.identify("e-" + i).anonymous(device).user(user);
            case 3 ->
                TestEvents.identify("e-" + i)
                    .user(user)
                    .trait("email", "m" + random.nextInt(2) + "@acme.example");
            case 4 ->
                TestEvents.identify("e-" + i)
                    .anonymous(device)
                    .trait("email", "m" + random.nextInt(2) + "@acme.example");
            default ->
                random.nextInt(4) > 0
                    ? TestEvents.page("e-" + i, "/pricing").user(user)
                    : TestEvents.event("e-" + i, EventType.ALIAS)
                        .user(user)
                        .with("previousId", "u-" + random.nextInt(3));
          };
      events.add((random.nextBoolean() ? event.browser("web") : event).at(at).build());
    }
    return events;
  }

  /** The store of somebody who is overtaken after the first such call about this. */
  private LeadStore after(String call, Object about, Runnable overtake) {
    var isFirst = new AtomicBoolean(true);
    return (LeadStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {LeadStore.class},
            (_, method, arguments) -> {
              var result = method.invoke(pipeline.leads, arguments);
              var isMeant =
                  method.getName().equals(call)
                      && (about.equals(ANY) || about.equals(arguments[0]));
              if (isMeant && isFirst.getAndSet(false)) {
                overtake.run();
              }
              return result;
            });
  }

  private void six(String id, TestEvents page) {
    for (var i = 0; i < 6; i++) {
      page.json().put("id", id + i);
      send(page.at(at("11:0" + i)).browser("web").build());
    }
  }

  private void send(Event event) {
    pipeline.append(List.of(event));
    pipeline.scoreUntilDone(List.of(event), NOW);
  }

  private void assertLikeOffline() {
    var offline = ProfileGraph.leadsOf(pipeline.log.all(), pipeline.model()::looksAt).values();
    var living = pipeline.leads.all().stream().filter(lead -> !lead.isTombstone());
    assertThat(new HashSet<>(living.map(Lead::identity).toList()))
        .isEqualTo(new HashSet<>(offline));
  }

  private Lead lead(String user) {
    return pipeline
        .directory
        .findLead(TestLeads.user(user))
        .flatMap(pipeline.directory::findLiving)
        .orElseThrow();
  }

  private int points(String user) {
    return lead(user).card().scorecard().at("/scores/engagement/points").asInt();
  }

  private static Event page(String id, String time, String device) {
    return TestEvents.page(id, "/pricing").at(at(time)).anonymous(device).browser("web").build();
  }

  private static Event identify(String id, String time, String user, String device, String trust) {
    var identify = TestEvents.identify(id).at(at(time)).user(user).anonymous(device);
    return (trust.equals("browser") ? identify.browser("web") : identify).build();
  }

  private static Event given(String id, String time, String user) {
    return TestEvents.identify(id)
        .at(at(time))
        .user(user)
        .trait("email", "jo@acme.example")
        .build();
  }

  private static String at(String time) {
    return "2026-03-10T%5s:00Z".formatted(time).replace(' ', '0');
  }
}
