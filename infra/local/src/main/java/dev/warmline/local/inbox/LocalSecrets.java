package dev.warmline.local.inbox;

import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** The secrets of the local stack: the desk's, and those of the app in its own Slack. */
public final class LocalSecrets implements SecretsManagerClient {
  /** The name of what the desk keeps to itself: as long as this stack runs. */
  public static final String DESK = "desk";

  /** The name of the secret with the app's token. */
  public static final String SLACK = "slack";

  /** The name of the secret by which presses are signed. */
  public static final String SIGNING = "slack-signing";

  /** The app's token here, which opens nothing anywhere else. */
  public static final String TOKEN = "xoxb-local";

  /** By this presses are signed here. */
  public static final String SIGNATURE = "local";

  private final Map<String, String> secrets;

  /** Secrets for a Slack whose Web API has this address. */
  public LocalSecrets(String slack) {
    var desk = "{\"key\":\"%s%s\"}".formatted(UUID.randomUUID(), UUID.randomUUID());
    this.secrets = Map.of(DESK, desk, SLACK, TOKEN + " " + slack, SIGNING, SIGNATURE);
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    return GetSecretValueResponse.builder()
        .name(request.secretId())
        .secretString(secrets.get(request.secretId()))
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
