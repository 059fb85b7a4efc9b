package dev.warmline.measure.proof;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;

/**
 * Kills the stack several times while requests are answered, evenly spread; the last time when all
 * are answered and only the streams are still worked off.
 */
final class Killer implements IntConsumer {
  private final StackProcess stack;
  private final int requests;
  private final int kills;
  private final BlockingQueue<Integer> due = new LinkedBlockingQueue<>();

  Killer(StackProcess stack, int requests, int kills) {
    this.stack = stack;
    this.requests = requests;
    this.kills = kills;
  }

  @Override
  public void accept(int answered) {
    for (var kill = 1; kill <= kills; kill++) {
      if (answered == Math.ceilDiv(requests * kill, kills)) {
        due.add(kill);
      }
    }
  }

  /** Kills as often as it was told to, then returns. */
  int run() throws IOException, InterruptedException {
    for (var done = 0; done < kills; done++) {
      var kill = due.take();
      stack.killAndRestart();
      System.out.println("killed and restarted, " + kill + " of " + kills);
    }
    return kills;
  }
}
