package dev.warmline.aws.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.StoreUnavailable;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

class DeskSecretTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private String text =
      "{\"client-secret\":\"\",\"key\":\"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz\"}";
  private final DeskSecret secret = new DeskSecret(Vault::new, "desk");

  @Test
  void whatTheStackMadeIsAKeyAndNoSecretAtTheIssuer() {
    var keys = secret.value(NOON);

    assertThat(keys.key()).hasSize(52);
    assertThat(keys.clientSecret()).isEmpty();
    assertThat(keys.toString()).doesNotContain("abc");
  }

  @Test
  void aSecretAtTheIssuerStandsBesideIt() {
    text = text.replace("\"\"", "\"s3cret\"");

    assertThat(secret.value(NOON).clientSecret()).contains("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"key\":\"short\"}", "no JSON", "[]"})
  void whatIsNoneOfTheDeskSaysHowToMendIt(String wrong) {
    text = wrong;

    assertThatThrownBy(() -> secret.value(NOON))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("at least 32 random characters");
  }

  private final class Vault implements SecretsManagerClient {
    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      return GetSecretValueResponse.builder().secretString(text).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
