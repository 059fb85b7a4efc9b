package dev.warmline.local.inbox;

import java.util.UUID;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** The secrets of the local stack: the desk's, and the address of its Slack stand-in. */
public final class LocalSecrets implements SecretsManagerClient {
  /** The name of what the desk keeps to itself: as long as this stack runs. */
  public static final String DESK = "desk";

  private final String desk = "{\"key\":\"%s%s\"}".formatted(UUID.randomUUID(), UUID.randomUUID());
  private final String webhook;

  /** Secrets with this webhook address. */
  public LocalSecrets(String webhook) {
    this.webhook = webhook;
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    return GetSecretValueResponse.builder()
        .name(request.secretId())
        .secretString(request.secretId().equals(DESK) ? desk : webhook)
        .versionId("1")
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
