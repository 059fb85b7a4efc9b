package dev.warmline.testkit.dynamo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * What a query or a scan answers at once.
 *
 * @param last where the next page begins after; empty if this is the last
 */
record ItemsPage(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> last) {

  static ItemsPage of(QueryRequest request, MemoryTable table) {
    var names = request.expressionAttributeNames();
    var values = request.expressionAttributeValues();
    var keys = ItemCondition.read(request.keyConditionExpression(), names, values);
    var filter = ItemCondition.read(request.filterExpression(), names, values);
    var all = new ArrayList<>(allOf(request.indexName(), table));
    all.removeIf(item -> !keys.holds(item));
    if (Boolean.FALSE.equals(request.scanIndexForward())) {
      Collections.reverse(all);
    }
    return cut(all, request.exclusiveStartKey(), request.limit(), filter, table);
  }

  static ItemsPage of(ScanRequest request, MemoryTable table) {
    var filter =
        ItemCondition.read(
            request.filterExpression(),
            request.expressionAttributeNames(),
            request.expressionAttributeValues());
    var all = new ArrayList<>(allOf(request.indexName(), table));
    if (request.totalSegments() != null) {
      all.removeIf(
          item ->
              Math.floorMod(table.keysOf(item).hashCode(), request.totalSegments())
                  != request.segment());
    }
    return cut(all, request.exclusiveStartKey(), request.limit(), filter, table);
  }

  private static List<Map<String, AttributeValue>> allOf(
      @Nullable String index, MemoryTable table) {
    return index == null ? table.all() : table.all(index);
  }

  private static ItemsPage cut(
      List<Map<String, AttributeValue>> all,
      Map<String, AttributeValue> start,
      @Nullable Integer limit,
      ItemCondition filter,
      MemoryTable table) {
    var from = 0;
    while (!start.isEmpty() && from < all.size() && !table.isSameItem(all.get(from++), start)) {
      // goes on until the item that the page before ended with
    }
    var to = limit == null ? all.size() : Math.min(all.size(), from + limit);
    var page = all.subList(from, to).stream().filter(filter::holds).toList();
    return new ItemsPage(page, to < all.size() ? all.get(to - 1) : Map.of());
  }
}
