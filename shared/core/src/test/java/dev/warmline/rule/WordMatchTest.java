package dev.warmline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole words, parts of texts, and numbers that are texts. */
class WordMatchTest {

  @ParameterizedTest
  @CsvSource({
    "VP of Sales, vp",
    "'vp, sales', vp",
    "'Sr. Director, IT', DIRECTOR",
    "Head of Growth, head of growth",
    "Head-of  Growth!, head of growth",
    "ДИРЕКТОР по продажам, директор",
    "ΔΙΕΥΘΥΝΤΗΣ, διευθυντης",
    "営業部長, 部長",
    "Vice\u00a0President, vice president",
    "C-level, c level",
    "İT Director, it",
    "Cafe\u0301 owner, café"
  })
  void aWordIsFoundInAnyCaseAndScript(String title, String word) {
    assertThat(matches("{'has-word':['%s']}".formatted(word), title)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Advisor to nobody, vp",
    "MVP, vp",
    "VPs, vp",
    "Overhead, head",
    "Head Growth, head of growth",
    "Growth head of, head of growth",
    "'', vp"
  })
  void aPartOfAWordIsNoWord(String title, String word) {
    assertThat(matches("{'has-word':['%s']}".formatted(word), title)).isFalse();
  }

  @Test
  void aPartOfATextIsFoundInAnyCase() {
    assertThat(matches("{'contains':'GROWTH'}", "Head of growth hacking")).isTrue();
    assertThat(matches("{'contains':'rowth h'}", "Head of growth hacking")).isTrue();
    assertThat(matches("{'contains':'100*'}", "up to 100* more")).isTrue();
    assertThat(matches("{'contains':'100*'}", "up to 1000")).isFalse();
    assertThat(matches("{'contains':'a\\\\b'}", "xa\\B")).isTrue();
  }

  @Test
  void allMatchesOfAFieldAreAlternativesWhateverTheyLookAt() {
    var mixed = "'exactly',{'has-word':['vp']},{'contains':'own'},{'numeric':['>',5]}";

    assertThat(List.of("exactly", "the VP", "Owner", "6"))
        .allSatisfy(title -> assertThat(matches(mixed, title)).isTrue());
    assertThat(List.of("Exactly", "mvp", "5")).noneMatch(title -> matches(mixed, title));
  }

  @Test
  void eachElementOfAListIsLookedAt() throws JsonProcessingException {
    var set = set("{'has-word':['vp']}");

    assertThat(set.matching(Json.read("{\"title\":[\"CTO\",\"VP Sales\"]}"))).hasSize(1);
    assertThat(set.matching(Json.read("{\"title\":[\"CTO\",7]}"))).isEmpty();
  }

  @Test
  void aNumberAndItsTextAreTheSame() throws JsonProcessingException {
    for (var value : List.of("500", "\"500\"", "[1, 500]", "[\"500\"]")) {
      var document = Json.read("{\"title\":%s}".formatted(value));
      for (var match :
          List.of(
              "500",
              "'500'",
              "{'numeric':['=',500]}",
              "{'prefix':'50'}",
              "{'has-word':['500']}",
              "{'contains':'50'}")) {
        assertThat(set(match).matching(document)).as("%s on %s", match, value).hasSize(1);
      }
    }
    for (var value : List.of("500", "\"500\"")) {
      var document = Json.read("{\"title\":%s}".formatted(value));
      for (var match : List.of("{'anything-but':['500']}", "{'anything-but':[500]}", "'0500'")) {
        assertThat(set(match).matching(document)).as("%s on %s", match, value).isEmpty();
      }
    }
  }

  @Test
  void wordsThatAreNoneAreRefusedWithAnExample() {
    assertThat(problem("{'has-word':'vp'}")).contains("has-word lists words: { has-word: [vp");
    assertThat(problem("{'has-word':[]}")).contains("has-word lists words");
    assertThat(problem("{'has-word':['+']}")).contains("letters and digits; \"+\" is none");
    assertThat(problem("{'contains':['vp']}")).contains("{ contains: growth }");
    assertThat(problem("{'contains':''}")).contains("contains names a text");
  }

  private static boolean matches(String match, String title) {
    var document = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    return set(match).matching(document.put("title", title)).length > 0;
  }

  private static PatternSet set(String matches) {
    return PatternSet.of(List.of(new Pattern(json("{'title':[%s]}".formatted(matches)))));
  }

  private static String problem(String match) {
    var problems = new java.util.ArrayList<Problem>();
    var pattern = json("{'title':[%s]}".formatted(match));
    assertThat(new PatternReader(Map.of(), problems).read(pattern, "/when")).isEmpty();
    return problems.getFirst().message();
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.read(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
