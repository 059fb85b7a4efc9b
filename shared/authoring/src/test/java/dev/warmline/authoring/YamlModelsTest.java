package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlModelsTest {

  @Test
  void aSyntaxErrorIsAProblemWithItsLine() {
    assertThat(messages("m.yaml", "name: m\nscores: {\n  a: [\n"))
        .containsExactly(
            "m.yaml:2:9: the { that begins here is not closed: write } (did you mean scores: { }?)",
            "m.yaml:3:6: the [ that begins here is not closed: write ] (did you mean a: []?)");
    assertThat(messages("m.json", "{\"name\":\n  \"m\",,}"))
        .singleElement()
        .asString()
        .startsWith("m.json:2:7: cannot be read: ");
  }

  @Test
  void aKeyGivenTwiceIsAProblemAtTheSecond() {
    assertThat(messages("m.yaml", "name: m\nscores: {}\nname: n\n"))
        .containsExactly(
            "m.yaml:3:1: the key name is given twice here, first in line 1; keep one of them, with"
                + " all that is under both");
    assertThat(messages("m.json", "{\"name\":\"m\",\n \"scores\":{},\n \"name\":{\"x\":[1]}}"))
        .containsExactly(
            "m.json:3:2: the key name is given twice here, first in line 1; keep one of them, with"
                + " all that is under both");
  }

  @Test
  void jsonHasLinesAndColumnsToo() {
    assertThat(
            messages(
                "m.json", "{\n  \"name\": \"m\",\n  \"scores\": {},\n  \"lokback\": \"3d\"\n}"))
        .containsExactly("m.json:4:3: unknown key lokback in a model (did you mean lookback?)");
  }

  @Test
  void aliasesTagsAndASecondDocumentAreRefused() {
    assertThat(messages("m.yaml", "name: &n m\nscores: {}\nretention: *n\n"))
        .singleElement()
        .asString()
        .startsWith("m.yaml:3:")
        .contains("aliases are not supported");
    assertThat(messages("m.yaml", "name: !x m\nscores: {}\n"))
        .singleElement()
        .asString()
        .contains("tags are not supported");
    assertThat(messages("m.yaml", "name: m\nscores: {}\n---\nname: n\n"))
        .containsExactly("m.yaml:4:1: a model file holds one document");
  }

  @Test
  void nothingAndTheWrongThingAreProblems() {
    assertThat(messages("m.yaml", ""))
        .containsExactly(
            "m.yaml:1:1: the file is empty: begin with name and scores (did you mean name:"
                + " my-rules?)");
    assertThat(messages("m.yaml", "# only words\n"))
        .containsExactly(
            "m.yaml:1:1: the file is empty: begin with name and scores (did you mean name:"
                + " my-rules?)");
    assertThat(messages("m.yaml", "- name"))
        .containsExactly(
            "m.yaml:1:1: a model is a block of keys and values (did you mean name: my-rules?)");
    assertThat(messages("m.yaml", "name: null\nscores: {}"))
        .containsExactly("m.yaml:1:7: name has no value; write one or remove the key");
    assertThat(messages("m.yaml", "null")).hasSize(1);
  }

  @Test
  void sizeAndDepthAreBounded() {
    assertThat(messages("m.yaml", "#".repeat(1_000_001)))
        .containsExactly("m.yaml:1:1: a model file has at most 1000000 characters");
    var deep =
        "{\"name\":\"m\",\"scores\":{},\"qualify\":{\"enter\":" + "{\"not\":".repeat(60) + "{}";
    assertThat(messages("m.json", deep + "}".repeat(62)))
        .anyMatch(message -> message.contains("nested too deeply"));
    assertThat(messages("m.json", "[".repeat(100_000))).isNotEmpty();
    assertThat(messages("m.yaml", "[".repeat(100_000))).isNotEmpty();
  }

  @Test
  void thousandsOfMistakesAreCutShort() {
    var text = new StringBuilder("name: m\nscores: {}\n");
    for (var i = 0; i < 5_000; i++) {
      text.append("zzz").append(i).append(": 1\n");
    }

    assertThat(messages("m.yaml", text.toString())).hasSize(1_000);
  }

  @Test
  void noIsACountry() {
    var text =
        """
        name: m
        scores: {}
        fit:
          bands: { A: 1, B: 0 }
          rules: [{ id: north, when: { traits: { country: [NO, SE] } }, points: 1 }]
        """;

    var checked = YamlModels.read("m.yaml", text);

    assertThat(checked.findings()).isEmpty();
    var country = checked.model().orElseThrow().source().at("/fit/rules/0/when/traits/country");
    assertThat(country.toString()).isEqualTo("[\"NO\",\"SE\"]");
  }

  private static List<String> messages(String file, String text) {
    var checked = YamlModels.read(file, text);
    assertThat(checked.model()).isEmpty();
    return checked.findings().stream().map(Finding::toString).toList();
  }
}
