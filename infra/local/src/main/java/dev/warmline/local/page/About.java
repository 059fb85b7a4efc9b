package dev.warmline.local.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.rule.ModelFormat;
import java.net.URI;

/**
 * Where tools find what this stack keeps.
 *
 * @param dynamodb the address of its database, on this machine only; any credentials do
 */
public record About(URI dynamodb, TableNames tables) {

  /** For {@code GET /_local/about}. */
  ObjectNode toJson() {
    var json = JsonNodeFactory.instance.objectNode().put("dynamodb", dynamodb.toString());
    json.put("modelFormat", ModelFormat.NEWEST);
    json.putObject("tables")
        .put("events", tables.events())
        .put("leads", tables.leads())
        .put("parked", tables.parked())
        .put("models", tables.models());
    return json;
  }
}
