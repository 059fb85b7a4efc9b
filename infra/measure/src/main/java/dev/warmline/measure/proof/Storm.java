package dev.warmline.measure.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many visitors in random order, with repeats, while the whole stack is killed. */
@Command(
    name = "storm",
    mixinStandardHelpOptions = true,
    description =
        "Visitors in random order from 8 connections, a third of the requests repeated, the stack"
            + " killed meanwhile: nothing is lost, nothing counts twice, one alert per lead.")
final class Storm implements Callable<Integer> {
  private static final int CONNECTIONS = 8;
  private static final int LARGEST_BATCH = 20;
  private static final Duration WORK_OFF = Duration.ofMinutes(10);

  @Option(names = "--visitors", defaultValue = "100", description = "default: ${DEFAULT-VALUE}")
  private int visitors;

  @Option(names = "--events", defaultValue = "50", description = "of each; at least 20")
  private int events;

  @Option(names = "--kills", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  private int kills;

  @Option(names = "--seed", defaultValue = "1", description = "of the random order")
  private long seed;

  @Option(names = "--keep", description = "keep the data folder")
  private boolean keep;

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("warmline-storm");
    try (var stack = StackProcess.start(folder, "--data", folder.resolve("data").toString())) {
      System.out.println("stack ready at " + stack.address() + ", log " + stack.log());
      return storm(stack);
    } finally {
      if (keep) {
        System.out.println("kept " + folder);
      } else {
        delete(folder);
      }
    }
  }

  private int storm(StackProcess stack) throws Exception {
    var random = new Random(seed);
    var sent = events(random, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    var requests = requests(sent, random);
    System.out.printf(
        "%d events of %d visitors in %d requests (a third of them repeats), seed %d%n",
        sent.size(), visitors, requests.size(), seed);
    var client = new Client(stack.address());
    var senders = new Senders(client, requests);
    var killer = new Killer(stack, requests.size(), kills);
    var killing = new FutureTask<>(killer::run);
    var begun = System.nanoTime();
    Thread.ofPlatform().daemon().start(killing);
    senders.send(CONNECTIONS, killer);
    System.out.printf(
        "all answered after %.1f s, %d requests sent again%n", since(begun), senders.retries());
    killing.get();
    client.awaitIdle(WORK_OFF);
    System.out.printf("worked off after %.1f s, %d kills%n", since(begun), kills);
    var claims = new Claims(System.out);
    new StormCheck(client, sent, qualifying(), claims).check();
    return claims.exitCode();
  }

  private int qualifying() {
    return (int) IntStream.range(0, visitors).filter(number -> persona(number).qualifies()).count();
  }

  private static Persona persona(int number) {
    var all = List.of(Persona.values());
    return all.get(number % all.size());
  }

  private List<Sent> events(Random random, Instant now) {
    var all = new ArrayList<Sent>();
    for (var number = 0; number < visitors; number++) {
      all.addAll(Visitor.events(number, persona(number), events, now, random));
    }
    Collections.shuffle(all, random);
    return List.copyOf(all);
  }

  /** Two of three events alone, the others in batches; a third of the requests twice. */
  private static List<Sent.Request> requests(List<Sent> events, Random random) {
    var requests = new ArrayList<Sent.Request>();
    for (var key : List.of(Client.BROWSER_KEY, Client.SERVER_KEY)) {
      var left = new ArrayList<>(events.stream().filter(e -> e.writeKey().equals(key)).toList());
      while (!left.isEmpty()) {
        if (random.nextInt(30) > 0) {
          requests.add(Sent.Request.single(left.removeLast()));
        } else {
          var batch = left.subList(Math.max(0, left.size() - LARGEST_BATCH), left.size());
          requests.add(Sent.Request.batch(List.copyOf(batch)));
          batch.clear();
        }
      }
    }
    Collections.shuffle(requests, random);
    requests.addAll(List.copyOf(requests.subList(0, requests.size() / 3)));
    Collections.shuffle(requests, random);
    return List.copyOf(requests);
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
