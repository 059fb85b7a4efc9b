package dev.warmline.aws.secret;

import dev.warmline.event.StoreUnavailable;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** With what Slack is posted to: the address of a webhook, or the token of an app. */
public final class SlackSecret {
  private final SecretText text;

  /** The secret with this name or ARN. */
  public SlackSecret(SecretsManagerClient client, String secretId) {
    this(() -> client.getSecretValue(get -> get.secretId(secretId)).secretString());
  }

  /**
   * The same.
   *
   * @param clients makes a client when the secret is read: who never hears of Slack needs none
   */
  public SlackSecret(Supplier<SecretsManagerClient> clients, String secretId) {
    this(
        () -> {
          try (var client = clients.get()) {
            return client.getSecretValue(get -> get.secretId(secretId)).secretString();
          }
        });
  }

  private SlackSecret(Supplier<@Nullable String> source) {
    this.text =
        new SecretText(
            "the Slack secret",
            "put the webhook's address or the app's bot token into it as plain text",
            source);
  }

  /**
   * The secret text, at most five minutes old.
   *
   * @throws StoreUnavailable if it cannot be read or is empty
   */
  public String value(Instant now) {
    return text.value(now);
  }
}
