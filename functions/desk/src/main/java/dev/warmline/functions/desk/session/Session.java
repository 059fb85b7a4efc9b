package dev.warmline.functions.desk.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.warmline.event.EmailAddress;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody signed in.
 *
 * @param id nobody's before and nobody's after
 * @param email whose address the issuer has verified
 * @param until when it is over
 */
public record Session(String id, EmailAddress email, Instant until) {

  byte[] write() {
    var json = EventJson.newObject().put("id", id).put("email", email.toString());
    return Json.write(json.put("until", EventJson.format(until))).getBytes(UTF_8);
  }

  static Optional<Session> read(byte[] text) {
    try {
      var json = Json.read(new String(text, UTF_8));
      return EmailAddress.parse(json.path("email").asText())
          .flatMap(
              email ->
                  EventJson.parseInstant(json.path("until").asText())
                      .map(until -> new Session(json.path("id").asText(), email, until)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
