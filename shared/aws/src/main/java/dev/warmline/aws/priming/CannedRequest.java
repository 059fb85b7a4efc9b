package dev.warmline.aws.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.dynamo.DynamoSources;
import dev.warmline.event.Source;
import dev.warmline.event.Trust;
import java.io.ByteArrayInputStream;
import java.util.Base64;

/** Two events of a known source, as API Gateway hands them over. */
public final class CannedRequest {
  private static final String BODY =
      """
      {"batch":[{"type":"track","event":"Rehearsal","messageId":"m-1","userId":"u-1",\
      "timestamp":"2026-01-01T00:00:00Z","sentAt":"2026-01-01T00:00:00Z",\
      "context":{"page":{"path":"/"}},"properties":{"title":"Guide","value":1.5}},\
      {"type":"identify","messageId":"m-2","anonymousId":"a-1","userId":"u-1",\
      "traits":{"email":"nobody@example.com"}}]}""";
  private static final String REQUEST =
      """
      {"httpMethod":"POST","path":"/v1/batch","resource":"/{proxy+}","isBase64Encoded":true,\
      "multiValueHeaders":{"Authorization":["Basic cmVoZWFyc2FsOg=="],\
      "Origin":["https://example.com"]},\
      "pathParameters":{"proxy":"v1/batch"},"queryStringParameters":null,\
      "requestContext":{"path":"/live/v1/batch","stage":"live","domainName":"example.com",\
      "identity":{"sourceIp":"192.0.2.1"}},"body":"BODY"}""";

  private CannedRequest() {}

  /** To a function that finds its sources in this table. */
  public static Rehearsal to(Rehearsal.Wiring function, String modelsTable) {
    return tables -> {
      new DynamoSources(tables.silent(), modelsTable)
          .putSource("rehearsal", Source.of("rehearsal", Trust.SERVER));
      var body = Base64.getEncoder().encodeToString(BODY.getBytes(UTF_8));
      var request = REQUEST.replace("BODY", body).getBytes(UTF_8);
      function.over(tables.database()).handle(new ByteArrayInputStream(request));
    };
  }
}
