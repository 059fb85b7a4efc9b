package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Ten thousand generated requests over all doors, most of them broken in some way. */
class MalformedRequestsTest {
  private static final int REQUESTS = 1_000;
  private static final List<String> DOORS =
      List.of(
          "/v1/batch",
          "/v1/track",
          "/v1/identify",
          "/v1/a",
          "/v1/import/",
          "/beacon/v1/batch",
          "/v1/pixel/track",
          "/pixel/v1/page",
          "/f/landing",
          "/f/plain",
          "/f/%2e%2e",
          "/sourceConfig",
          "/v1/projects/WK_test/settings",
          "/analytics.js/v1/WK_test/analytics.min.js",
          "/analytics-next/bundles/x.bundle.0.js",
          "/api/s/page",
          "/nowhere",
          "/",
          "//v1//t");
  private static final List<String> METHODS =
      List.of("POST", "POST", "POST", "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "1e999",
          "-0",
          "\"\"",
          "\"\\ud800\"",
          "{}",
          "[]",
          "[[]]",
          "NaN",
          "01",
          "\"x\\u0000\"",
          "1e-999",
          "99999999999999999999999",
          "\"2026-13-45\"",
          "{\"\\udc00\":1}",
          "\"\ud83d\ude00\"",
          "{\"a\":{\"a\":{\"a\":[{}]}}}",
          "\"1e21\"",
          "\"\t\"");
  private static final List<String> KEYS =
      List.of(
          "type",
          "event",
          "userId",
          "anonymousId",
          "previousId",
          "messageId",
          "timestamp",
          "sentAt",
          "context",
          "traits",
          "properties",
          "integrations",
          "email",
          "name",
          "groupId",
          "writeKey",
          "batch",
          "verdict",
          "backfill",
          "profile",
          "");

  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  @RepeatedTest(10)
  void noRequestFailsAndNoneCostsItsNeighbour(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    for (var n = 0; n < REQUESTS; n++) {
      var body = body(random);
      var answer =
          gateway.call(
              pick(random, METHODS), pick(random, DOORS) + query(random), headers(random), body);

      assertThat(answer.status())
          .as("seed %d, request %d: %s", repetition.getCurrentRepetition(), n, text(body))
          .isBetween(200, 499);
    }
  }

  @RepeatedTest(3)
  void aGoodEventIsKeptBesideAnyOther(RepetitionInfo repetition) {
    var random = new Random(1_000 + repetition.getCurrentRepetition());
    for (var n = 0; n < REQUESTS; n++) {
      var good =
          "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u1\",\"messageId\":\"good-%d\"}"
              .formatted(n);
      var body = "{\"batch\":[" + event(random) + "," + good + "," + event(random) + "]}";

      var answer = gateway.post("/v1/batch", body, "Authorization", Gateway.basic("WK_server"));

      assertThat(answer.status()).as("%s", body).isEqualTo(200);
      assertThat(memory.event("good-" + n).profile()).hasToString("user:u1");
    }
  }

  private static byte[] body(Random random) {
    var text =
        switch (random.nextInt(6)) {
          case 0 -> event(random);
          case 1 -> "{\"batch\":[" + event(random) + "," + event(random) + "]}";
          case 2 -> "{\"batch\":" + pick(random, VALUES) + "}";
          case 3 -> "email=a%40b.example&x=%zz&" + pick(random, KEYS) + "=" + random.nextInt();
          case 4 -> "";
          default -> "{".repeat(random.nextInt(50));
        };
    var bytes = text.getBytes(UTF_8);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> flipped(bytes, random);
      case 2 -> gzip(bytes);
      case 3 -> flipped(gzip(bytes), random);
      default -> bytes;
    };
  }

  /** An object with any keys and values; always JSON as far as clients write it. */
  private static String event(Random random) {
    var text = new StringBuilder("{\"type\":\"page\"");
    for (var i = random.nextInt(6); i > 0; i--) {
      text.append(",\"").append(pick(random, KEYS)).append("\":").append(value(random));
    }
    return text.append('}').toString();
  }

  private static String value(Random random) {
    var value = pick(random, VALUES);
    return value.equals("01") ? "1" : value;
  }

  private static String query(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "?writeKey=WK_test";
      case 1 -> "?writeKey=WK_test&data=" + random.nextInt() + "%3D%3D&a..b.=1&.=2";
      case 2 -> "?writeKey=" + "x".repeat(random.nextInt(300)) + "&anonymousId=a&event=E";
      case 3 -> "?writeKey=WK_test&anonymousId=a1&event=E&properties.a.b.c.d.e.f.g.h.i.j=1";
      default -> "";
    };
  }

  private static List<String> headers(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> List.of("Authorization", Gateway.basic("WK_server"));
      case 1 -> List.of("Authorization", "Basic %%%", "Origin", "null");
      case 2 -> List.of("Origin", "http://[", "Referer", "::", "Accept", "application/json");
      case 3 -> List.of("X-Write-Key", "WK_server", "Sec-Purpose", "prefetch");
      default -> List.of("Authorization", "", "Content-Encoding", "gzip", "User-Agent", "");
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String text(byte[] body) {
    return new String(body, UTF_8);
  }

  private static String pick(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
