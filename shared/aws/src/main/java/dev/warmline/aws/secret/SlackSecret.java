package dev.warmline.aws.secret;

import dev.warmline.event.StoreUnavailable;
import java.time.Instant;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** With what Slack is posted to: the address of a webhook, or the token of an app. */
public final class SlackSecret {
  private final SecretText text;

  /** The secret with this name or ARN. */
  public SlackSecret(SecretsManagerClient client, String secretId) {
    this.text =
        new SecretText(
            "the Slack secret",
            "put the webhook's address or the app's bot token into it as plain text",
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
