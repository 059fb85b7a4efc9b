package dev.warmline.aws.dynamo;

import dev.warmline.rule.ModelFormat;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/**
 * The model format that deployed functions know: a tag of the models table, which the template that
 * deploys them sets. A table without it belongs to functions of the first format.
 */
public final class DeployedFormat {
  /** The key of the tag. */
  public static final String TAG = "warmline:model-format";

  private DeployedFormat() {}

  /**
   * What the functions know that work with this table.
   *
   * @throws dev.warmline.event.StoreUnavailable if the table does not say
   */
  public static int of(DynamoDbClient client, String modelsTable) {
    return Calls.call("read which model format the stack knows", () -> read(client, modelsTable));
  }

  private static int read(DynamoDbClient client, String modelsTable) {
    var table = client.describeTable(describe -> describe.tableName(modelsTable)).table();
    return client.listTagsOfResource(list -> list.resourceArn(table.tableArn())).tags().stream()
        .filter(tag -> tag.key().equals(TAG))
        .map(Tag::value)
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(ModelFormat.FIRST);
  }
}
