package dev.warmline.aws.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Clients that talk to nobody: a warm-up goes through the real adapters and gets canned answers.
 */
public final class CannedAnswers implements SdkHttpClient {
  private static final String OPERATION = "X-Amz-Target";
  private static final String NOTHING = "{}";

  /** Not a secret: requests are signed with it, so that signing is warm, and go nowhere. */
  private static final AwsBasicCredentials NOBODY = AwsBasicCredentials.create("nobody", "nothing");

  private final Map<String, String> answers;

  /**
   * Answers every call.
   *
   * @param answers bodies by operation, for example {@code GetItem}; any other is answered empty
   */
  public CannedAnswers(Map<String, String> answers) {
    this.answers = Map.copyOf(answers);
  }

  /** A client for the tables, without real credentials and without a network. */
  public DynamoDbClient dynamoDb() {
    return canned(DynamoDbClient.builder()).build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B canned(B builder) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(NOBODY))
        .overrideConfiguration(Clients::limit)
        .httpClient(this);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    var body = answers.getOrDefault(operation(request.httpRequest()), NOTHING).getBytes(UTF_8);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        return HttpExecuteResponse.builder()
            .response(SdkHttpResponse.builder().statusCode(200).build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
            .build();
      }

      @Override
      public void abort() {
        // it is over before it began
      }
    };
  }

  /** The operation in {@code DynamoDB_20120810.GetItem}. */
  private static String operation(SdkHttpRequest request) {
    var target = request.firstMatchingHeader(OPERATION).orElse("");
    return target.substring(target.lastIndexOf('.') + 1);
  }

  @Override
  public void close() {
    // holds nothing
  }
}
