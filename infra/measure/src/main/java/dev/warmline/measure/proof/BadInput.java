package dev.warmline.measure.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;

/** What every kind of bad input gets, and that its neighbours are kept. */
@Command(
    name = "bad-input",
    mixinStandardHelpOptions = true,
    description = "A table of bad inputs: the answer, the reason that was kept, the neighbours.")
final class BadInput implements Callable<Integer> {
  private static final Duration WORK_OFF = Duration.ofMinutes(5);
  private static final int SHOWN = 72;

  private final Claims claims = new Claims(System.out);
  private final List<BadCase> cases = BadCase.all();

  @Override
  public Integer call() throws Exception {
    var options = new ArrayList<String>();
    for (var i = 0; i < cases.size(); i++) {
      options.addAll(List.of("--source", source(i) + "=server"));
    }
    var folder = Files.createTempDirectory("warmline-bad-input");
    try (var stack = StackProcess.start(folder, options.toArray(String[]::new))) {
      check(new Client(stack.address()));
    }
    return claims.exitCode();
  }

  private void check(Client client) throws IOException, InterruptedException {
    var answers = new ArrayList<Client.Answer>();
    for (var i = 0; i < cases.size(); i++) {
      answers.add(client.post("/v1/batch", source(i), cases.get(i).body()));
    }
    client.awaitIdle(WORK_OFF);
    var parked = client.local("parked?limit=1000");
    System.out.printf("%-30s %6s %6s  %s%n", "input", "status", "kept", "answer | parked as");
    var wrong = new ArrayList<String>();
    for (var i = 0; i < cases.size(); i++) {
      check(cases.get(i), answers.get(i), parked, i, client).ifPresent(wrong::add);
    }
    claims.holds("inputs that got what they must", cases.size(), wrong);
    unknownKey(client);
    aliveStill(client);
  }

  private static Optional<String> check(
      BadCase input, Client.Answer answer, JsonNode parked, int number, Client client)
      throws IOException, InterruptedException {
    var kept = client.local("events?limit=3000&source=" + source(number));
    var reasons =
        StreamSupport.stream(parked.spliterator(), false)
            .filter(row -> row.path("source").asText().equals(source(number)))
            .map(row -> row.path("reason").asText())
            .toList();
    System.out.printf(
        "%-30s %6d %6d  %s | %s%n",
        input.name(), answer.status(), kept.size(), shortened(answer.body()), reasons);
    var asPromised =
        answer.status() == input.status()
            && kept.size() == input.kept()
            && timely(kept)
            && (input.reason().isEmpty()
                ? reasons.isEmpty()
                : reasons.size() == 1 && reasons.getFirst().contains(input.reason()));
    return asPromised
        ? Optional.empty()
        : Optional.of(
            input.name()
                + ": expected "
                + input.status()
                + ", "
                + input.kept()
                + " kept, parked as \""
                + input.reason()
                + "\"");
  }

  /** Nothing happens after it is received. */
  private static boolean timely(JsonNode events) {
    return StreamSupport.stream(events.spliterator(), false)
        .allMatch(
            event ->
                !Instant.parse(event.path("occurredAt").asText())
                    .isAfter(Instant.parse(event.path("receivedAt").asText())));
  }

  private void unknownKey(Client client) throws IOException, InterruptedException {
    var answer = client.post("/v1/batch", "nobodys-key", "{\"batch\":[]}".getBytes(UTF_8));
    System.out.printf("%-30s %6d %6s  %s%n", "an unknown key", answer.status(), "", answer.body());
    claims.equal("status for an unknown key", 401, answer.status());
  }

  private void aliveStill(Client client) throws IOException, InterruptedException {
    var good =
        IntStream.range(0, 10)
            .mapToObj(i -> Client.MAPPER.createObjectNode().put("type", "page"))
            .map(event -> new Sent(Client.SERVER_KEY, event.put("userId", "after")))
            .toList();
    var request = Sent.Request.batch(good);
    var answer = client.post(request.path(), request.writeKey(), request.body());
    claims.equal("status for a good batch afterwards", 200, answer.status());
    client.awaitIdle(WORK_OFF);
    claims.equal("records given up", 0, client.local("idle").path("givenUp").asInt());
  }

  private static String source(int number) {
    return "bad-" + number;
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
