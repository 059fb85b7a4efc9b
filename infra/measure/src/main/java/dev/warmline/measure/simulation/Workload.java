package dev.warmline.measure.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import dev.warmline.event.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people, clients and marketers do in one run, and what goes wrong meanwhile. Every second
 * seed has a team; at the end of every tenth somebody of it takes a lead and leaves, and another
 * tenth begins with some who give a lead back and think again at once.
 */
final class Workload {
  private static final int DEEDS = 32;

  /** How the ids of those begin who decide what becomes of the leads that wait. */
  static final String MARKETER = "mia-";

  private static final List<String> PERSONS = List.of("u-1", "u-2", "u-3", "u-4");

  private final Dice dice;
  private final List<String> persons;
  private final List<Deed> deeds = new ArrayList<>();
  private final List<ObjectNode> models = new ArrayList<>();
  private final SentEvents sent;
  private final Visits visits;
  private final Desk desk;
  private final Optional<Staff> staff;

  private Workload(long seed) {
    dice = new Dice(seed);
    sent = new SentEvents(dice);
    persons = PERSONS.subList(0, 2 + dice.below(PERSONS.size() - 1));
    visits = new Visits(dice, persons, sent, deeds);
    staff = seed % 2 == 0 ? Optional.of(new Staff(dice, deeds)) : Optional.empty();
    desk = new Desk(dice, deeds, staff.isPresent());
  }

  /** The scenario of a seed. */
  static Scenario of(long seed) {
    var workload = new Workload(seed);
    workload.begin();
    if (seed % 10 == 6) {
      workload.takenBack();
    }
    workload.fill();
    if (seed % 10 == 0) {
      workload.staff.ifPresent(workload::takenAndLeft);
    }
    var faults = Fault.some(workload.dice, workload.staff.isPresent());
    return new Scenario(seed, workload.deeds, faults, Manner.ROUGH);
  }

  /** Everybody who can appear. */
  static List<Profile> profiles() {
    var devices = Stream.concat(PERSONS.stream(), Visits.DEVICES.stream()).map(Profile::anonymous);
    return Stream.of(
            PERSONS.stream().map(Profile::user),
            SentEvents.ADDRESSES.stream().map(Profile::email),
            devices)
        .flatMap(it -> it)
        .flatMap(Optional::stream)
        .toList();
  }

  private void begin() {
    publish(Quiet.KEEP);
    staff.ifPresent(Staff::begin);
  }

  private void fill() {
    while (deeds.size() < DEEDS) {
      add();
      pause();
    }
  }

  private void pause() {
    switch (dice.below(12)) {
      case 0 -> deeds.add(new Deed.Pass(dice.within(Duration.ofDays(3))));
      case 1, 2 -> deeds.add(new Deed.Pass(dice.within(Duration.ofHours(5))));
      case 3, 4 -> deeds.add(new Deed.Pass(dice.within(Duration.ofMinutes(10))));
      case 5 -> deeds.add(new Deed.Leap(dice.within(Duration.ofHours(2))));
      default -> {}
    }
  }

  private void add() {
    switch (dice.below(staff.isPresent() ? 57 : 47)) {
      case 0 -> publish(Quiet.KEEP);
      case 1, 2 -> publish(Quiet.FROM_NOW);
      case 3 -> rollBack();
      case 4, 5, 6 -> visits.identify();
      case 7, 8, 9, 10, 11 -> visits.fastTrack();
      case 12, 13, 14, 15 -> imported();
      case 16 -> alias();
      case 17, 18 -> twoThatAreOne();
      case 19, 20 -> consent();
      case 21 -> verdict();
      case 22 -> adjustment();
      case 23, 24, 25 -> outcome();
      case 26 -> release();
      case 27 -> visits.late();
      case 28, 29 -> backfill();
      case 30, 31, 32 -> visits.track("Download");
      case 33 -> importedInParts();
      case 34, 35, 36 -> pace();
      case 37, 38 -> visits.handOver();
      case 39, 40 -> visits.form();
      case 41, 42, 43 -> sales();
      case 47, 48, 49, 50 -> staff.ifPresent(Staff::changes);
      case 51, 52, 53, 54, 55, 56 -> sales();
      default -> visits.pages();
    }
  }

  private void publish(Quiet quiet) {
    var model = SimulationModels.any(dice);
    models.add(model);
    var silently = quiet == Quiet.FROM_NOW ? " silently" : "";
    deeds.add(new Deed.Publish(model, quiet, "a model is published" + silently));
  }

  /** Back to a model that was in force before; it may be told that the quiet is over. */
  private void rollBack() {
    var quiet = dice.onceIn(3) ? Quiet.NONE : Quiet.KEEP;
    var announcing = quiet == Quiet.NONE ? ", announcing" : "";
    deeds.add(new Deed.Publish(dice.pick(models), quiet, "an old model is published" + announcing));
  }

