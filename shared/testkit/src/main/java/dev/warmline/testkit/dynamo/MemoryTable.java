package dev.warmline.testkit.dynamo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** One table: its items in the order of their keys, and which attributes are keys. Texts only. */
final class MemoryTable {
  private final String name;
  private final Schema primary;
  private final Map<String, Schema> indexes = new HashMap<>();
  private final TreeMap<Key, Map<String, AttributeValue>> items = new TreeMap<>();

  /** The attributes that are the keys of a table or an index. */
  record Schema(String hash, String range) {
    static Schema of(List<KeySchemaElement> elements) {
      return new Schema(attribute(elements, KeyType.HASH), attribute(elements, KeyType.RANGE));
    }

    private static String attribute(List<KeySchemaElement> elements, KeyType type) {
      return elements.stream()
          .filter(element -> element.keyType() == type)
          .map(KeySchemaElement::attributeName)
          .findFirst()
          .orElseThrow();
    }

    boolean isIn(Map<String, AttributeValue> item) {
      return item.containsKey(hash) && item.containsKey(range);
    }

    Key keyOf(Map<String, AttributeValue> item) {
      return new Key(text(item, hash), text(item, range));
    }

    private static String text(Map<String, AttributeValue> item, String attribute) {
      var value = item.get(attribute);
      if (value == null || value.s() == null) {
        throw new IllegalArgumentException("the key lacks the text " + attribute);
      }
      return value.s();
    }
  }

  record Key(String hash, String range) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::hash).thenComparing(Key::range);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  MemoryTable(CreateTableRequest definition) {
    this.name = definition.tableName();
    this.primary = Schema.of(definition.keySchema());
    definition
        .globalSecondaryIndexes()
        .forEach(index -> indexes.put(index.indexName(), Schema.of(index.keySchema())));
  }

  Map<String, AttributeValue> find(Map<String, AttributeValue> key) {
    return items.getOrDefault(primary.keyOf(key), Map.of());
  }

  /** Puts an item, or takes away the one with this key if {@code after} is empty. */
  ItemChange write(Map<String, AttributeValue> key, Map<String, AttributeValue> after) {
    var at = primary.keyOf(key);
    var before = items.getOrDefault(at, Map.of());
    if (after.isEmpty()) {
      items.remove(at);
    } else {
      items.put(at, Map.copyOf(after));
    }
    return new ItemChange(name, keys(primary, key), before, after);
  }

  /** Every item, in the order of the keys. */
  List<Map<String, AttributeValue>> all() {
    return List.copyOf(items.values());
  }

  /** Every item of an index with no more than its keys, in the order of its range. */
  List<Map<String, AttributeValue>> all(String index) {
    var schema = indexes.get(index);
    if (schema == null) {
      throw new IllegalArgumentException("no index " + index + " on " + name);
    }
    var found = new ArrayList<Map<String, AttributeValue>>();
    items.values().stream()
        .filter(schema::isIn)
        .sorted(Comparator.comparing(schema::keyOf))
        .forEach(item -> found.add(indexed(schema, item)));
    return found;
  }

  boolean isSameItem(Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
    return primary.keyOf(one).equals(primary.keyOf(other));
  }

  Map<String, AttributeValue> keysOf(Map<String, AttributeValue> item) {
    return keys(primary, item);
  }

  private Map<String, AttributeValue> indexed(Schema schema, Map<String, AttributeValue> item) {
    var keys = new HashMap<>(keys(primary, item));
    keys.putAll(keys(schema, item));
    return Map.copyOf(keys);
  }

  private static Map<String, AttributeValue> keys(Schema schema, Map<String, AttributeValue> item) {
    var key = schema.keyOf(item);
    return Map.of(
        schema.hash(), AttributeValue.fromS(key.hash()),
        schema.range(), AttributeValue.fromS(key.range()));
  }
}
