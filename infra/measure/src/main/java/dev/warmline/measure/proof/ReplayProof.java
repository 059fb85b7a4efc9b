package dev.warmline.measure.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Requests of shipped clients, sent again as they were, three times each. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Requests recorded from Segment's and Rudder's clients, with their own headers and"
            + " encoding, three times each: answered as clients expect, every event kept once.")
final class ReplayProof implements Callable<Integer> {
  private static final int TIMES = 3;
  private static final Duration WORK_OFF = Duration.ofMinutes(2);

  @Option(names = "--captures", paramLabel = "FOLDER", description = "other recordings")
  private @Nullable Path captures;

  private final Claims claims = new Claims(System.out);

  @Override
  public Integer call() throws Exception {
    var all = captures == null ? Capture.recorded() : Capture.in(captures);
    var byKind = all.stream().collect(Collectors.partitioningBy(Capture::isOfBrowser));
    replay("server", byKind.getOrDefault(false, List.of()));
    replay("browser", byKind.getOrDefault(true, List.of()));
    return claims.exitCode();
  }

  private void replay(String kind, List<Capture> clients) throws Exception {
    var keys = new TreeSet<String>();
    clients.forEach(client -> keys.addAll(client.writeKeys()));
    var options =
        keys.stream().flatMap(key -> List.of("--source", key + "=" + kind).stream()).toList();
    var folder = Files.createTempDirectory("warmline-replay");
    try (var stack = StackProcess.start(folder, options.toArray(String[]::new))) {
      System.out.println("stack with these keys as " + kind + " sources: " + keys);
      for (var client : clients) {
        send(client, stack.address());
      }
      check(kind, clients, new Client(stack.address()));
    }
  }

  private void send(Capture capture, URI site) throws IOException {
    var wrong = new ArrayList<String>();
    for (var request : capture.requests()) {
      for (var i = 0; i < TIMES; i++) {
        var answer = RawHttp.send(site, request);
        if (!isAsPromised(request, answer)) {
          wrong.add(
              request.path("method").asText() + " " + request.path("url").asText() + ": " + answer);
        }
      }
    }
    claims.holds(
        capture.client() + ", answers as promised", TIMES * capture.requests().size(), wrong);
  }

  private static boolean isAsPromised(JsonNode request, RawHttp.Raw answer) {
    var origin = Capture.header(request, "origin");
    var cors =
        origin.map(o -> answer.head().contains("access-control-allow-origin: " + o)).orElse(true);
    return cors
        && switch (request.path("method").asText()) {
          case "POST" -> answer.status() == 200 && saysSuccess(answer.body());
          case "OPTIONS" -> answer.status() == 204 || answer.status() == 200;
          default -> answer.status() == 200;
        };
  }

  private static boolean saysSuccess(String body) {
    try {
      return Client.MAPPER.readTree(body).path("success").asBoolean();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private void check(String kind, List<Capture> clients, Client client)
      throws IOException, InterruptedException {
    client.awaitIdle(WORK_OFF);
    var log = LoggedEvents.all(client);
    var times =
        log.stream()
            .map(Event::id)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    var ids = new TreeSet<String>();
    clients.forEach(capture -> ids.addAll(capture.messageIds()));
    var wrong =
        ids.stream()
            .filter(id -> times.getOrDefault(id, 0L) != 1)
            .map(id -> id + " is there " + times.getOrDefault(id, 0L) + " times")
            .toList();
    claims.holds("events of " + kind + " clients in the log once", ids.size(), wrong);
    claims.equal("events in the log", ids.size(), log.size());
    claims.equal("parked", 0, client.local("parked").size());
    var robots = log.stream().filter(event -> event.json().has("verdict")).map(Event::id).toList();
    claims.holds("not taken for robots", log.size(), robots);
  }
}
