package dev.warmline.aws.secret;

import dev.warmline.event.StoreUnavailable;
import java.time.Instant;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The address of a webhook, which is a secret. */
public final class WebhookSecret {
  private final SecretText text;

  /** The secret with this name or ARN. */
  public WebhookSecret(SecretsManagerClient client, String secretId) {
    this.text =
        new SecretText(
            "the webhook secret",
            "put the webhook's address into it as plain text",
            () -> client.getSecretValue(get -> get.secretId(secretId)).secretString());
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
