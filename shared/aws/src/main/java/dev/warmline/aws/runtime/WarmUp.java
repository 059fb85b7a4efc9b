package dev.warmline.aws.runtime;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.warmup.SdkWarmUp;

/**
 * Loads before the SnapStart snapshot what the first request would load: the SDK's classes and the
 * function's own path, exercised with ports that do nothing. Without SnapStart a function may do
 * some of it {@linkplain #beside beside} its start.
 */
public final class WarmUp implements Resource {
  /** CRaC holds resources weakly: whoever is not kept here is never called. */
  private static final List<WarmUp> KEPT = new CopyOnWriteArrayList<>();

  /** Once loads the classes; the compiler looks at a method only after some hundred calls. */
  private static final int REPETITIONS = 50;

  private final Runnable exercise;
  private final List<Class<? extends SdkClient>> clients;
  private final Runnable kept;

  /**
   * Takes a function through its own code on another thread, once, while it wires itself: what the
   * two need is loaded side by side. Does nothing if this environment takes snapshots.
   *
   * @param dryRun needs nothing that is being wired
   */
  public static void beside(Map<String, String> environment, Runnable dryRun) {
    if (!takesSnapshots(environment)) {
      Thread.ofPlatform().daemon().name("dry-run").start(() -> attempt(dryRun, 1));
    }
  }

  /** Warms up as {@link #register} says, when it is told to. */
  WarmUp(Runnable exercise, List<Class<? extends SdkClient>> clients, Runnable kept) {
    this.exercise = exercise;
    this.clients = List.copyOf(clients);
    this.kept = kept;
  }

  /**
   * Registers a warm-up if this environment takes snapshots.
   *
   * @param exercise pushes one canned event through the function, with ports that do nothing
   * @param clients the kinds of SDK clients the function uses
   * @return whether it was registered
   */
  public static boolean register(
      Map<String, String> environment,
      Runnable exercise,
      List<Class<? extends SdkClient>> clients) {
    return register(environment, exercise, clients, () -> {});
  }

  /**
   * Registers a warm-up if this environment takes snapshots.
   *
   * @param exercise pushes one canned event through the function, with ports that do nothing
   * @param clients the kinds of SDK clients the function uses
   * @param kept reads what the function keeps from request to request, so that the snapshot has it
   * @return whether it was registered
   */
  public static boolean register(
      Map<String, String> environment,
      Runnable exercise,
      List<Class<? extends SdkClient>> clients,
      Runnable kept) {
    if (!takesSnapshots(environment)) {
      return false;
    }
    var warmUp = new WarmUp(exercise, clients, kept);
    KEPT.add(warmUp);
    Core.getGlobalContext().register(warmUp);
    return true;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    for (var client : clients) {
      warm(client);
    }
    attempt(exercise, REPETITIONS);
    attempt(kept, 1);
  }

  private static boolean takesSnapshots(Map<String, String> environment) {
    return "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
  }

  /** A warm-up that fails makes the first request slow; it must not make the deploy fail. */
  private static void attempt(Runnable exercise, int repetitions) {
    try {
      for (var i = 0; i < repetitions; i++) {
        exercise.run();
      }
    } catch (RuntimeException e) {
      System.out.println("{\"level\":\"WARN\",\"message\":\"warm-up failed: " + e + "\"}");
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // what was loaded stays loaded; clients connect on first use
  }

  private static void warm(Class<? extends SdkClient> client) {
    SdkWarmUp.warmUp(List.<Class<? extends SdkClient>>of(client).toArray(WarmUp::classes));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java cannot make generic arrays
  private static Class<? extends SdkClient>[] classes(int length) {
    return new Class[length];
  }
}
