package dev.warmline.aws.secret;

import dev.warmline.event.StoreUnavailable;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** By what Slack proves that a request is its own. */
public final class SigningSecret {
  private final Supplier<SecretsManagerClient> clients;
  private final String secretId;
  private final SecretText text =
      new SecretText(
          "Slack's signing secret",
          "put the app's signing secret into it as plain text",
          this::read);

  /**
   * The secret with this name or ARN.
   *
   * @param clients makes a client when the secret is read: who never hears of Slack needs none
   */
  public SigningSecret(Supplier<SecretsManagerClient> clients, String secretId) {
    this.clients = clients;
    this.secretId = secretId;
  }

  /**
   * The secret text, at most five minutes old.
   *
   * @throws StoreUnavailable if it cannot be read or is empty
   */
  public String value(Instant now) {
    return text.value(now);
  }

  private @Nullable String read() {
    try (var client = clients.get()) {
      return client.getSecretValue(get -> get.secretId(secretId)).secretString();
    }
  }
}
