package dev.warmline.measure.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One instance of a function: works for one invocation at a time and is gone after a crash. */
final class Instance {
  /** No function runs longer. */
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final String function;
  private @Nullable DeployedFunctions deployment;
  private String invocation = "";
  private Instant started = Instant.MIN;
  private boolean isBusy;
  private boolean isDead;
  private final Set<String> troubled = new HashSet<>();

  Instance(String function) {
    this.function = function;
  }

  void deploy(DeployedFunctions deployment) {
    this.deployment = deployment;
  }

  DeployedFunctions deployment() {
    if (deployment == null) {
      throw new IllegalStateException("nothing is deployed on " + function);
    }
    return deployment;
  }

  String function() {
    return function;
  }

  /** The id of the request it works on. */
  String invocation() {
    return invocation;
  }

  void begin(String invocation, Instant now) {
    this.invocation = invocation;
    started = now;
    isBusy = true;
  }

  void end() {
    isBusy = false;
  }

  boolean isBusy() {
    return isBusy;
  }

  boolean isFree() {
    return !isBusy && !isDead;
  }

  boolean isDead() {
    return isDead;
  }

  void kill() {
    trouble();
    isDead = true;
  }

  boolean isTimedOut(Instant now) {
    return now.isAfter(started.plus(TIMEOUT));
  }

  Instant started() {
    return started;
  }

  /** Whether anything went wrong in an invocation. */
  boolean hadTrouble(String invocation) {
    return troubled.contains(invocation);
  }

  void trouble() {
    troubled.add(invocation);
  }
}
