package dev.warmline.measure.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many events a second one client gets in, and how long it takes from event to alert. */
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description = "Events per second from one client, and the time from event to alert.")
final class Throughput implements Callable<Integer> {
  private static final int CONNECTIONS = 8;
  private static final int VISITORS = 200;
  private static final int BATCH = 100;
  private static final int LARGEST = 2_500;
  private static final Duration WORK_OFF = Duration.ofMinutes(10);

  @Option(names = "--events", defaultValue = "3000", description = "of each kind of request")
  private int events;

  @Option(names = "--alerts", defaultValue = "100", description = "how many are timed")
  private int alerts;

  @Option(names = "--data", description = "on disk, like infra/up --data (default: in memory)")
  private boolean data;

  private final Claims claims = new Claims(System.out);
  private int sent;

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("warmline-throughput");
    var options = data ? List.of("--data", folder.resolve("data").toString()) : List.<String>of();
    try (var stack = StackProcess.start(folder, options.toArray(String[]::new))) {
      var client = new Client(stack.address());
      System.out.printf(
          "%d processors, load %.1f, %s; page views of %d visitors (half of them known), one client process,"
              + " %d connections, each waits for its answer%n",
          Runtime.getRuntime().availableProcessors(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          data ? "on disk" : "in memory",
          VISITORS,
          CONNECTIONS);
      measure("warm-up, one event a request", client, 1, events / 10);
      measure("one event a request", client, 1, events);
      measure(BATCH + " events a request", client, BATCH, events);
      measure(LARGEST + " events in one request", client, LARGEST, LARGEST);
      claims.equal("events in the log", sent, LoggedEvents.all(client).size());
      timeAlerts(client);
    }
    return claims.exitCode();
  }

  private void measure(String what, Client client, int size, int count) throws Exception {
    var requests = new ArrayList<Sent.Request>();
    for (var done = 0; done < count; done += size) {
      var batch = IntStream.range(0, Math.min(size, count - done)).mapToObj(i -> page()).toList();
      requests.add(size == 1 ? Sent.Request.single(batch.getFirst()) : Sent.Request.batch(batch));
    }
    var begun = System.nanoTime();
    var senders = new Senders(client, requests);
    senders.send(CONNECTIONS, answered -> {});
    var answered = since(begun);
    client.awaitIdle(WORK_OFF);
    System.out.printf(
        "      %s: %d events answered in %.2f s = %.0f events/s; scored after %.2f s = %.0f"
            + " events/s%n",
        what, count, answered, count / answered, since(begun), count / since(begun));
    claims.equal(what + ", sent again", 0, senders.retries());
  }

  private Sent page() {
    var number = sent++;
    var reader = number % VISITORS;
    var event = event("page", "load-" + number).put("anonymousId", "reader-" + reader);
    if (reader % 2 == 0) {
      event.put("userId", "reader-" + reader);
    }
    event.putObject("properties").put("path", "/articles/" + number % 50);
    return new Sent(Client.BROWSER_KEY, event);
  }

  /** One visitor after the other asks for a demo; both clocks are this machine's. */
  private void timeAlerts(Client client) throws Exception {
    for (var number = 0; number < alerts; number++) {
      var event = event("identify", "who-" + number).put("userId", "asker-" + number);
      event.putObject("traits").put("email", "asker" + number + "@example.com").put("company", "C");
      post(client, event);
    }
    client.awaitIdle(WORK_OFF);
    var millis = new ArrayList<Long>();
    for (var number = 0; number < alerts; number++) {
      var begun = Instant.now();
      var event = event("track", "demo-" + number).put("userId", "asker-" + number);
      post(client, event.put("event", "Demo Requested"));
      client.awaitIdle(WORK_OFF);
      arrival(client, number).ifPresent(at -> millis.add(Duration.between(begun, at).toMillis()));
    }
    claims.equal("alerts", alerts, millis.size());
    System.out.println(
        "      event to alert: from before the POST of the qualifying event until the alert is in"
            + " the inbox, one visitor after the other");
    report(millis.stream().mapToLong(Long::longValue).sorted().toArray());
  }

  private static void report(long[] sorted) {
    if (sorted.length > 0) {
      System.out.printf(
          "      %d alerts: p50 %d ms, p90 %d ms, p99 %d ms, longest %d ms, mean %.0f ms%n",
          sorted.length,
          percentile(sorted, 50),
          percentile(sorted, 90),
          percentile(sorted, 99),
          sorted[sorted.length - 1],
          Arrays.stream(sorted).average().orElse(0));
    }
  }

  private static long percentile(long[] sorted, int percent) {
    return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
  }

  private static Optional<Instant> arrival(Client client, int number) throws Exception {
    var mail = "asker" + number + "@example.com";
    var found =
        StreamSupport.stream(client.local("inbox").spliterator(), false)
            .filter(alert -> alert.path("json").toString().contains("\"" + mail + "\""))
            .map(alert -> Instant.parse(alert.path("at").asText()))
            .collect(Collectors.toList());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static void post(Client client, ObjectNode event) throws Exception {
    var request = Sent.Request.single(new Sent(Client.SERVER_KEY, event));
    var answer = client.post(request.path(), request.writeKey(), request.body());
    if (answer.status() != 200) {
      throw new IOException(request.path() + " answered " + answer.status());
    }
  }

  private static ObjectNode event(String type, String id) {
    var event = Client.MAPPER.createObjectNode().put("type", type).put("messageId", id);
    return event.put("timestamp", Instant.now().toString());
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
