package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.warmline.event.Json;
import dev.warmline.rule.Model;
import dev.warmline.rule.ModelParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSchemaTest {
  private static final Path MODELS = Path.of("../../infra/models");
  private static final Path EVERY_KEY =
      Path.of("src/test/resources/dev/warmline/authoring/every-key.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(YamlModels.yaml());
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ModelSchema.write());

  static List<Path> examples() throws IOException {
    try (var files = Files.list(MODELS)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.toString().endsWith(".test.yaml"))
          .sorted()
          .toList();
    }
  }

  @Test
  void theSchemaBesideTheExamplesIsTheOneOfTheCheck() throws IOException {
    var published = MODELS.resolve("warmline-model.schema.json");
    var schema =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ModelSchema.write()) + "\n";
    if (System.getenv("WRITE_DOCS") != null) {
      Files.writeString(published, schema);
    }

    assertThat(Files.readString(published)).isEqualTo(schema);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleValidates(Path example) throws IOException {
    assertThat(SCHEMA.validate(tree(Files.readString(example)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsPublishedOfAnExampleIsReadBackAsTheSameModel(Path example) throws IOException {
    var model = YamlModels.read(example).model().orElseThrow();
    var stored = (ObjectNode) Json.read(Json.write(model.source()));

    assertThat(Model.of(stored, 7).file()).isEqualTo(model.file());
  }

  @Test
  void everyWordAndBoundThatTheSchemaOffersIsReadBack() throws IOException {
    var offers = new ArrayList<Offer>();
    offers(tree(Files.readString(EVERY_KEY)), SCHEMA.getSchemaNode(), "", offers);

    for (var offer : offers) {
      var tree = (ObjectNode) tree(Files.readString(EVERY_KEY));
      put(tree, offer.pointer(), offer.value());

      assertThat(SCHEMA.validate(tree)).as("%s", offer).isEmpty();
      assertThat(YamlModels.read("m.json", tree.toString()).errors()).as("%s", offer).isEmpty();
      assertThat(ModelParser.parse((ObjectNode) Json.read(Json.write(tree))).problems())
          .as("%s", offer)
          .isEmpty();
    }
    assertThat(offers).hasSizeGreaterThan(20);
  }

  @Test
  void theSampleWithEveryKeyIsAcceptedByAllAndHasEveryKeyOfTheSchema() throws IOException {
    var text = Files.readString(EVERY_KEY);

    assertThat(YamlModels.read("every-key.yaml", text).errors()).isEmpty();
    assertThat(SCHEMA.validate(tree(text))).isEmpty();
    assertThat(keysIn(tree(text))).containsAll(keysOf(SCHEMA.getSchemaNode()));
  }

  @Test
  void aKeyThatOneDoesNotKnowNoneKnows() throws IOException {
    var blocks = new ArrayList<String>();
    closedBlocks(tree(Files.readString(EVERY_KEY)), SCHEMA.getSchemaNode(), "", blocks);

    for (var pointer : blocks) {
      var tree = (ObjectNode) tree(Files.readString(EVERY_KEY));
      ((ObjectNode) tree.at(pointer)).put("zzz", 1);

      assertThat(SCHEMA.validate(tree)).as(pointer).isNotEmpty();
      assertThat(ModelParser.parse(tree).problems()).as(pointer).isNotEmpty();
      assertThat(YamlModels.read("m.json", tree.toString()).errors()).as(pointer).isNotEmpty();
    }
    assertThat(blocks).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/name 7",
        "/name \"\"",
        "/lookback \"1 month\"",
        "/lookback 30",
        "/retention \"P400D\"",
        "/scores []",
        "/scores/engagement/max \"100\"",
        "/scores/engagement/bands/hot \"x\"",
        "/scores/engagement/groups/web []",
        "/scores/engagement/groups/web/max true",
        "/scores/engagement/rules {}",
        "/scores/engagement/rules/0 \"page\"",
        "/scores/engagement/rules/0/id {}",
        "/scores/engagement/rules/0/when \"page\"",
        "/scores/engagement/rules/0/when {}",
        "/scores/engagement/rules/0/when {\"type\":\"page\"}",
        "/scores/engagement/rules/0/when {\"type\":[]}",
        "/scores/engagement/rules/0/points \"5\"",
        "/scores/engagement/rules/0/points 1000001",
        "/scores/engagement/rules/0/limit {}",
        "/scores/engagement/rules/0/limit {\"times\":0}",
        "/scores/engagement/rules/0/limit {\"times\":1.5}",
        "/scores/engagement/rules/0/limit {\"times\":1,\"per\":\"year\"}",
        "/scores/engagement/rules/0/limit {\"times\":1,\"distinct\":7}",
        "/scores/engagement/rules/0/after {\"times\":2}",
        "/scores/engagement/rules/0/after {\"times\":2,\"within\":\"7d\",\"per\":\"week\"}",
        "/scores/engagement/rules/0/decay \"slow\"",
        "/scores/engagement/rules/0/decay {}",
        "/scores/engagement/rules/0/decay {\"linear\":\"3d\",\"expires\":\"3d\"}",
        "/fit/bands []",
        "/fit/rules/0/points null",
        "/lists/free-mail []",
        "/lists/free-mail [{}]",
        "/qualify/enter {}",
        "/qualify/enter {\"all\":[]}",
        "/qualify/enter {\"score\":\"engagement\"}",
        "/qualify/enter {\"grade\":\"B\",\"score\":\"engagement\",\"at-least\":1}",
        "/qualify/required \"email\"",
        "/qualify/fast-track {}",
        "/qualify/exclude [{\"email\":[\"x\"]}]",
        "/segments/0/id 7",
        "/routes/0/warm-handoff \"yes\"",
        "/sla/accept-within \"4 hours\"",
        "/sla/business-hours/days [\"monday\"]",
        "/sla/business-hours/days []",
        "/sla/business-hours/from \"9am\"",
        "/return-reasons [7]",
        "/recycle/after \"never\""
      })
  void aMistakeOfShapeFailsTheSchemaTheCheckAndTheReading(String mistake) throws IOException {
    var pointer = mistake.substring(0, mistake.indexOf(' '));
    var tree = (ObjectNode) tree(Files.readString(EVERY_KEY));

    put(tree, pointer, JSON.readTree(mistake.substring(pointer.length() + 1)));

    assertThat(SCHEMA.validate(tree)).isNotEmpty();
    assertThat(YamlModels.read("m.json", tree.toString()).errors()).isNotEmpty();
    assertThat(ModelParser.parse(tree).problems()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/name",
        "/scores",
        "/scores/engagement/rules",
        "/scores/engagement/rules/0/id",
        "/scores/engagement/rules/0/when",
        "/scores/engagement/rules/0/points",
        "/fit/bands",
        "/fit/rules",
        "/fit/rules/0/when",
        "/segments/0/when",
        "/routes/0/queue",
        "/sla/business-hours/to"
      })
  void aMissingKeyFailsTheSchemaTheCheckAndTheReading(String pointer) throws IOException {
    var tree = (ObjectNode) tree(Files.readString(EVERY_KEY));
    var parent = (ObjectNode) tree.at(pointer.substring(0, pointer.lastIndexOf('/')));

    parent.remove(pointer.substring(pointer.lastIndexOf('/') + 1));

    assertThat(SCHEMA.validate(tree)).isNotEmpty();
    assertThat(YamlModels.read("m.json", tree.toString()).errors()).isNotEmpty();
    assertThat(ModelParser.parse(tree).problems()).isNotEmpty();
  }

  /** A value that the schema allows at a place. */
  private record Offer(String pointer, JsonNode value) {}

  private static void offers(JsonNode node, JsonNode schema, String pointer, List<Offer> found) {
    schema.path("enum").forEach(word -> found.add(new Offer(pointer, word)));
    schema.path("anyOf").path(0).path("enum").forEach(word -> found.add(new Offer(pointer, word)));
    if (schema.path("type").asText().equals("boolean")) {
      found.add(new Offer(pointer, JSON.getNodeFactory().booleanNode(!node.booleanValue())));
    }
    if (schema.path("type").asText().equals("integer")) {
      found.add(new Offer(pointer, schema.path("minimum")));
      found.add(new Offer(pointer, schema.path("maximum")));
    }
    eachWithin(node, schema, pointer, (inner, of, at) -> offers(inner, of, at, found));
  }

  private static void put(ObjectNode tree, String pointer, JsonNode value) {
    var slash = pointer.lastIndexOf('/');
    var key = pointer.substring(slash + 1);
    switch (tree.at(pointer.substring(0, slash))) {
      case ObjectNode parent -> parent.set(key, value);
      case com.fasterxml.jackson.databind.node.ArrayNode list ->
          list.set(Integer.parseInt(key), value);
      case JsonNode other -> throw new IllegalArgumentException(pointer + " in " + other);
    }
  }

  private static Set<String> keysIn(JsonNode node) {
    var keys = new TreeSet<String>();
    node.fieldNames().forEachRemaining(keys::add);
    node.forEach(child -> keys.addAll(keysIn(child)));
    return keys;
  }

  private static Set<String> keysOf(JsonNode schema) {
    var keys = new TreeSet<String>();
    schema.path("properties").fieldNames().forEachRemaining(keys::add);
    schema.forEach(child -> keys.addAll(keysOf(child)));
    return keys;
  }

  /** The objects of a document in which the schema allows known keys only. */
  private static void closedBlocks(
      JsonNode node, JsonNode schema, String pointer, List<String> found) {
    var resolved = resolve(schema);
    if (node.isObject() && resolved.path("additionalProperties").isBoolean()) {
      found.add(pointer);
    }
    eachWithin(node, schema, pointer, (inner, of, at) -> closedBlocks(inner, of, at, found));
  }

  private interface Visitor {
    void visit(JsonNode node, JsonNode schema, String pointer);
  }

  private static void eachWithin(JsonNode node, JsonNode schema, String pointer, Visitor visitor) {
    var resolved = resolve(schema);
    for (var property : node.properties()) {
      var key = property.getKey();
      var inner = resolved.path("properties").path(key);
      var each = inner.isMissingNode() ? resolved.path("additionalProperties") : inner;
      visitor.visit(property.getValue(), each, pointer + "/" + key);
    }
    for (var i = 0; node.isArray() && i < node.size(); i++) {
      visitor.visit(node.get(i), resolved.path("items"), pointer + "/" + i);
    }
  }

  private static JsonNode resolve(JsonNode schema) {
    var reference = schema.path("$ref").asText();
    if (!reference.isEmpty()) {
      return SCHEMA.getSchemaNode().at(reference.substring(1));
    }
    return schema.has("anyOf") ? schema.path("anyOf").path(1) : schema;
  }

  private static JsonNode tree(String yaml) throws JsonProcessingException {
    return YAML.readTree(yaml);
  }
}
