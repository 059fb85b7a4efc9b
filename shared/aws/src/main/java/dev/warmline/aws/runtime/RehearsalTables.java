package dev.warmline.aws.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkClient;

/**
 * Tables that are none, for what a function rehearses before its snapshot: they answer the real
 * client over {@link Loopback}, and keep items until they are closed. Conditions always hold,
 * indexes are empty. For any number of threads.
 */
public final class RehearsalTables implements AutoCloseable {
  private static final String PUBLISHED =
      """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
      <MessageId>m</MessageId></PublishResult><ResponseMetadata><RequestId>r</RequestId>\
      </ResponseMetadata></PublishResponse>""";
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(\\w+) = (?:if_not_exists\\(\\w+, )?(:\\w+)");

  private final Map<String, ObjectNode> items = new TreeMap<>();
  private final Loopback server = new Loopback(this::answer);
  private final List<SdkClient> clients = new CopyOnWriteArrayList<>();

  /** All items of a table as the records of its stream, newly inserted: a Lambda event. */
  public synchronized InputStream insertsInto(String table) {
    var event = JsonNodeFactory.instance.objectNode();
    var records = event.putArray("Records");
    items.forEach(
        (key, item) -> {
          if (key.startsWith(table + "|")) {
            var change = records.addObject().put("eventName", "INSERT").putObject("dynamodb");
            change.put("SequenceNumber", "" + records.size());
            change.putObject("Keys").setAll(Map.of("pk", item.path("pk"), "sk", item.path("sk")));
            change.set("NewImage", item);
          }
        });
    return new ByteArrayInputStream(Json.write(event).getBytes(UTF_8));
  }

  /** Where they answer. */
  URI address() {
    return server.address();
  }

  /** Closes a client of theirs with them: it has threads, and a snapshot would keep them. */
  <C extends SdkClient> C serving(C client) {
    clients.add(client);
    return client;
  }

  @Override
  public void close() {
    clients.forEach(SdkClient::close);
    server.close();
  }

  /** By the operation in {@code DynamoDB_20120810.GetItem}; only SNS names none. */
  private synchronized String answer(Optional<String> target, InputStream body) throws IOException {
    if (target.isEmpty()) {
      return PUBLISHED;
    }
    var operation = target.get().substring(target.get().lastIndexOf('.') + 1);
    return Json.write(answer(operation, Json.read(body)));
  }

  private ObjectNode answer(String operation, JsonNode request) {
    var answer = JsonNodeFactory.instance.objectNode();
    switch (operation) {
      case "GetItem" -> find(request, request.path("Key")).ifPresent(it -> answer.set("Item", it));
      case "PutItem" -> put(request);
      case "UpdateItem" -> answer.set("Attributes", update(request));
      case "TransactWriteItems" ->
          request.path("TransactItems").forEach(write -> put(write.path("Put")));
      case "Query" -> answer.set("Items", query(request));
      default -> answer.put("SecretString", "https://example.com/rehearsal");
    }
    return answer;
  }

  private Optional<ObjectNode> find(JsonNode request, JsonNode key) {
    return Optional.ofNullable(items.get(name(request, key)));
  }

  private void put(JsonNode request) {
    items.put(name(request, request.path("Item")), (ObjectNode) request.path("Item"));
  }

  private ObjectNode update(JsonNode request) {
    var key = request.path("Key");
    var item = find(request, key).orElseGet(() -> key.deepCopy());
    var assignments = ASSIGNMENT.matcher(request.path("UpdateExpression").asText());
    while (assignments.find()) {
      var value = request.path("ExpressionAttributeValues").path(assignments.group(2));
      item.set(assignments.group(1), value);
    }
    items.put(name(request, key), item);
    return item;
  }

  private JsonNode query(JsonNode request) {
    var found = JsonNodeFactory.instance.arrayNode();
    var values = request.path("ExpressionAttributeValues");
    var prefix =
        "%s|%s|%s"
            .formatted(
                request.path("TableName").asText(),
                values.path(":pk").path("S").asText("no pk"),
                values.path(":sk").path("S").asText());
    items.forEach(
        (key, item) -> {
          if (key.startsWith(prefix)) {
            found.add(item);
          }
        });
    return found;
  }

  private static String name(JsonNode request, JsonNode key) {
    return "%s|%s|%s"
        .formatted(
            request.path("TableName").asText(),
            key.path("pk").path("S").asText(),
            key.path("sk").path("S").asText());
  }
}
