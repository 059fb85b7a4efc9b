package dev.warmline.deploy.template;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node of a template; what is absent is a node without a value. */
record Tree(@Nullable Object value) {

  /** The field with this name. */
  Tree at(String name) {
    return new Tree(value instanceof Map<?, ?> map ? map.get(name) : null);
  }

  /** Whether there is anything here. */
  boolean exists() {
    return value != null;
  }

  /** The scalar here as text; empty if there is none. */
  String text() {
    return value == null ? "" : value.toString();
  }

  /** What stands here if the condition of an {@code !If} holds; this node where there is none. */
  Tree chosen() {
    return at("!If").exists() ? at("!If").elements().get(1) : this;
  }

  /** What {@code !Ref} or {@code !GetAtt} names here, without the attribute; empty otherwise. */
  String target() {
    var name = at("!Ref").exists() ? at("!Ref").text() : at("!GetAtt").text();
    return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
  }

  /** The fields here, in order. */
  Map<String, Tree> fields() {
    var fields = new LinkedHashMap<String, Tree>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, field) -> fields.put(Objects.toString(name), new Tree(field)));
    }
    return fields;
  }

  /** The elements here; a single value counts as a list of one. */
  List<Tree> elements() {
    return switch (value) {
      case null -> List.of();
      case Collection<?> list -> list.stream().map(Tree::new).toList();
      default -> List.of(this);
    };
  }

  /** This node and all below it. */
  Stream<Tree> all() {
    var below = value instanceof Collection<?> ? elements().stream() : fields().values().stream();
    return Stream.concat(Stream.of(this), below.flatMap(Tree::all));
  }
}
