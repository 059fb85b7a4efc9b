package dev.warmline.measure.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** What people do on their devices, and who they say they are there. */
final class Visits {
  static final List<String> DEVICES = List.of("a-1", "a-2", "a-3");

  private final Dice dice;
  private final List<String> persons;
  private final SentEvents sent;
  private final List<Deed> deeds;

  /** Adds to these deeds what is done by these persons. */
  Visits(Dice dice, List<String> persons, SentEvents sent, List<Deed> deeds) {
    this.dice = dice;
    this.persons = persons;
    this.sent = sent;
    this.deeds = deeds;
  }

  void pages() {
    var who = personOrDevice();
    var pages = sent.pagesWithPaths(who);
    var device = dice.pick(DEVICES);
    if (dice.onceIn(2)) {
      pages.forEach(page -> sent.on(device, page));
    }
    var words = who + " looks at " + pages.size() + " pages, perhaps on " + device;
    send(World.BROWSER, pages, Duration.ZERO, words);
  }

  void late() {
    var who = dice.pick(persons);
    var pages = sent.pages(who);
    var late = Duration.ofDays(1 + dice.below(8));
    send(World.SERVER, pages, late, who + " looked at " + pages.size() + " pages days ago");
  }

  void track(String name) {
    track(name, personOrDevice());
  }

  private void track(String name, String who) {
    send(World.BROWSER, List.of(sent.track(name, who)), Duration.ZERO, who + " does " + name);
  }

  void fastTrack() {
    var who = dice.pick(persons);
    var key = dice.onceIn(2) ? World.SERVER : World.BROWSER;
    var clicks = dice.onceIn(6) ? 5 : 1 + dice.below(2);
    for (var i = 0; i < clicks; i++) {
      send(key, List.of(sent.track("Demo", who)), Duration.ZERO, who + " asks for a demo");
    }
  }

  void identify() {
    identify(dice.pick(DEVICES), Duration.ZERO);
  }

  /**
   * A device is used before anybody says whose it is, and goes through the hands of two, perhaps at
   * once. What was done on it meanwhile may come late: it was offline.
   */
  void handOver() {
    var device = dice.pick(DEVICES);
    for (var i = 0; i < 2; i++) {
      track("Download", device);
      if (!dice.onceIn(3)) {
        deeds.add(new Deed.Pass(dice.within(Duration.ofHours(1))));
      }
      identify(device, dice.onceIn(3) ? dice.within(Duration.ofHours(2)) : Duration.ZERO);
    }
    track("Download", device);
    if (dice.onceIn(2)) {
      var before = dice.within(Duration.ofHours(1));
      var download = List.of(sent.track("Download", device));
      send(World.BROWSER, download, before, device + " was offline when it did Download");
    }
  }

  /** Somebody gives no more than an address, which turns out to be that of another. */
  void form() {
    var device = dice.pick(DEVICES);
    var address = dice.pick(SentEvents.ADDRESSES);
    give(address, device, World.BROWSER, Duration.ZERO);
    track("Download", device);
    if (dice.onceIn(2)) {
      deeds.add(new Deed.Pass(dice.within(Duration.ofHours(1))));
      give(address, dice.pick(persons), World.SERVER, Duration.ZERO);
      give(address, dice.pick(persons), World.SERVER, dice.within(Duration.ofHours(2)));
    }
  }

  private void give(String address, String who, String key, Duration late) {
    var words = (key.equals(World.SERVER) ? "the server says " : "somebody on ") + who;
    send(key, List.of(sent.identifyWith(address, who)), late, words + " has " + address);
  }

  private void identify(String device, Duration late) {
    var who = dice.pick(persons);
    var identify = sent.identify(who, device);
    var isServer = dice.onceIn(2);
    var words = who + " on " + device + " " + identify.path("traits");
    send(
        isServer ? World.SERVER : World.BROWSER,
        List.of(identify),
        late,
        (isServer ? "the server identifies " : "a browser identifies ") + words);
  }

  private String personOrDevice() {
    return dice.pick(dice.onceIn(3) ? DEVICES : persons);
  }

  private void send(String key, List<ObjectNode> events, Duration late, String words) {
    deeds.add(Deed.Send.of(key, events, late, words));
  }
}
