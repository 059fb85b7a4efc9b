package dev.warmline.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String OK =
      "{\"statusCode\":200,\"headers\":{\"X-One\":\"1\"},\"multiValueHeaders\":"
          + "{\"Set-Cookie\":[\"a=1\",\"b=2\"]},\"body\":\"R0lG\",\"isBase64Encoded\":true}";

  private final List<JsonNode> events = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private Front front;

  @BeforeEach
  void start() throws IOException {
    front = Front.bind(0);
  }

  @AfterEach
  void stop() {
    front.close();
  }

  @Test
  void theFunctionGetsWhatApiGatewaySends() throws Exception {
    answering(OK);

    send(
        HttpRequest.newBuilder(at("/v1/pixel/track/?a=x%20y&a=2&b=1+1"))
            .header("X-Tag", "1")
            .header("X-Tag", "2")
            .POST(BodyPublishers.ofString("{}")));

    var event = events.getFirst();
    assertThat(event.path("path").asText()).isEqualTo("/v1/pixel/track/");
    assertThat(event.path("httpMethod").asText()).isEqualTo("POST");
    assertThat(event.at("/multiValueQueryStringParameters/a").toString())
        .isEqualTo("[\"x y\",\"2\"]");
    assertThat(event.at("/queryStringParameters/b").asText()).isEqualTo("1 1");
    assertThat(event.at("/multiValueHeaders/X-Tag").toString()).isEqualTo("[\"1\",\"2\"]");
    assertThat(event.at("/requestContext/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(event.at("/requestContext/domainName").asText()).isEqualTo("127.0.0.1");
    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(event.path("body").asText()).isEqualTo("e30=");
  }

  @Test
  void theStageOfADeploymentMayStandInFrontAsThere() throws Exception {
    answering(OK);

    send(HttpRequest.newBuilder(at("/live/v1/x")));

    assertThat(events.getFirst().path("path").asText()).isEqualTo("/v1/x");
    assertThat(events.getFirst().at("/requestContext/path").asText()).isEqualTo("/live/v1/x");
    assertThat(events.getFirst().at("/requestContext/stage").asText()).isEqualTo("live");
  }

  @Test
  void withoutQueryAndBodyTheyAreNull() throws Exception {
    answering(OK);

    send(HttpRequest.newBuilder(at("/v1/x")));

    assertThat(events.getFirst().path("queryStringParameters").isNull()).isTrue();
    assertThat(events.getFirst().path("body").isNull()).isTrue();
  }

  @Test
  void aGzippedBodyIsInflatedAndItsHeaderStays() throws Exception {
    answering(OK);

    send(
        HttpRequest.newBuilder(at("/v1/batch"))
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(gzip("{\"batch\":[]}"))));

    var event = events.getFirst();
    assertThat(new String(Base64.getDecoder().decode(event.path("body").asText()), UTF_8))
        .isEqualTo("{\"batch\":[]}");
    assertThat(event.at("/headers/Content-Encoding").asText()).isEqualTo("gzip");
  }

  @Test
  void whatIsNoGzipAfterAllIsPassedOnAsItCame() throws Exception {
    answering(OK);

    send(
        HttpRequest.newBuilder(at("/v1/batch"))
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofString("{}")));

    assertThat(events.getFirst().path("body").asText()).isEqualTo("e30=");
  }

  @Test
  void theAnswerOfTheFunctionIsTheAnswer() throws Exception {
    answering(OK);

    var answer = send(HttpRequest.newBuilder(at("/v1/x")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("GIF");
    assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
    assertThat(answer.headers().firstValue("X-One")).contains("1");
  }

  @Test
  void aBodyOverTenMegabytesIsRefusedWithCorsHeaders() throws Exception {
    answering(OK);

    var answer =
        send(
            HttpRequest.newBuilder(at("/v1/batch"))
                .header("Origin", "https://a.example")
                .POST(BodyPublishers.ofByteArray(new byte[Front.MAX_BODY + 1])));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://a.example");
    assertThat(events).isEmpty();
  }

  @Test
  void aFunctionThatTakesTooLongIsA504() throws Exception {
    var never = new CountDownLatch(1);
    front.open(
        new Gateway(
            "collect",
            (in, out, context) -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            Instant::now,
            Duration.ofMillis(50)));

    assertThat(send(HttpRequest.newBuilder(at("/v1/x"))).statusCode()).isEqualTo(504);
  }

  @Test
  void aFunctionThatFailsIsA502() throws Exception {
    front.open(
        new Gateway(
            "collect",
            (in, out, context) -> {
              throw new IOException("broken");
            },
            Instant::now,
            Gateway.TIME_LIMIT));

    assertThat(send(HttpRequest.newBuilder(at("/v1/x"))).statusCode()).isEqualTo(502);
  }

  @Test
  void overTlsWhoTrustsTheCertificateIsAnsweredAndTheFunctionIsToldTheScheme() throws Exception {
    var certificate = Certificate.make();
    var port = front.secure(0, certificate);
    answering(OK);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificate.store());
    var tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);

    try (var trusting = HttpClient.newBuilder().sslContext(tls).build()) {
      var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/v1/x"));
      assertThat(trusting.send(request.build(), BodyHandlers.ofString()).body()).isEqualTo("GIF");
      assertThatThrownBy(() -> http.send(request.build(), BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);
    }
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().at("/headers/X-Forwarded-Proto").asText()).isEqualTo("https");
  }

  @Test
  void whatIsNoRequestIsRefusedInTheSameWords() throws Exception {
    answering(OK);

    try (var socket = new Socket(InetAddress.getLoopbackAddress(), front.port())) {
      socket.getOutputStream().write("GET / HTTP/9.9\r\nHost: a\r\n\r\n".getBytes(UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"gateway\"");
    }
    assertThat(events).isEmpty();
  }

  private void answering(String output) {
    front.open(
        new Gateway(
            "collect",
            (in, out, context) -> {
              synchronized (events) {
                events.add(MAPPER.readTree(in));
              }
              out.write(output.getBytes(UTF_8));
            },
            Instant::now,
            Gateway.TIME_LIMIT));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + front.port() + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
