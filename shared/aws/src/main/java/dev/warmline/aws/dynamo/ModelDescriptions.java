package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What publications say of themselves in words, so that whoever shows it need not read models. */
public final class ModelDescriptions {
  private final DynamoDbClient client;
  private final String table;

  /** Those in the table of models. */
  public ModelDescriptions(DynamoDbClient client, String modelsTable) {
    this.client = client;
    this.table = modelsTable;
  }

  /**
   * A publication in words.
   *
   * @param words empty if it came without
   */
  public record Described(int number, String model, int version, ObjectNode words) {}

  /** Those from a number downwards, so many at most; one that is not there is left out. */
  public List<Described> newest(int number, int most) {
    return Calls.call(
        "read what was published",
        () -> {
          var all = new ArrayList<Described>();
          for (var one = number; one > Math.max(0, number - most); one--) {
            var key = Keys.publication(one);
            var answer = client.getItem(get -> get.tableName(table).key(key));
            if (answer.hasItem()) {
              all.add(described(Item.of(answer.item())));
            }
          }
          return all;
        });
  }

  private static Described described(Item item) {
    var pointer = PublicationItems.read(item);
    return new Described(
        pointer.number(),
        pointer.model(),
        pointer.version(),
        item.find(Schema.BODY).map(Packed::json).orElseGet(EventJson::newObject));
  }
}
