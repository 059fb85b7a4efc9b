package dev.warmline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import software.amazon.event.ruler.GenericMachine;

class PatternSetTest {
  private static final List<String> MATCHES =
      List.of(
          "\"a\"",
          "\"ab\"",
          "\"500\"",
          "\"\"",
          "\"B\"",
          "\"10.0.0.1\"",
          "500",
          "0.5",
          "true",
          "{\"prefix\":\"a\"}",
          "{\"suffix\":\"b\"}",
          "{\"prefix\":{\"equals-ignore-case\":\"b\"}}",
          "{\"suffix\":{\"equals-ignore-case\":\"AB\"}}",
          "{\"equals-ignore-case\":\"b\"}",
          "{\"equals-ignore-case\":\"AB\"}",
          "{\"anything-but\":[\"a\",\"ab\"]}",
          "{\"anything-but\":{\"equals-ignore-case\":[\"B\",\"a\"]}}",
          "{\"anything-but\":{\"wildcard\":\"*5*\"}}",
          "{\"numeric\":[\"<\",0]}",
          "{\"numeric\":[\"<\",100]}",
          "{\"numeric\":[\">\",0,\"<=\",500]}",
          "{\"cidr\":\"10.0.0.0/8\"}",
          "{\"exists\":true}",
          "{\"exists\":false}",
          "{\"wildcard\":\"*5*\"}",
          "{\"wildcard\":\"*b\"}",
          "{\"anything-but\":[\"500\"]}",
          "{\"anything-but\":[500]}",
          "{\"has-word\":[\"b\",\"500\"]}",
          "{\"contains\":\"b\"}");
  private static final List<String> VALUES =
      List.of(
          "\"a\"",
          "\"ab\"",
          "\"B\"",
          "\"b\"",
          "\"A b\"",
          "\"\"",
          "\"500\"",
          "\"5e2\"",
          "\"10.0.0.1\"",
          "\"/pricing\"",
          "500",
          "0.5",
          "-1",
          "true",
          "null");

  private static final List<PatternSet> ALONE =
      MATCHES.stream().map(match -> set(pattern(match))).toList();

  @Test
  void aWildcardDoesNotConfuseAnotherRuleThatIgnoresCase() {
    var patterns =
        set("{\"role\":[{\"wildcard\":\"*b\"}]}", "{\"role\":[{\"equals-ignore-case\":\"b\"}]}");

    assertThat(patterns.matching(json("{\"role\":\"a\"}"))).isEmpty();
    assertThat(patterns.matching(json("{\"role\":\"B\"}"))).containsExactly(1);
    assertThat(patterns.matching(json("{\"role\":\"b\"}"))).containsExactly(0, 1);
  }

  @Test
  void onePatternMayMixWhatOneMachineMustNot() {
    var patterns =
        set(
            "{\"type\":[\"page\"],\"$or\":[{\"q\":[{\"wildcard\":\"*5*\"},{\"equals-ignore-case\":\"b\"},\"x\"]},"
                + "{\"n\":[1,{\"numeric\":[\">\",5]}]}]}");

    assertThat(Stream.of("\"a\"", "\"-0\"", "\"/docs\"").map(q -> page("q", q)))
        .noneMatch(page -> patterns.matching(page).length > 0);
    assertThat(Stream.of("\"B\"", "\"x\"", "\"a5\"").map(q -> page("q", q)))
        .allMatch(page -> patterns.matching(page).length == 1);
    assertThat(Stream.of("1", "6", "\"6\"").map(n -> page("n", n)))
        .allMatch(page -> patterns.matching(page).length == 1);
    assertThat(patterns.matching(page("n", "2"))).isEmpty();
  }

  @Property(tries = 2_000)
  void manyPatternsMatchWhatEachMatchesAlone(
      @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 0, max = 29) Integer> chosen) {
    var all = set(chosen.stream().map(i -> pattern(MATCHES.get(i))).toArray(String[]::new));
    var together = set(pattern(String.join(",", chosen.stream().map(MATCHES::get).toList())));

    for (var value : VALUES) {
      var document = json("{\"q\":" + value + "}");
      var expected = alone(chosen, document);
      assertThat(all.matching(document)).as(value).containsExactly(expected);
      assertThat(together.matching(document)).as(value).hasSize(expected.length == 0 ? 0 : 1);
    }
  }

  @Test
  void otherValuesAreThoseThatEventRulerTakesForOthers() throws Exception {
    for (var match : List.of("[\"a\",\"true\",\"\"]", "\"a\"", "[500,-1,0.50]", "500")) {
      var pattern = pattern("{\"anything-but\":" + match + "}");
      var machine = GenericMachine.<String>builder().build();
      machine.addRule("one", pattern);
      for (var value : VALUES.stream().filter(it -> !it.matches("\"?[-0-9.e]+\"?")).toList()) {
        for (var document : List.of(value, "[" + value + ",[\"a\",500]]", "[[" + value + "]]")) {
          var json = json("{\"q\":" + document + "}");
          assertThat(set(pattern).matching(json).length > 0)
              .as(pattern + " " + json)
              .isEqualTo(!machine.rulesForJSONEvent(json).isEmpty());
        }
      }
      for (var document : List.of("{}", "{\"q\":[]}", "{\"q\":{\"r\":1}}", "{\"q\":[{\"r\":1}]}")) {
        assertThat(set(pattern).matching(json(document))).isEmpty();
      }
    }
  }

  @Test
  void aLongListOfOtherValuesIsOneLook() {
    var list = IntStream.range(0, 3_000).mapToObj(i -> "\"d" + i + ".example\"").toList();
    var pattern = set(pattern("{\"anything-but\":[" + String.join(",", list) + "]}"));

    assertThat(pattern.seen(json("{\"q\":\"corp.example\"}")).path("q\0other").isTextual())
        .isTrue();
    assertThat(pattern.matching(json("{\"q\":\"corp.example\"}"))).containsExactly(0);
    assertThat(pattern.matching(json("{\"q\":\"d7.example\"}"))).isEmpty();
    assertThat(pattern.matching(json("{\"q\":[\"d7.example\",\"d3000.example\"]}")))
        .containsExactly(0);
  }

  @Test
  void whatIsNotAllTextsOrAllNumbersIsRefused() {
    for (var match :
        List.of("[]", "[1,\"a\"]", "[true]", "true", "[null]", "[{\"prefix\":\"a\"}]")) {
      assertThat(PatternSet.refusal(json(pattern("{\"anything-but\":" + match + "}"))))
          .contains("anything-but lists texts or numbers: { anything-but: [free, trial] }");
    }
  }

  private static int[] alone(List<Integer> chosen, ObjectNode document) {
    var places = new ArrayList<Integer>();
    for (var i = 0; i < chosen.size(); i++) {
      if (ALONE.get(chosen.get(i)).matching(document).length > 0) {
        places.add(i);
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String pattern(String matches) {
    return "{\"q\":[" + matches + "]}";
  }

  private static ObjectNode page(String key, String value) {
    return json("{\"type\":\"page\",\"" + key + "\":" + value + "}");
  }

  private static PatternSet set(String... patterns) {
    return PatternSet.of(Stream.of(patterns).map(one -> new Pattern(json(one))).toList());
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
