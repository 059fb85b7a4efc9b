package dev.warmline.aws.publish;

import dev.warmline.event.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The address of a webhook, which is a secret: read when first needed, then every five minutes. */
public final class WebhookSecret {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private record Answer(String value, Instant until) {
    @Override
    public String toString() {
      return "Answer[until=" + until + "]";
    }
  }

  private final SecretsManagerClient client;
  private final String secretId;
  private final AtomicReference<@Nullable Answer> remembered = new AtomicReference<>();

  /** The secret with this name or ARN. */
  public WebhookSecret(SecretsManagerClient client, String secretId) {
    this.client = client;
    this.secretId = secretId;
  }

  /**
   * The secret text, at most five minutes old.
   *
   * @throws StoreUnavailable if it cannot be read or is empty
   */
  public String value(Instant now) {
    var known = Optional.ofNullable(remembered.get()).filter(old -> now.isBefore(old.until()));
    if (known.isPresent()) {
      return known.get().value();
    }
    var value = read();
    remembered.set(new Answer(value, now.plus(REMEMBERED)));
    return value;
  }

  private String read() {
    try {
      var text = client.getSecretValue(get -> get.secretId(secretId)).secretString();
      return Optional.ofNullable(text)
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .orElseThrow(WebhookSecret::empty);
    } catch (SdkException e) {
      throw new StoreUnavailable("read the webhook secret", e);
    }
  }

  private static StoreUnavailable empty() {
    return new StoreUnavailable(
        "read the webhook secret",
        new IllegalStateException("it is empty: put the webhook's address into it as plain text"));
  }
}
