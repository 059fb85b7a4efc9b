package dev.warmline.measure.simulation;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.testkit.dynamo.ItemChange;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Starts functions and does with their answers what AWS does. */
final class Invocations {
  /** Where people act on leads. */
  static final String DESK = "desk";

  private static final int LARGEST_BATCH = 5;

  private final World world;
  private int started;

  Invocations(World world) {
    this.world = world;
  }

  void collect(Request request, Consumer<Boolean> answered) {
    invoke(
        "collect",
        request.deed().words(),
        instance -> instance.deployment().collect(request.deed().key(), request.body()) ? 1 : 0,
        taken -> answered.accept(taken == 1));
  }

  void score(Lane lane) {
    var batch = lane.begin(world.dice().below(LARGEST_BATCH));
    batch.forEach(world.witness()::begun);
    invoke(
        "score",
        words(batch),
        instance -> instance.deployment().score(batch),
        done -> {
          batch.subList(0, done).forEach(world.witness()::scored);
          end(lane, batch, done);
        });
  }

  void detect(Lane lane) {
    var batch = lane.begin(world.dice().below(LARGEST_BATCH));
    invoke(
        "detect",
        words(batch),
        instance -> instance.deployment().detect(batch, instance.invocation()),
        done -> end(lane, batch, done));
  }

  void deliver(Notices.Undelivered message) {
    world.notices().take(message);
    invoke(
        "notify",
        message.id(),
        instance -> instance.deployment().deliver(message.body(), instance.invocation()) ? 1 : 0,
        done -> {
          if (done == 0 || isRepeated()) {
            var again = world.clock().instant().plus(Duration.ofMinutes(1));
            world.notices().send(new Notices.Undelivered(message.id(), message.body(), again));
          }
        });
  }

  void tick() {
    tick(_ -> {});
  }

  /** The same; whoever asks hears whether all went well. */
  void tick(Consumer<Boolean> ticked) {
    invoke(
        "clock",
        "ticks",
        instance -> {
          instance.deployment().tick(instance.invocation());
          return instance.hadTrouble(instance.invocation()) ? 0 : 1;
        },
        done -> ticked.accept(done == 1));
  }

  /** Whoever got no answer gives the order again. */
  void order(Deed.Order order, Consumer<Boolean> answered) {
    invoke(
        order instanceof Deed.Act ? DESK : "release",
        order.toString(),
        instance -> {
          instance.deployment().obey(order, world.witness()::told);
          return 1;
        },
        done -> answered.accept(done == 1));
  }

  private void end(Lane lane, List<ItemChange> batch, int done) {
    lane.end(
        done == batch.size() && isRepeated() ? 0 : done, batch.size(), world.clock().instant());
  }

  private boolean isRepeated() {
    return world.manner().repeated() && world.dice().onceIn(12);
  }

  /** Runs a function; what died or threw has done nothing that its caller knows of. */
  private void invoke(
      String function, String about, ToIntFunction<Instance> work, Consumer<Integer> answered) {
    var instance = world.instance(function);
    instance.begin(function + "-" + ++started, world.clock().instant());
    world.trace().add(() -> instance.invocation() + " begins: " + about);
    world
        .threads()
        .start(
            () -> {
              var done = result(instance, work);
              instance.end();
              answered.accept(done);
            });
  }

  private int result(Instance instance, ToIntFunction<Instance> work) {
    try {
      var done = work.applyAsInt(instance);
      world.trace().add(() -> instance.invocation() + " ends: " + done);
      return instance.isDead() ? 0 : done;
    } catch (SimulatedCrash crash) {
      return 0;
    } catch (RuntimeException failure) {
      world.trace().add(() -> instance.invocation() + " fails: " + failure);
      instance.trouble();
      return 0;
    }
  }

  private static String words(List<ItemChange> batch) {
    return batch.stream().map(Invocations::words).toList().toString();
  }

  private static String words(ItemChange change) {
    return Stream.of(Schema.PK, Schema.SK)
        .map(change.keys()::get)
        .filter(Objects::nonNull)
        .map(AttributeValue::s)
        .collect(Collectors.joining(" "));
  }
}
