package dev.warmline.local;

import static dev.warmline.local.RunningStack.event;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand requests as no client library sends them, over sockets, beside good ones. */
class RawRequestsIT {
  private static final int REQUESTS = 1_000;
  private static final int EACH_GOOD = 20;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int MOST_READ = 64 * 1024;
  private static final long MOST_KEPT = 32L * 1024 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

  @ParameterizedTest
  @ValueSource(longs = {20_261_126})
  void nothingThatIsSentEndsTheStackOrCostsANeighbour(long seed) throws Exception {
    try (var stack = RunningStack.inMemory();
        var senders = Executors.newFixedThreadPool(4)) {
      stack.serverSends(good("before"));
      var before = usedAfterCollection();
      var raw = new RawRequests(seed);
      var statuses = new TreeMap<String, Integer>();

      for (var round = 0; round < REQUESTS / EACH_GOOD; round++) {
        var answers =
            Stream.generate(raw::next)
                .limit(EACH_GOOD)
                .map(bytes -> senders.submit(() -> send(stack.address().getPort(), bytes)))
                .toList();
        stack.serverSends(good("good-" + round));
        for (var answer : answers) {
          answer.get().forEach(status -> statuses.merge(status, 1, Integer::sum));
        }
      }

      assertThat(statuses.keySet())
          .as("seed %d: %s", seed, statuses)
          .contains("200", "400", "431")
          .noneMatch(status -> status.startsWith("5"));
      assertThat(stack.events("neighbour")).hasSize(REQUESTS / EACH_GOOD + 1);
      assertThat(usedAfterCollection() - before).isLessThan(MOST_KEPT);
    }
  }

  private static ObjectNode good(String id) {
    return event("track", id, Duration.ZERO).put("event", "Good").put("userId", "neighbour");
  }

  /** Sends these bytes and nothing after them; the statuses of all answers that come back. */
  private static List<String> send(int port, byte[] bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      var answer = new String(socket.getInputStream().readNBytes(MOST_READ), ISO_8859_1);
      var statuses = STATUS.matcher(answer).results().map(status -> status.group(1)).toList();
      return statuses.isEmpty() ? List.of("closed") : statuses;
    } catch (SocketException e) {
      return List.of("reset");
    }
  }

  private static long usedAfterCollection() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
