package dev.warmline.aws.runtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Logs of one line of JSON each: level, message, function, request id (if there is one), fields.
 * Callers pass ids, digests, counts and reasons; never an address, a name or a body.
 *
 * @param out takes each line, without a line break
 */
public record JsonLog(String function, Consumer<String> out) {
  /** Something refused or retried that mends itself. */
  public void warn(String message, String requestId, Map<String, ?> fields) {
    out.accept(Json.write(line("WARN", message, requestId, fields)));
  }

  /** A failure with its {@linkplain Causes kinds}. */
  public void error(String message, String requestId, Throwable failure, Map<String, ?> fields) {
    var line = line("ERROR", message, requestId, fields);
    var causes = line.putArray("causes");
    Causes.of(failure).forEach(causes::add);
    if (failure.getStackTrace().length > 0) {
      line.put("at", failure.getStackTrace()[0].toString());
    }
    out.accept(Json.write(line));
  }

  private ObjectNode line(String level, String message, String requestId, Map<String, ?> fields) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("level", level).put("message", message).put("function", function);
    if (!requestId.isEmpty()) {
      line.put("requestId", requestId);
    }
    new TreeMap<String, Object>(fields).forEach((name, value) -> put(line, name, value));
    return line;
  }

  private static void put(ObjectNode line, String name, Object value) {
    switch (value) {
      case Integer number -> line.put(name, number);
      case Long number -> line.put(name, number);
      case Double number -> line.put(name, number);
      case Boolean flag -> line.put(name, flag);
      default -> line.put(name, value.toString());
    }
  }
}
