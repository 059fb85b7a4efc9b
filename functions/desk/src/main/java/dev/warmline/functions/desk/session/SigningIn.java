package dev.warmline.functions.desk.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the desk must know when somebody comes back from the issuer.
 *
 * @param state that it is the browser which went there
 * @param nonce that the token was made for this sign-in
 * @param verifier that it is the desk which fetches the token
 * @param to where they wanted to go
 * @param until when it is too late
 */
record SigningIn(String state, String nonce, String verifier, String to, Instant until) {

  static SigningIn to(String path, Instant until) {
    var verifier = Seal.random() + Seal.random();
    return new SigningIn(Seal.random(), Seal.random(), verifier, path, until);
  }

  /** What the issuer is told of the verifier before (PKCE, S256). */
  String challenge() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Seal.encode(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  byte[] write() {
    var json = EventJson.newObject().put("state", state).put("nonce", nonce);
    json.put("verifier", verifier).put("to", to).put("until", EventJson.format(until));
    return Json.write(json).getBytes(UTF_8);
  }

  static Optional<SigningIn> read(byte[] text) {
    try {
      var json = Json.read(new String(text, UTF_8));
      return EventJson.parseInstant(json.path("until").asText())
          .map(
              until ->
                  new SigningIn(
                      json.path("state").asText(),
                      json.path("nonce").asText(),
                      json.path("verifier").asText(),
                      json.path("to").asText(),
                      until));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
