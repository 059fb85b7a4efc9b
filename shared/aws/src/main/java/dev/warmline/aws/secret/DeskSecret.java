package dev.warmline.aws.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.warmline.event.Json;
import dev.warmline.event.StoreUnavailable;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * What the desk's pages keep to themselves: {@code {"key":"...","client-secret":""}}. Another key
 * ends every session.
 */
public final class DeskSecret {
  private static final int SHORTEST_KEY = 32;

  private final Supplier<SecretsManagerClient> clients;
  private final String secretId;
  private final SecretText text =
      new SecretText(
          "the desk's secret",
          "put {\"key\":\"at least 32 random characters\",\"client-secret\":\"\"} into it",
          this::read);

  /**
   * What it holds.
   *
   * @param key by which sessions are signed
   * @param clientSecret by which the desk shows the issuer who it is, if the issuer asks for one
   */
  public record Keys(String key, Optional<String> clientSecret) {
    @Override
    public String toString() {
      return "Keys";
    }
  }

  /**
   * The secret with this name or ARN.
   *
   * @param clients makes a client when the secret is read: who never shows a page needs none
   */
  public DeskSecret(Supplier<SecretsManagerClient> clients, String secretId) {
    this.clients = clients;
    this.secretId = secretId;
  }

  /**
   * What it holds, at most five minutes old.
   *
   * @throws StoreUnavailable if it cannot be read or is none of the desk
   */
  public Keys value(Instant now) {
    try {
      var json = Json.read(text.value(now));
      var key = json.path("key").asText();
      if (key.length() < SHORTEST_KEY) {
        throw text.unusable("has no key");
      }
      var client = Optional.of(json.path("client-secret").asText()).filter(it -> !it.isBlank());
      return new Keys(key, client);
    } catch (JsonProcessingException e) {
      throw text.unusable("is no JSON");
    }
  }

  private @Nullable String read() {
    try (var client = clients.get()) {
      return client.getSecretValue(get -> get.secretId(secretId)).secretString();
    }
  }
}
