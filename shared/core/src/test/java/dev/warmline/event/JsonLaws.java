package dev.warmline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the mapper that it stands in for. */
class JsonLaws {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Property
  void writesWhatTheMapperWrites(@ForAll("trees") JsonNode tree) {
    assertThat(Json.write(tree)).isEqualTo(tree.toString());
  }

  @Property
  void readsWhatTheMapperReads(@ForAll("trees") JsonNode tree) throws IOException {
    var text = tree.toPrettyString();

    assertThat(Json.read(text)).isEqualTo(MAPPER.readTree(text));
    assertThat(Json.read(new ByteArrayInputStream(text.getBytes(UTF_8))))
        .isEqualTo(MAPPER.readTree(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "null",
        "{} trailing",
        "{\"a\":1,\"a\":{\"b\":2}}",
        "[1,2147483648,-9223372036854775809,1.50,1e999,-0.0,1e-7]",
        "{\"\":\"\\u0000\\ud83d\\ude00 \\/ \\\" \u2028\"}"
      })
  void readsAndWritesOddTextsAsTheMapperDoes(String text) throws JsonProcessingException {
    var tree = Json.read(text);

    assertThat(tree).isEqualTo(MAPPER.readTree(text));
    assertThat(Json.write(tree)).isEqualTo(tree.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1,", "{\"a\"}", "{'a':1}", "nul", "[1}", "\"open", "01", "[NaN]"})
  void refusesWhatIsNoJson(String text) {
    assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> MAPPER.readTree(text)).isInstanceOf(JsonProcessingException.class);
  }

  @Example
  void refusesToNestWithoutEnd() {
    assertThatThrownBy(() -> Json.read("[".repeat(100_000)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Provide
  Arbitrary<JsonNode> trees() {
    return Arbitraries.recursive(JsonLaws::leaves, JsonLaws::branches, 0, 4);
  }

  private static Arbitrary<JsonNode> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(8).map(NODES::textNode),
        Arbitraries.integers().map(NODES::numberNode),
        Arbitraries.longs().map(NODES::numberNode),
        Arbitraries.bigIntegers().map(NODES::numberNode),
        Arbitraries.doubles().map(NODES::numberNode),
        Arbitraries.bigDecimals().map(NODES::numberNode),
        Arbitraries.of(true, false).map(NODES::booleanNode),
        Arbitraries.just(NODES.nullNode()));
  }

  private static Arbitrary<JsonNode> branches(Arbitrary<JsonNode> values) {
    return Arbitraries.oneOf(
        values.list().ofMaxSize(4).map(all -> NODES.arrayNode().addAll(all)),
        Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), values)
            .ofMaxSize(4)
            .map(all -> NODES.objectNode().setAll(all)));
  }
}
