package dev.warmline.authoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.authoring.Shape.Fields;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The shape of the model file as JSON Schema, for editors that complete and validate. */
public final class ModelSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ModelSchema() {}

  /** The schema (draft 2020-12). It allows every key that the check of a file allows, no other. */
  public static ObjectNode write() {
    var schema = NODES.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://warmline.dev/warmline-model.schema.json");
    schema.put("title", "Warmline model");
    schema.setAll(fields(ModelShape.FILE));
    var definitions = schema.putObject("$defs");
    definitions.set("condition", fields(ModelShape.CONDITION));
    definitions.set("pattern", pattern());
    return schema;
  }

  private static ObjectNode of(Shape shape) {
    return switch (shape) {
      case Fields fields -> fields(fields);
      case Shape.Condition _ -> reference("condition");
      case Shape.Pattern _ -> reference("pattern");
      case Shape.Named named -> named(named);
      case Shape.Items items -> items(items);
      case Shape.WordOr either -> anyOf(words(List.of(either.word())), of(either.other()));
      case Shape.Text text -> type("string").put("minLength", 1).put("maxLength", text.longest());
      case Shape.ItemId _ -> matching(Shape.ItemId.FORM);
      case Shape.Path _ -> matching(Shape.Path.FORM);
      case Shape.ClockTime _ -> matching(Shape.ClockTime.FORM);
      case Shape.Span _ -> matching(DurationText.FORM);
      case Shape.Choice choice -> words(choice.words());
      case Shape.ChoiceOrDuration choice ->
          anyOf(words(choice.words()), matching(DurationText.FORM));
      case Shape.Amount _ -> between("number", -Shape.Amount.MOST, Shape.Amount.MOST);
      case Shape.Count _ -> between("integer", 1, Shape.Count.MOST);
      case Shape.Flag _ -> type("boolean");
      case Shape.Value _ -> plainValue();
    };
  }

  private static ObjectNode fields(Fields shape) {
    var schema = type("object");
    var properties = schema.putObject("properties");
    shape.fields().forEach((key, field) -> properties.set(key, described(field)));
    schema.put("additionalProperties", false);
    if (!shape.required().isEmpty()) {
      texts(schema.putArray("required"), shape.required());
    }
    if (!shape.alternatives().isEmpty()) {
      var alternatives = schema.putArray("oneOf");
      for (var keys : shape.alternatives()) {
        var alternative = alternatives.addObject();
        texts(alternative.putArray("required"), new TreeSet<>(keys));
        alternative.put("maxProperties", keys.size());
      }
    }
    return schema;
  }

  private static ObjectNode described(Shape.Field field) {
    return of(field.shape()).put("description", field.meaning());
  }

  private static ObjectNode named(Shape.Named shape) {
    var schema = type("object");
    schema.set("additionalProperties", of(shape.each()));
    return schema;
  }

  private static ObjectNode items(Shape.Items shape) {
    var schema = type("array");
    schema.set("items", of(shape.each()));
    return shape.atLeast() > 0 ? schema.put("minItems", shape.atLeast()) : schema;
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
    return schema;
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
