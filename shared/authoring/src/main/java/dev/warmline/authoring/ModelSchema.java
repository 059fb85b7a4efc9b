package dev.warmline.authoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Block;
import dev.warmline.rule.BuiltInLists;
import dev.warmline.rule.DurationText;
import dev.warmline.rule.Key;
import dev.warmline.rule.ModelKeys;
import dev.warmline.rule.Shape;
import dev.warmline.rule.Value;
import dev.warmline.team.TeamKeys;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The shape of the model and team files as JSON Schema, for editors that complete and validate. */
public final class ModelSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();

  private ModelSchema() {}

  /** The schema (draft 2020-12). It allows every key that the check of a file allows, no other. */
  public static ObjectNode write() {
    var writer = new ModelSchema();
    var schema = writer.file("model", ModelKeys.FILE);
    writer.definitions.put("pattern", pattern());
    schema.putObject("$defs").setAll(writer.definitions);
    return schema;
  }

  /** The same for the team file. */
  public static ObjectNode writeTeam() {
    return new ModelSchema().file("team", TeamKeys.FILE);
  }

  private ObjectNode file(String what, Block<?> file) {
    var schema = NODES.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://warmline.dev/warmline-" + what + ".schema.json");
    schema.put("title", "Warmline " + what);
    schema.setAll(block(file));
    return schema;
  }

  private ObjectNode of(Shape<?> shape) {
    return switch (shape) {
      case Block<?> block -> block(block);
      case Shape.Again<?> again -> again(again);
      case Shape.Mapped<?, ?> mapped -> of(mapped.of());
      case Shape.Named<?> named -> with(type("object"), "additionalProperties", of(named.each()));
      case Shape.Items<?> items -> items(items);
      case Shape.NamesOrBlocks<?> names ->
          anyOf(items(names.names()), with(type("object"), "additionalProperties", saying(names)));
      case Shape.NumberOr<?> choice -> anyOf(of(choice.number()), block(choice.block()));
      case Shape.WordOr<?> choice ->
          choice.other().isEmpty()
              ? words(choice.words())
              : anyOf(words(choice.words()), of(choice.other().getFirst()));
      case Value<?> value -> of(value);
    };
  }

  private static ObjectNode of(Value<?> value) {
    return switch (value) {
      case Value.OfPattern _ -> reference("pattern");
      case Value.Text(var longest) -> text(longest);
      case Value.Zone _ -> text(300);
      case Value.Name _ -> matching(Value.Name.FORM);
      case Value.Currency _ -> matching(Value.Currency.FORM);
      case Value.Path _ -> matching(Value.Path.FORM);
      case Value.ClockTime _ -> matching(Value.ClockTime.FORM);
      case Value.Span _ -> matching(DurationText.FORM);
      case Value.Amount _ -> between("number", -Value.Amount.MOST, Value.Amount.MOST);
      case Value.Rate _ ->
          type("number").put("exclusiveMinimum", 0).put("maximum", Value.Rate.MOST);
      case Value.Count(var most) -> between("integer", 1, most);
      case Value.Flag _ -> type("boolean");
      case Value.Plain _ -> plainValue();
      case Value.Formed<?> formed -> matching(formed.form());
    };
  }

  /** The first time defines it, before it is come upon within itself. */
  private ObjectNode again(Shape.Again<?> again) {
    if (!definitions.containsKey(again.name())) {
      definitions.put(again.name(), NODES.objectNode());
      definitions.put(again.name(), block(again.block().get()));
    }
    return reference(again.name());
  }

  private ObjectNode block(Block<?> block) {
    var schema = type("object");
    var properties = schema.putObject("properties");
    block.keys().forEach(key -> properties.set(key.name(), described(key)));
    schema.put("additionalProperties", false);
    var required = block.keys().stream().filter(Key::required).map(Key::name).toList();
    if (!required.isEmpty()) {
      texts(schema.putArray("required"), required);
    }
    if (!block.alternatives().isEmpty()) {
      var alternatives = schema.putArray("oneOf");
      for (var keys : block.alternatives()) {
        var alternative = alternatives.addObject();
        texts(alternative.putArray("required"), new TreeSet<>(keys));
        alternative.put("maxProperties", keys.size());
      }
    }
    return schema;
  }

  private ObjectNode described(Key<?> key) {
    return of(key.shape()).put("description", key.documentation());
  }

  private ObjectNode saying(Shape.NamesOrBlocks<?> names) {
    var nothing = words(List.of(""));
    nothing.withArray("enum").addNull();
    return anyOf(block(names.each()), nothing);
  }

  private ObjectNode items(Shape.Items<?> shape) {
    var schema = with(type("array"), "items", of(shape.each()));
    return shape.atLeast() > 0 ? schema.put("minItems", shape.atLeast()) : schema;
  }

  private static ObjectNode with(ObjectNode schema, String key, ObjectNode inner) {
    schema.set(key, inner);
    return schema;
  }

  private static ObjectNode text(int longest) {
    return type("string").put("minLength", 1).put("maxLength", longest);
  }

  private static ObjectNode pattern() {
    var schema = type("object");
    schema.put("description", "an EventBridge event pattern");
    var member = anyOf(type("array").put("minItems", 1), reference("pattern"));
    schema.set("additionalProperties", member);
    return schema.put("minProperties", 1);
  }

  private static ObjectNode plainValue() {
    var schema = NODES.objectNode();
    schema.putArray("type").add("string").add("number").add("boolean");
    return anyOf(schema, builtIn());
  }

  private static ObjectNode builtIn() {
    var schema = type("object");
    schema.putObject("properties").set("list", words(new TreeSet<>(BuiltInLists.NAMES)));
    texts(schema.putArray("required"), List.of("list"));
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode anyOf(ObjectNode one, ObjectNode other) {
    var schema = NODES.objectNode();
    schema.putArray("anyOf").add(one).add(other);
    return schema;
  }

  private static ObjectNode between(String type, long least, long most) {
    return type(type).put("minimum", least).put("maximum", most);
  }

  private static ObjectNode words(Collection<String> words) {
    var schema = NODES.objectNode();
    texts(schema.putArray("enum"), words);
    return schema;
  }

  private static ObjectNode matching(String form) {
    return type("string").put("pattern", "^" + form + "$");
  }

  private static ObjectNode reference(String definition) {
    return NODES.objectNode().put("$ref", "#/$defs/" + definition);
  }

  private static ObjectNode type(String type) {
    return NODES.objectNode().put("type", type);
  }

  private static void texts(ArrayNode array, Collection<String> texts) {
    texts.forEach(array::add);
  }
}
