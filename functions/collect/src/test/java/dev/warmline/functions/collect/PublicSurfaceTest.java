package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.Deadline;
import dev.warmline.testkit.MemoryDailyQuota;
import dev.warmline.usecase.IngestEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/openapi.yaml and the handler say the same, in both directions. */
class PublicSurfaceTest {
  private static final PublicSurface SURFACE = PublicSurface.read();
  private static final String ELSEWHERE = "https://elsewhere.example";
  private static final String HERE = "https://shop.example";
  private static final List<List<String>> HEADERS =
      List.of(
          List.of("Origin", HERE),
          List.of("Origin", HERE, "Accept", "application/json"),
          List.of("Authorization", Gateway.basic("WK_test")),
          List.of("Authorization", Gateway.basic("WK_nobody")),
          List.of("X-Write-Key", "WK_small"),
          List.of("Authorization", Gateway.basic("WK_shop"), "Origin", ELSEWHERE));
  private static final List<String> BODIES =
      List.of(
          "",
          "{",
          "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\"}],\"type\":\"page\",\"userId\":\"u\"}",
          "email=jane@acme.example&message=hi");

  private static final byte[] OVER_LIMIT = ("x=" + "y".repeat(600_000)).getBytes(UTF_8);

  /** A text in the doors' code that has to do with paths. */
  private static final Pattern LITERAL = Pattern.compile("\"(/[^\"]*|[^\"]*\\|/[^\"]*)\"");

  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  static List<PublicSurface.Operation> operations() {
    return SURFACE.operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whateverIsSentTheAnswersAreThoseThatAreDocumented(PublicSurface.Operation operation) {
    var seen = new TreeSet<Integer>();

    operation
        .paths()
        .forEach(
            path -> {
              seen.addAll(statuses(operation.method(), path));
              memory.isDown = true;
              seen.addAll(statuses(operation.method(), path));
              memory.isDown = false;
              memory.areSourcesDown = true;
              seen.addAll(statuses(operation.method(), path));
              memory.areSourcesDown = false;
            });

    assertThat(seen).isEqualTo(operation.statuses());
  }

  @Test
  void everyDoorIsDocumented() throws IOException {
    var ingest =
        new IngestEvents(memory, memory, memory, new MemoryDailyQuota(), _ -> Deadline.NEVER);
    var doors = Doors.into(new JournaledIngest(ingest, Journal.ofNothing(), "r"));
    var words = wordsOfTheDoors();
    assertThat(words).contains("v1", "beacon", "sourceConfig", "projects");
    SURFACE.words().forEach(words::add);

    var hidden =
        paths(words)
            .flatMap(path -> doors.at(path).stream().map(door -> door.method() + " " + path))
            .filter(door -> !SURFACE.names(door.split(" ")[0], door.split(" ")[1]));

    assertThat(hidden).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOtherMethodIsNotAllowedThere(PublicSurface.Operation operation) {
    operation
        .paths()
        .limit(1)
        .forEach(
            path ->
                Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE")
                    .filter(method -> !SURFACE.names(method, path))
                    .forEach(
                        method -> {
                          var answer = gateway.call(method, path, List.of(), new byte[0]);
                          assertThat(answer.status()).as(method).isEqualTo(405);
                          assertThat(SURFACE.codes()).contains(answer.json().path("code").asText());
                        }));
  }

  private Set<Integer> statuses(String method, String path) {
    var statuses = new TreeSet<Integer>();
    statuses.add(gateway.call(method, path, HEADERS.getFirst(), OVER_LIMIT).status());
    for (var headers : HEADERS) {
      for (var body : BODIES) {
        var answer = gateway.call(method, path, headers, body.getBytes(UTF_8));
        statuses.add(answer.status());
        if (answer.status() >= 400) {
          assertThat(SURFACE.codes()).contains(answer.json().path("code").asText());
        }
      }
    }
    return statuses;
  }

  /** All paths of up to four of these words. */
  private static Stream<String> paths(Set<String> words) {
    var one = words.stream().map(word -> "/" + word).toList();
    var two = one.stream().flatMap(head -> one.stream().map(head::concat)).toList();
    return Stream.of(
            one.stream(),
            two.stream(),
            two.stream().flatMap(head -> one.stream().map(head::concat)),
            two.stream().flatMap(head -> two.stream().map(head::concat)))
        .flatMap(paths -> paths);
  }

  /** What the doors' own code compares paths with, cut into words. */
  private static Set<String> wordsOfTheDoors() throws IOException {
    var words = new TreeSet<String>();
    try (var files = Files.list(Path.of("src/main/java/dev/warmline/functions/collect"))) {
      for (var file : files.filter(f -> f.toString().matches(".*(Door|Path)\\.java")).toList()) {
        LITERAL
            .matcher(Files.readString(file))
            .results()
            .map(literal -> literal.group(1).replaceAll("\\[[^]]*]|\\{[^}]*}|\\?:", ""))
            .flatMap(literal -> Arrays.stream(literal.replace("\\", "").split("[^\\w.-]+")))
            .filter(word -> word.matches("[A-Za-z].*"))
            .forEach(words::add);
      }
    }
    return words;
  }
}
