package dev.warmline.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** What goes over a connection that no client library would send, by a seed. */
final class RawRequests {
  private static final String KEY =
      "Authorization: Basic "
          + Base64.getEncoder().encodeToString("local-server:".getBytes(UTF_8))
          + "\r\n";
  private static final String EVENT = "{\"type\":\"track\",\"event\":\"Raw\",\"userId\":\"raw\"}";
  private static final List<String> PATHS =
      List.of("/v1/track", "/v1/batch", "/v1/pixel/track", "/f/site", "/sourceConfig", "/nowhere");
  private static final List<String> LENGTHS =
      List.of("-1", "x", "", "1e3", "+5", "0x10", "99999999999999999999", "9223372036854775807");
  private static final List<String> CHUNKS =
      List.of(
          "FFFFFFFF\r\n{",
          "FFFFFFFFFFFFFFFFFF\r\n{",
          "-1\r\n{",
          "zz\r\n{}\r\n0\r\n\r\n",
          "2\r\n{}",
          "2\r\n{}garbage\r\n0\r\n\r\n",
          "2;" + "x".repeat(50_000) + "\r\n{}\r\n0\r\n\r\n",
          "2\n{}\n0\n\n",
          "2\r\n{}\r\n0\r\nTrailer: " + "y".repeat(50_000) + "\r\n\r\n",
          "\r\n",
          "");
  private static final List<String> LINES =
      List.of(
          "post /v1/track HTTP/1.1",
          "POST /v1/track",
          "POST /v1/track HTTP/9.9",
          "POST /v1/track HTTP/0.9",
          "POST  /v1/track  HTTP/1.1",
          "GET * HTTP/1.1",
          "OPTIONS * HTTP/1.1",
          "CONNECT a.example:443 HTTP/1.1",
          "TRACE / HTTP/1.1",
          "GET http://a.example/v1/pixel/track HTTP/1.1",
          "GET http://[/v1/pixel/track HTTP/1.1",
          "GET //a.example@/../../v1 HTTP/1.1",
          "GET /%00%zz%c3%28?%=%&&=%u0041 HTTP/1.1",
          "GET /\u00ff\u00fe HTTP/1.1",
          "GET /" + "a".repeat(40_000) + " HTTP/1.1",
          "GET v1/pixel/track HTTP/1.1",
          "GET /v1;a=b/pixel;c/track?x#y HTTP/1.1",
          "PRI * HTTP/2.0",
          "\0\0\0",
          "");
  private static final List<String> HEADERS =
      List.of(
          "X-Big: " + "b".repeat(40_000),
          "X-Many: 1\r\n".repeat(3_000) + "X-Last: 1",
          "X-Nul: a\0b",
          "No colon at all",
          ": no name",
          "X-Space : before the colon",
          "X-Folded: a\r\n b",
          "X-Bytes: \u00e9\u00ff\u0080",
          "Expect: 100-continue",
          "Expect: miracles",
          "Connection: Upgrade\r\nUpgrade: websocket",
          "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAAA",
          "Host: one.example\r\nHost: two.example",
          "Host: [",
          "Transfer-Encoding: gzip",
          "Transfer-Encoding: chunked, chunked",
          "Content-Encoding: gzip",
          "Authorization: Basic %%%\r\nOrigin: \u0001",
          "Cookie: " + "c=1; ".repeat(8_000));

  private final Random random;

  RawRequests(long seed) {
    this.random = new Random(seed);
  }

  /** The bytes of one request, or of something that is none. */
  byte[] next() {
    return switch (random.nextInt(9)) {
      case 0 -> cut(post("Content-Length: " + EVENT.length(), EVENT));
      case 1 -> post("Content-Length: " + (EVENT.length() + random.nextInt(1, 99_999)), EVENT);
      case 2 -> post("Content-Length: " + random.nextInt(EVENT.length()), EVENT + EVENT);
      case 3 -> post("Content-Length: " + pick(LENGTHS), EVENT);
      case 4 -> post("Transfer-Encoding: chunked", pick(CHUNKS));
      case 5 -> post(both(), EVENT);
      case 6 -> bytes(pick(LINES) + "\r\nHost: a.example\r\n" + KEY + "\r\n");
      case 7 -> post(pick(HEADERS) + "\r\nContent-Length: " + EVENT.length(), EVENT);
      default -> random.nextBoolean() ? noise() : zipped();
    };
  }

  /** Two ideas of how long the body is. */
  private String both() {
    return random.nextBoolean()
        ? "Content-Length: 5\r\nTransfer-Encoding: chunked"
        : "Content-Length: 5\r\nContent-Length: 6";
  }

  private byte[] post(String framing, String body) {
    return bytes(head(framing) + body);
  }

  private String head(String framing) {
    return "POST " + pick(PATHS) + " HTTP/1.1\r\nHost: a.example\r\n" + KEY + framing + "\r\n\r\n";
  }

  private byte[] noise() {
    var noise = new byte[random.nextInt(1, 2_000)];
    random.nextBytes(noise);
    return noise;
  }

  /** A gzipped body of two megabytes, some of its bytes lost. */
  private byte[] zipped() {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(new byte[2 * 1024 * 1024]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var head = bytes(head("Content-Encoding: gzip\r\nContent-Length: " + zipped.size()));
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(head);
    whole.writeBytes(zipped.toByteArray());
    return random.nextBoolean() ? whole.toByteArray() : cut(whole.toByteArray());
  }

  private byte[] cut(byte[] whole) {
    return java.util.Arrays.copyOf(whole, random.nextInt(1, whole.length));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
