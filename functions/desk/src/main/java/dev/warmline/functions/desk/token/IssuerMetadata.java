package dev.warmline.functions.desk.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.Resource;
import dev.warmline.event.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Where an issuer answers, as it says itself.
 *
 * @param keys where its keys are
 * @param authorization where people sign in
 * @param token where the code that they come back with is exchanged for a token
 * @param takesPostedSecret whether it wants a secret in the body and takes none in a header
 */
record IssuerMetadata(
    URI keys, Optional<URI> authorization, Optional<URI> token, boolean takesPostedSecret) {

  /**
   * Reads what was fetched from the issuer.
   *
   * @throws IOException if it is of another issuer, or names addresses that are not safe
   */
  static IssuerMetadata read(Issuer issuer, Resource fetched) throws IOException {
    var json = Json.read(fetched.getContent());
    if (!json.path("issuer").asText().equals(issuer.name())) {
      throw new IOException("the metadata are of another issuer");
    }
    var keys =
        address(issuer, json, "jwks_uri")
            .orElseThrow(() -> new IOException("the metadata name no address of keys"));
    return new IssuerMetadata(
        keys,
        address(issuer, json, "authorization_endpoint"),
        address(issuer, json, "token_endpoint"),
        takesPostedSecret(json.path("token_endpoint_auth_methods_supported")));
  }

  private static boolean takesPostedSecret(JsonNode methods) {
    return methods.valueStream().noneMatch(it -> it.asText().equals("client_secret_basic"))
        && methods.valueStream().anyMatch(it -> it.asText().equals("client_secret_post"));
  }

  private static Optional<URI> address(Issuer issuer, JsonNode json, String name)
      throws IOException {
    if (!json.path(name).isTextual()) {
      return Optional.empty();
    }
    try {
      var address = URI.create(json.path(name).asText());
      if (!issuer.metadata().getScheme().equals(address.getScheme())) {
        throw new IOException(name + " of the metadata is no safe address");
      }
      return Optional.of(address);
    } catch (IllegalArgumentException e) {
      throw new IOException(name + " of the metadata is no address", e);
    }
  }
}
