package dev.warmline.aws.priming;

import dev.warmline.aws.runtime.Causes;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.runtime.LambdaClients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Loads before the SnapStart snapshot what the first request would load: the SDK's classes, and
 * what a canned event needs on its way through the function and to its tables. Without SnapStart a
 * function may do some of it {@linkplain #beside beside} its start.
 */
public final class Priming implements Resource {
  /** CRaC holds resources weakly: whoever is not kept here is never called. */
  private static final List<Priming> KEPT = new CopyOnWriteArrayList<>();

  /** Once loads the classes; the compiler looks at a method only after some hundred calls. */
  private static final int REPETITIONS = 50;

  private final Rehearsal rehearsal;
  private final Supplier<DynamoDbClient> tables;
  private final List<Class<? extends SdkClient>> clients;
  private final Runnable kept;

  /** Primes as {@link #register} says, when it is told to. */
  Priming(
      Rehearsal rehearsal,
      Supplier<DynamoDbClient> tables,
      List<Class<? extends SdkClient>> clients,
      Runnable kept) {
    this.rehearsal = rehearsal;
    this.tables = tables;
    this.clients = List.copyOf(clients);
    this.kept = kept;
  }

  /**
   * Takes a function through its own code on another thread, once and without a call, while it
   * wires itself: what the two need is loaded side by side. Does nothing if this environment takes
   * snapshots.
   */
  public static void beside(Map<String, String> environment, Rehearsal rehearsal) {
    if (!takesSnapshots(environment)) {
      Thread.ofPlatform()
          .daemon()
          .name("priming")
          .start(() -> attempt(() -> rehearsal.run(new HarmlessTables(Optional.empty()))));
    }
  }

  /**
   * Registers a function to be primed, if this environment takes snapshots.
   *
   * @param clients the kinds of SDK clients the function uses
   * @param kept reads what the function keeps from request to request, so that the snapshot has it
   * @return whether it was registered
   */
  public static boolean register(
      Map<String, String> environment,
      Rehearsal rehearsal,
      List<Class<? extends SdkClient>> clients,
      Runnable kept) {
    if (!takesSnapshots(environment)) {
      return false;
    }
    var priming = new Priming(rehearsal, () -> LambdaClients.ofProcess().dynamoDb(), clients, kept);
    KEPT.add(priming);
    Core.getGlobalContext().register(priming);
    return true;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    clients.forEach(Priming::warm);
    attempt(this::rehearse);
    attempt(kept);
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // what was loaded stays loaded; clients connect on first use
  }

  /** With a client of its own: a snapshot keeps neither its connections nor its credentials. */
  private void rehearse() {
    try (var own = tables.get()) {
      for (var i = 0; i < REPETITIONS; i++) {
        rehearsal.run(new HarmlessTables(Optional.of(own)));
      }
    }
  }

  private static boolean takesSnapshots(Map<String, String> environment) {
    return "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
  }

  /** A step that fails makes the first request slow; it must not make the deploy fail. */
  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      Journal.of("priming").log().warn("priming failed", "", Map.of("causes", Causes.of(e)));
    }
  }

  private static void warm(Class<? extends SdkClient> client) {
    SdkWarmUp.warmUp(List.<Class<? extends SdkClient>>of(client).toArray(Priming::classes));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java cannot make generic arrays
  private static Class<? extends SdkClient>[] classes(int length) {
    return new Class[length];
  }
}
