package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.dynamo.DryRun;
import dev.warmline.aws.dynamo.Rehearsals;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.runtime.JsonLog;
import dev.warmline.aws.runtime.Metrics;
import dev.warmline.event.Source;
import dev.warmline.event.Trust;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/**
 * One canned request through the whole function before the first real one, with tables that are
 * none.
 */
final class Rehearsal {
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
  private static final int OK = 200;
  private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

  /** Nothing happened, so nothing is logged or counted. */
  private static final JournaledIngest.Journal SILENT =
      new JournaledIngest.Journal(
          new JsonLog("collect", line -> {}), new Metrics("collect", line -> {}));

  private Rehearsal() {}

  /** Through the function and the SDK's client. */
  static void run() {
    try (var rehearsal = new Rehearsals()) {
      rehearsal.admit("rehearsal", Source.of("rehearsal", Trust.SERVER));
      request(rehearsal.stores());
    }
  }

  /** Through the function alone. */
  static void dryRun() {
    var dryRun = new DryRun();
    dryRun.admit("rehearsal", Source.of("rehearsal", Trust.SERVER));
    request(dryRun.stores());
  }

  private static void request(Stores stores) {
    var body = Base64.getEncoder().encodeToString(BODY.getBytes(UTF_8));
    var event = new ByteArrayInputStream(REQUEST.replace("BODY", body).getBytes(UTF_8));
    try {
      var handler = new CollectHandler(stores, SILENT, InstantSource.fixed(NOW));
      var answer = handler.answer(ApiRequest.read(event), "rehearsal");
      answer.write(OutputStream.nullOutputStream());
      if (answer.status() != OK) {
        throw new IllegalStateException("the rehearsed request was refused: " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
