package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.api.ApiRequest;
import dev.warmline.event.Json;
import dev.warmline.event.Source;
import dev.warmline.ingest.BodyRead;
import dev.warmline.ingest.BodyReader;
import java.util.List;
import java.util.Set;

/**
 * What a form that was sent says: who it is, and that the form was sent. A field that the source
 * maps is a trait, and so are the usual ones under their own names; the rest describes the event.
 */
final class FormEvents {
  private static final String DEVICE = "anonymousId";
  private static final String FORM = "form";
  private static final List<String> REACHED_BY = List.of("email", "phone");
  private static final Set<String> USUAL_TRAITS =
      Set.of(
          "email",
          "name",
          "firstName",
          "lastName",
          "phone",
          "company",
          "title",
          "role",
          "employees",
          "country");

  private FormEvents() {}

  /**
   * The identify and the event {@code Form Submitted}, as a batch that a client could have sent.
   */
  static BodyRead of(FormFields fields, Source source, ApiRequest request) {
    var identify = event("identify", fields);
    var track = event("track", fields).put("event", "Form Submitted");
    var traits = identify.putObject("traits");
    var properties = track.putObject("properties");
    properties.put(FORM, source.name());
    fields.values().forEach((name, value) -> put(name, value, source, traits, properties));
    for (var key : REACHED_BY) {
      if (traits.has(key)) {
        track.set(key, traits.get(key));
      }
    }
    var body = JsonNodeFactory.instance.objectNode();
    request
        .header("referer")
        .ifPresent(page -> body.putObject("context").putObject("page").put("url", page));
    body.putArray("batch").add(identify).add(track);
    return BodyReader.batch(Json.write(body).getBytes(UTF_8));
  }

  private static ObjectNode event(String type, FormFields fields) {
    var event = JsonNodeFactory.instance.objectNode().put("type", type);
    return fields.value(DEVICE).isEmpty() ? event : event.put(DEVICE, fields.value(DEVICE));
  }

  private static void put(
      String name, String value, Source source, ObjectNode traits, ObjectNode properties) {
    var trait = source.form().traits().get(name);
    if (trait != null) {
      traits.put(trait, value);
    } else if (USUAL_TRAITS.contains(name)) {
      traits.put(name, value);
    } else if (!name.startsWith("_") && !name.equals(DEVICE)) {
      properties.put(name, value);
    }
  }
}
