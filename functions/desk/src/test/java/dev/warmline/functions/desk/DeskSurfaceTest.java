package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.OutcomeFields;
import dev.warmline.testkit.SlackPress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** docs/openapi-desk.yaml and the handler say the same, in both directions. */
class DeskSurfaceTest {
  private static final JsonNode DOCUMENT = document();
  private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete");
  private static final List<String> PEOPLE = List.of("kim", "bo", "mia", "eve", "lee");
  private static final List<String> BODIES =
      List.of(
          "",
          "[]",
          "{\"act\":\"accepted\"}",
          "{\"act\":\"noted\",\"text\":\"x\"}",
          "{\"act\":\"lost\",\"reason\":\"no-budget\"}",
          "{\"act\":\"accept\"}",
          "{\"traits\":{\"email\":\"jo@fair.example\"},\"why\":\"met\"}",
          "{\"traits\":{\"email\":\"gone@acme.example\"},\"why\":\"met\"}",
          "{\"sure\":true}",
          " ".repeat(70_000));

  record Operation(String method, String path, Set<Integer> statuses) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    for (var path : DOCUMENT.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          var statuses = new TreeSet<Integer>();
          method
              .getValue()
              .path("responses")
              .fieldNames()
              .forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
          var name = method.getKey().toUpperCase(Locale.ROOT);
          operations.add(new Operation(name, path.getKey(), statuses));
        }
      }
    }
    return operations;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whateverIsSentTheAnswersAreThoseThatAreDocumented(Operation operation) {
    var seen = new TreeSet<>(pressed(operation));

    for (var lead : List.of("u-1", "nobody")) {
      var path = operation.path().replace("{lead}", lead);
      if (operation.method().equals("POST")) {
        BODIES.forEach(body -> seen.addAll(statuses("POST", path, body)));
      } else {
        seen.addAll(statuses(operation.method(), path, ""));
        seen.addAll(statuses(operation.method(), path + "?limit=0&after=!", ""));
      }
    }

    assertThat(seen).isEqualTo(operation.statuses());
  }

  /** What Slack is answered, and whoever is none. */
  private static Set<Integer> pressed(Operation operation) {
    if (!operation.path().equals("/slack/actions")) {
      return Set.of();
    }
    var desk = prepared();
    var press = SlackPress.of("payload=%7B%7D", SlackPress.SECRET, desk.clock.instant());
    var away = Desk.withoutSigningSecret().press(press);
    assertThat(codes()).contains(away.code());
    return Set.of(desk.press(press).status(), away.status());
  }

  private static Set<Integer> statuses(String method, String url, String body) {
    var desk = prepared();
    var seen = new TreeSet<Integer>();
    for (var person : PEOPLE) {
      seen.add(judged(desk, method, url, body, desk.bearer(person)));
    }
    seen.add(judged(desk, method, url, body, "Bearer x"));
    desk.clock.advance(Duration.ofMinutes(2));
    seen.add(judged(desk, method, url, body, desk.bearer("lee")));
    var alone = Desk.withoutIssuer();
    seen.add(judged(alone, method, url, body, alone.bearer("kim")));
    return seen;
  }

  private static int judged(Desk desk, String method, String url, String body, String token) {
    var answer =
        desk.call(
            method, url, body, "Authorization", token, "Idempotency-Key", "k-" + token.hashCode());
    if (answer.status() >= 400) {
      assertThat(codes()).contains(answer.code());
    }
    return answer.status();
  }

  private static Desk prepared() {
    var desk = new Desk();
    desk.qualified("u-1");
    desk.qualified("gone");
    desk.act("kim", "gone", "{'act':'returned','reason':'do-not-contact'}");
    desk.scoreAnew("gone");
    desk.act("mia", "gone", "{'act':'reopened','why':'x'}");
    return desk;
  }

  @Test
  void everyAddressIsDocumented() {
    var words =
        List.of("leads", "queue", "waiting", "returned", "team", "sla", "acts", "x", "notes");
    var desk = new Desk();
    var paths =
        words.stream()
            .flatMap(
                one ->
                    Stream.concat(
                        Stream.of(one),
                        words.stream()
                            .flatMap(
                                two ->
                                    Stream.of("", "/acts", "/export", "/erase")
                                        .map(end -> one + "/" + two + end))));

    var hidden =
        paths
            .map(path -> "/api/v1/" + path)
            .flatMap(
                path ->
                    Stream.of("GET", "POST", "PUT", "DELETE")
                        .filter(method -> isAnswered(desk, method, path))
                        .filter(method -> !isDocumented(method, path))
                        .map(method -> method + " " + path));

    assertThat(hidden).isEmpty();
  }

  private static boolean isAnswered(Desk desk, String method, String path) {
    return desk.call(method, path, "").status() == 401;
  }

  private static boolean isDocumented(String method, String path) {
    return operations().stream()
        .filter(operation -> operation.method().equals(method))
        .anyMatch(operation -> path.matches(operation.path().replace("{lead}", ".+")));
  }

  @Test
  void theFieldsOfAnActAreThoseThatTheDeskTakes() {
    var documented = new TreeSet<String>();
    DOCUMENT
        .at("/components/schemas/Act/properties")
        .fieldNames()
        .forEachRemaining(documented::add);
    var acts = new TreeSet<String>();
    DOCUMENT
        .at("/components/schemas/Act/properties/act/enum")
        .forEach(act -> acts.add(act.asText()));

    var taken = new TreeSet<>(OutcomeFields.names());
    taken.add("take");
    assertThat(documented).isEqualTo(taken);
    assertThat(acts).containsExactlyElementsOf(OutcomeFields.acts());
  }

  private static Set<String> codes() {
    var codes = new TreeSet<String>();
    DOCUMENT
        .at("/components/schemas/Refusal/properties/code/enum")
        .forEach(code -> codes.add(code.asText()));
    return codes;
  }

  private static JsonNode document() {
    try (var file = Files.newBufferedReader(Path.of("../../docs/openapi-desk.yaml"))) {
      return Desk.JSON.valueToTree(new Yaml().load(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
