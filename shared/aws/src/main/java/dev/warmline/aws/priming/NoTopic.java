package dev.warmline.aws.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.publish.SnsAlertPublisher;
import dev.warmline.aws.runtime.LambdaClients;
import java.io.ByteArrayInputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

/** A topic that is none: the SDK's client with nothing behind it, since no message is harmless. */
final class NoTopic implements SdkHttpClient {
  private static final String PUBLISHED =
      """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
      <MessageId>m</MessageId></PublishResult><ResponseMetadata><RequestId>r</RequestId>\
      </ResponseMetadata></PublishResponse>""";

  /** Not a secret: messages are signed with it, so that signing is warm, and go nowhere. */
  private static final AwsBasicCredentials NOBODY = AwsBasicCredentials.create("nobody", "nothing");

  private final SnsClient client =
      SnsClient.builder()
          .region(Region.US_EAST_1)
          .credentialsProvider(StaticCredentialsProvider.create(NOBODY))
          .overrideConfiguration(LambdaClients::limit)
          .httpClient(this)
          .build();

  /** A publisher whose messages reach nobody. */
  SnsAlertPublisher publisher() {
    return new SnsAlertPublisher(client, "arn:aws:sns:::rehearsal");
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        return HttpExecuteResponse.builder()
            .response(SdkHttpResponse.builder().statusCode(200).build())
            .responseBody(
                AbortableInputStream.create(new ByteArrayInputStream(PUBLISHED.getBytes(UTF_8))))
            .build();
      }

      @Override
      public void abort() {
        // there is nothing under way
      }
    };
  }

  /** A client has threads, and a snapshot would keep them. */
  @Override
  public void close() {
    client.close();
  }
}
