package dev.warmline.local.inbox;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** The secrets of the local stack: every one is the address of its Slack stand-in. */
public record LocalSecrets(String webhook) implements SecretsManagerClient {
  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    return GetSecretValueResponse.builder()
        .name(request.secretId())
        .secretString(webhook)
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
