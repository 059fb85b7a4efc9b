package dev.warmline.measure.simulation;

import dev.warmline.event.Digest;
import dev.warmline.event.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One run: what can happen next happens in an order by the seed until nothing is left to happen.
 */
final class Simulation {
  private static final int MOST_STEPS = 12_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** What was given less long ago is not counted yet. */
  private static final Duration COUNTED = Duration.ofMinutes(11);

  private final World world;
  private final Invocations invocations;
  private final Deque<Deed> deeds;
  private final List<Request> requests = new ArrayList<>();
  private final List<Deed.Order> orders = new ArrayList<>();
  private final Set<String> accepted = new HashSet<>();
  private final List<Aftermath> evidence = new ArrayList<>();
  private final Manner manner;
  private Instant nextDeed;
  private Instant nextTick;
  private int steps;
  private int counted = -1;
  private boolean hasCounted;

  private Simulation(Scenario scenario, boolean isTraced) {
    world = new World(scenario, isTraced);
    invocations = new Invocations(world);
    deeds = new ArrayDeque<>(scenario.deeds());
    manner = scenario.manner();
    nextDeed = now();
    nextTick = now();
    Workload.profiles().forEach(this::nameIdsOf);
    deeds.stream()
        .flatMap(deed -> deed instanceof Deed.Send send ? send.events().stream() : Stream.empty())
        .map(event -> event.path("messageId").asText())
        .forEach(id -> world.trace().name(Digest.of(id), id));
  }

  private void nameIdsOf(Profile profile) {
    world.trace().name(profile.key().value(), profile.id());
  }

  /** Runs a scenario to its end; the trace is kept if somebody wants to read it. */
  static Outcome run(Scenario scenario, boolean isTraced) {
    return new Simulation(scenario, isTraced).run();
  }

  private Outcome run() {
    while (steps < MOST_STEPS && step()) {
      steps++;
    }
    evidence.add(Aftermath.of(world, accepted, steps < MOST_STEPS && world.isIdle()));
    return new Outcome(evidence, steps, world.gate().struck(), world.fingerprint(), world.trace());
  }

  private boolean step() {
    world.threads().wake(now());
    if (!manner.interleaved() && world.threads().ready() > 0) {
      world.threads().run(0);
      return true;
    }
    var choices = choices();
    var ready = world.threads().ready();
    if (ready + choices.size() == 0) {
      return passTime();
    }
    next(ready, choices);
    return true;
  }

  /** Of threads that can go on and of what can begin; who has begun goes on twice as often. */
  private void next(int ready, List<Runnable> choices) {
    var choice = world.manner().shuffled() ? world.dice().below(2 * ready + choices.size()) : 0;
    if (world.dice().onceIn(4)) {
      world.clock().advance(world.dice().within(Duration.ofMillis(400)));
    }
    if (choice < 2 * ready) {
      world.threads().run(choice / 2);
    } else {
      choices.get(choice - 2 * ready).run();
    }
  }

  private List<Runnable> choices() {
    var choices = new ArrayList<Runnable>();
    var now = now();
    for (var lane : world.events()) {
      if (lane.canStart(now)) {
        choices.add(() -> invocations.score(lane));
      }
    }
    for (var lane : world.leads()) {
      if (lane.canStart(now)) {
        choices.add(() -> invocations.detect(lane));
      }
    }
    for (var message : world.notices().undelivered()) {
      if (!now.isBefore(message.notBefore())) {
        choices.add(() -> invocations.deliver(message));
      }
    }
    for (var request : requests) {
      if (!now.isBefore(request.notBefore())) {
        choices.add(() -> send(request));
      }
    }
    orders.forEach(order -> choices.add(() -> give(order)));
    if (!now.isBefore(nextTick) && world.nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
      choices.add(this::tick);
    }
    if (!deeds.isEmpty() && !now.isBefore(nextDeed)) {
      choices.add(() -> begin(deeds.remove()));
    }
    return choices;
  }

  private void begin(Deed deed) {
    world.trace().add(() -> "* " + deed);
    switch (deed) {
      case Deed.Send send -> requests.add(Request.of(send, now()));
      case Deed.Publish publish -> world.publish(publish);
      case Deed.Staffed staffed -> world.publish(staffed);
      case Deed.Order order -> orders.add(order);
      case Deed.Pass(var time) -> nextDeed = now().plus(time);
      case Deed.Leap(var time) -> world.clock().advance(time);
    }
  }

  private void send(Request request) {
    requests.remove(request);
    invocations.collect(
        request,
        isAccepted -> {
          if (isAccepted) {
            request
                .deed()
                .events()
                .forEach(event -> accepted.add(event.path("messageId").asText()));
          }
          if (!isAccepted || (manner.repeated() && world.dice().onceIn(8))) {
            requests.add(request.again(now().plusSeconds(5)));
          }
        });
  }

  private void give(Deed.Order order) {
    orders.remove(order);
    invocations.order(
        order,
        isDone -> {
          if (!isDone || (manner.repeated() && world.dice().onceIn(8))) {
            orders.add(order);
          }
        });
  }

  private void tick() {
    nextTick = now().plus(MINUTE);
    invocations.tick();
  }

  /**
   * Nothing can happen now: on to the next instant at which something can. A pace would never end.
   */
  private boolean passTime() {
    var next = nextWork();
    if (next.isEmpty() && evidence.isEmpty()) {
      if (!isCounted()) {
        return count(COUNTED);
      }
      evidence.add(Aftermath.of(world, accepted, true));
      orders.add(new Deed.Paced(0));
      return true;
    }
    var at = Stream.concat(next.stream(), nextDue().stream()).min(Instant::compareTo);
    if ((at.isEmpty() && !isCounted()) || at.filter(this::isHoursAway).isPresent()) {
      return count(at.isEmpty() ? COUNTED : Duration.ZERO);
    }
    hasCounted = false;
    at.filter(now()::isBefore).ifPresent(world.clock()::set);
    return at.isPresent();
  }

  /** Whether the clock would count who has how many before, and has not on this way. */
  private boolean isHoursAway(Instant at) {
    return world.isStaffed() && !hasCounted && at.isAfter(now().plus(HOUR));
  }

  /** Whether nothing was written since all were counted and nothing was found wrong. */
  private boolean isCounted() {
    return !world.isStaffed() || counted == world.writes();
  }

  /** On to a full hour, so far away at least, at which the clock counts who has how many. */
  private boolean count(Duration least) {
    world.clock().set(now().plus(least).truncatedTo(ChronoUnit.HOURS).plus(HOUR));
    nextTick = now().plus(MINUTE);
    hasCounted = true;
    var before = world.writes();
    invocations.tick(isCalm -> counted = isCalm && before == world.writes() ? before : -1);
    return true;
  }

  private Optional<Instant> nextDue() {
    return world.nextDue().map(due -> due.isAfter(nextTick) ? due : nextTick);
  }

  /** When something will happen that does not only happen because time passed. */
  private Optional<Instant> nextWork() {
    return Stream.of(
            world.threads().nextWake().stream(),
            Stream.concat(world.events().stream(), world.leads().stream())
                .filter(lane -> !lane.isEmpty() && !lane.isBusy())
                .map(Lane::notBefore),
            world.notices().undelivered().stream().map(Notices.Undelivered::notBefore),
            requests.stream().map(Request::notBefore),
            Optional.of(nextDeed).filter(at -> !deeds.isEmpty()).stream())
        .flatMap(it -> it)
        .min(Instant::compareTo);
  }

  private Instant now() {
    return world.clock().instant();
  }
}
