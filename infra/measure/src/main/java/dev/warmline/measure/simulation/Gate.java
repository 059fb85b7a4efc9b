package dev.warmline.measure.simulation;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.testkit.dynamo.Trouble;
import dev.warmline.testkit.dynamo.Weather;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every call to the outside passes here: others get their turn, and what was planned to go wrong at
 * this call goes wrong.
 */
final class Gate {
  private static final Duration LONGEST_LAG = Duration.ofSeconds(10);
  private static final Duration SLOW = Duration.ofSeconds(10);
  private static final Duration REPEATED_AFTER = Duration.ofSeconds(4);

  private final World world;
  private final List<Fault> faults;
  private final Map<String, Integer> calls = new HashMap<>();
  private int struck;
  private int fingerprint;
  private Instance dying = new Instance("nobody");

  Gate(World world, List<Fault> faults) {
    this.world = world;
    this.faults = faults;
  }

  /** How many of the faults have struck. */
  int struck() {
    return struck;
  }

  /** Differs, almost surely, if who called what when in a run differs. */
  int fingerprint() {
    return fingerprint;
  }

  /** The weather of one instance. */
  Weather weather(Instance instance) {
    return new Weather() {
      @Override
      public Trouble before(Call call) {
        return enter(instance, call);
      }

      @Override
      public void after(Call call) {
        leave(instance, call);
      }
    };
  }

  private Trouble enter(Instance instance, Weather.Call call) {
    OneThread.yieldToOthers();
    verifyAlive(instance);
    fingerprint =
        31 * fingerprint + Objects.hash(who(instance), call.toString(), world.clock().instant());
    var counts =
        names(instance, call)
            .collect(Collectors.toMap(it -> it, it -> calls.merge(it, 1, Integer::sum)));
    return faults.stream()
        .filter(it -> counts.getOrDefault(it.of(), 0) == it.call())
        .findFirst()
        .map(fault -> strike(fault, instance, call))
        .orElseGet(() -> calm(call));
  }

  /** What a call is counted as. */
  private static Stream<String> names(Instance instance, Weather.Call call) {
    var isHandOver =
        call.kind() == Weather.Kind.TRANSACTION && call.toString().contains(Schema.TIMELINE);
    var isCount = call.kind() == Weather.Kind.WRITE && call.toString().contains(Schema.QUEUE + "#");
    return Stream.of(
            Stream.of(Fault.ANY, call.operation(), instance.function()),
            isHandOver ? Stream.of(Fault.HAND_OVER) : Stream.<String>empty(),
            isCount ? Stream.of(Fault.COUNT) : Stream.<String>empty())
        .flatMap(it -> it);
  }

  private Trouble strike(Fault fault, Instance instance, Weather.Call call) {
    struck++;
    instance.trouble();
    world.trace().add(() -> who(instance) + " " + words(fault, call));
    return trouble(fault, instance, call);
  }

  private Trouble trouble(Fault fault, Instance instance, Weather.Call call) {
    return switch (fault.kind()) {
      case REFUSED -> new Trouble.Throttled();
      case CONFLICT -> call.kind().isWrite() ? new Trouble.Conflict() : new Trouble.Throttled();
      case LOST_ANSWER -> new Trouble.LostAnswer();
      case REPEATED -> new Trouble.Repeated(() -> sleep(instance, REPEATED_AFTER));
      case CRASH_BEFORE -> throw crash(instance);
      case CRASH_AFTER -> {
        dying = instance;
        yield calm(call);
      }
      case SLOW -> {
        sleep(instance, SLOW);
        yield calm(call);
      }
    };
  }

  private void sleep(Instance instance, Duration time) {
    world.threads().sleep(world.clock().instant().plus(time));
    verifyAlive(instance);
  }

  private void leave(Instance instance, Weather.Call call) {
    if (dying.equals(instance)) {
      throw crash(instance);
    }
    if (call.kind().isWrite()) {
      world.trace().add(() -> who(instance) + " did " + call);
    }
  }

  private Trouble calm(Weather.Call call) {
    return call.kind() == Weather.Kind.INDEX_READ
        ? new Trouble.Lag(world.dice().within(LONGEST_LAG))
        : new Trouble.None();
  }

  /** Lambda stops what runs too long; what was killed does nothing more. */
  private void verifyAlive(Instance instance) {
    if (instance.isDead()) {
      throw new SimulatedCrash("dead");
    }
    if (instance.isTimedOut(world.clock().instant())) {
      world.trace().add(() -> who(instance) + " is stopped: it ran too long");
      throw crash(instance);
    }
  }

  private static SimulatedCrash crash(Instance instance) {
    instance.kill();
    return new SimulatedCrash(instance.invocation());
  }

  private static String who(Instance instance) {
    return instance.invocation();
  }

  private static String words(Fault fault, Weather.Call call) {
    return switch (fault.kind()) {
      case REFUSED -> "is refused " + call;
      case CONFLICT -> call.kind().isWrite() ? "meets a conflict at " + call : "is refused " + call;
      case LOST_ANSWER -> "does " + call + " and loses the answer";
      case REPEATED -> "does " + call + " and, four seconds later, does it again";
      case CRASH_BEFORE -> "crashes before " + call;
      case CRASH_AFTER -> "crashes after " + call;
      case SLOW -> "waits ten seconds for " + call;
    };
  }
}