  private void release() {
    deeds.add(new Deed.Release(MARKETER + deeds.size(), dice.onceIn(3)));
  }

  /** A pace, or one while several wait and perhaps another on the day on which it began to tell. */
  private void pace() {
    if (dice.onceIn(3)) {
      importedInParts();
      deeds.add(new Deed.Paced(1));
      deeds.add(new Deed.Pass(dice.within(Duration.ofHours(36))));
      deeds.add(new Deed.Paced(1 + dice.below(2)));
    } else {
      deeds.add(new Deed.Paced(dice.onceIn(3) ? 0 : 1 + dice.below(3)));
    }
  }

  /** What was before, though not long, by a source that is marked. */
  private void backfill() {
    var who = dice.pick(persons);
    var past = sent.pages(who);
    for (var i = 0; i <= dice.below(3); i++) {
      past.add(sent.track(dice.pick(List.of("Download", "Download", "Demo")), who));
    }
    var late = Duration.ofHours(1 + dice.below(40));
    send(World.BACKFILL, past, late, "the past of " + who + " is brought in");
  }

  private void imported() {
    var who = dice.pick(persons);
    var list = new ArrayList<>(List.of(sent.imported(who)));
    if (dice.onceIn(2)) {
      list.add(sent.adjustment(who, 14 + dice.below(16)));
    }
    send(World.SERVER, list, Duration.ZERO, who + " is imported in " + list.size() + " events");
  }

  /** Several are brought in as qualified by one list, one soon after the other. */
  private void importedInParts() {
    var list = "parts-" + deeds.size();
    for (var who : persons) {
      var part = sent.importedAs(who, list, "MQL");
      send(World.SERVER, List.of(part), Duration.ZERO, who + " is imported as MQL");
      deeds.add(new Deed.Pass(dice.within(Duration.ofMinutes(1))));
    }
  }

  private void alias() {
    join(dice.pick(persons), dice.pick(persons));
  }

  private void join(String who, String other) {
    var alias = sent.alias(who, other);
    send(World.SERVER, List.of(alias), Duration.ZERO, "the server says " + other + " is " + who);
  }

  /** Two ask for a demo, and turn out to be one before or after sales has heard of them. */
  private void twoThatAreOne() {
    var who = dice.pick(persons);
    var other = dice.pick(persons);
    for (var one : List.of(who, other)) {
      asksByForm(one);
    }
    join(who, other);
  }

  private void asksByForm(String who) {
    var asks = List.of(sent.identifyByForm(who), sent.track("Demo", who));
    send(World.SERVER, asks, Duration.ZERO, who + " asks for a demo by a form");
  }

  /** Most often of somebody who has just asked for something. */
  private void sales() {
    var who = dice.pick(persons);
    if (!dice.onceIn(3)) {
      asksByForm(who);
      deeds.add(new Deed.Pass(dice.within(Duration.ofMinutes(5))));
    }
    desk.decides(who);
  }

  private void takenBack() {
    for (var who : persons) {
      asksByForm(who);
      deeds.add(new Deed.Pass(Duration.ofMinutes(1).plus(dice.within(Duration.ofMinutes(5)))));
      for (var i = 0; i < 3; i++) {
        desk.givesBackAndSoonDoesNot(Staff.LEAD, who);
      }
    }
  }

  private void takenAndLeft(Staff team) {
    var leaver = Staff.SALES.getFirst();
    var who = dice.pick(persons);
    asksByForm(who);
    deeds.add(new Deed.Pass(dice.within(Duration.ofMinutes(5))));
    desk.takes(leaver, who);
    deeds.add(new Deed.Pass(dice.within(Duration.ofMinutes(5))));
    team.leaves(leaver);
  }

  private void consent() {
    var who = dice.pick(persons);
    var granted = dice.onceIn(2);
    var words = who + (granted ? " consents" : " withdraws consent");
    send(World.SERVER, List.of(sent.consent(who, granted)), Duration.ZERO, words);
  }

  private void verdict() {
    var who = dice.pick(persons);
    var verdict = sent.verdict(who);
    var about = verdict.path("about").asText();
    send(World.SERVER, List.of(verdict), Duration.ZERO, about + " of " + who + " was a robot");
  }

  private void adjustment() {
    var who = dice.pick(persons);
    var adjustment = sent.adjustment(who, dice.below(30) - 8);
    send(World.SERVER, List.of(adjustment), Duration.ZERO, who + " is adjusted");
  }

  private void outcome() {
    var who = dice.pick(persons);
    var outcome = sent.outcome(who);
    var said = outcome.path("act").asText() + outcome.path("stage").asText();
    send(World.SERVER, List.of(outcome), Duration.ZERO, "sales says " + who + ": " + said);
  }

  private void send(String key, List<ObjectNode> events, Duration late, String words) {
    deeds.add(Deed.Send.of(key, events, late, words));
  }
}
