package dev.warmline.aws.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.StoreUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

class SlackSecretTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Vault vault = new Vault();
  private final SlackSecret secret = new SlackSecret(vault, "slack");

  @Test
  void itIsReadWhenFirstNeededAndRememberedForFiveMinutes() {
    assertThat(vault.reads).isZero();

    assertThat(secret.value(NOON)).isEqualTo("https://hooks.example/1");
    vault.text = "https://hooks.example/2";

    assertThat(secret.value(NOON.plusSeconds(299))).isEqualTo("https://hooks.example/1");
    assertThat(secret.value(NOON.plusSeconds(300))).isEqualTo("https://hooks.example/2");
    assertThat(vault.reads).isEqualTo(2);
  }

  @Test
  void anEmptySecretSaysHowToMendIt() {
    vault.text = " \n";

    assertThatThrownBy(() -> secret.value(NOON))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("put the webhook's address or the app's bot token into it");
  }

  @Test
  void troubleWithTheVaultMayPassAndIsNotRemembered() {
    vault.isDown = true;
    assertThatThrownBy(() -> secret.value(NOON)).isInstanceOf(StoreUnavailable.class);
    vault.isDown = false;

    assertThat(secret.value(NOON)).isEqualTo("https://hooks.example/1");
  }

  @Test
  void theSigningSecretIsReadByAClientOfItsOwnOnlyWhenItIsNeeded() {
    var made = new ArrayList<Vault>();
    var signing =
        new SigningSecret(
            () -> {
              made.add(new Vault());
              return made.getLast();
            },
            "slack");
    assertThat(made).isEmpty();

    assertThat(signing.value(NOON)).isEqualTo("https://hooks.example/1");
    assertThat(signing.value(NOON.plusSeconds(299))).isEqualTo("https://hooks.example/1");

    assertThat(made).hasSize(1).allMatch(vault -> vault.isClosed);
  }

  private static final class Vault implements SecretsManagerClient {
    private String text = " https://hooks.example/1\n";
    private boolean isDown;
    private int reads;
    private boolean isClosed;

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      reads++;
      if (isDown || !request.secretId().equals("slack")) {
        throw SdkClientException.create("down");
      }
      return GetSecretValueResponse.builder().secretString(text).build();
    }

    @Override
    public String serviceName() {
      return "secretsmanager";
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
