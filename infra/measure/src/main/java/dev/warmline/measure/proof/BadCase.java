package dev.warmline.measure.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * One bad input and what it must get.
 *
 * @param status the answer's status
 * @param reason what the reason of the parked event says; empty if nothing is parked
 * @param kept how many events of the request are in the log afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
record BadCase(String name, byte[] body, int status, String reason, int kept) {
  private static final int KB = 1024;

  /** All of them. */
  static List<BadCase> all() {
    var cases = new ArrayList<BadCase>();
    cases.addAll(bodies());
    cases.addAll(events());
    cases.addAll(wrongTypes());
    cases.addAll(times());
    return cases;
  }

  private static List<BadCase> bodies() {
    return List.of(
        refused("empty body", "", "JSON"),
        refused("not JSON", "no", "JSON"),
        refused("JSON cut short", "{\"batch\":[" + good(0), "JSON"),
        refused("an array", "[" + good(0) + "]", "JSON"),
        new BadCase("gzip bomb, 50 MB inflated", gzip(new byte[50_000_000]), 400, "500 KB", 0),
        new BadCase("gzip cut short", cut(gzip(good(0).getBytes(UTF_8))), 400, "gzip", 0),
        refused("500 KB and a byte", " ".repeat(500 * KB - 1) + "{}", "500 KB"),
        refused("2,501 events", batch(goods(2_501)), "2500 events"),
        refused("a megabyte of nesting", "{\"a\":".repeat(200_000), "500 KB"),
        new BadCase("2,500 events", batch(goods(2_500)).getBytes(UTF_8), 200, "", 2_500));
  }

  private static List<BadCase> events() {
    var caf =
        batch(good(0) + ",{\"type\":\"page\",\"userId\":\"u\",\"name\":\"Caf\u00e9\"}," + good(1));
    return List.of(
        parked("33 KB event", field("\"event\":\"" + "x".repeat(33 * KB) + "\""), "32 KB"),
        parked("nested 1,000 deep", field("\"properties\":" + nested(1_000)), "nested deeper"),
        parked("240,000 arrays deep", "[".repeat(240_000) + "]".repeat(240_000), "object"),
        new BadCase("invalid UTF-8", caf.getBytes(ISO_8859_1), 200, "UTF-8", 2),
        parked("no id of anybody", "{\"type\":\"track\",\"event\":\"E\"}", "names nobody"),
        parked(
            "ids that are none",
            "{\"type\":\"page\",\"userId\":null,\"anonymousId\":\"undefined\"}",
            "names nobody"),
        parked(
            "message id of 101 characters",
            field("\"messageId\":\"" + "m".repeat(101) + "\""),
            "messageId"),
        parked("null for an event", "null", "object"),
        parked("a number for an event", "7", "object"),
        parked("an array for an event", "[1]", "object"),
        parked("no type", "{\"userId\":\"u\"}", "type"));
  }

  private static List<BadCase> wrongTypes() {
    return List.of(
        parked("userId an object", field("\"userId\":{}"), "userId"),
        parked("userId a boolean", field("\"userId\":true"), "userId"),
        parked("anonymousId an array", field("\"anonymousId\":[1]"), "anonymousId"),
        parked("previousId an array", field("\"previousId\":[]"), "previousId"),
        parked("groupId an object", field("\"groupId\":{}"), "groupId"),
        parked("messageId an object", field("\"messageId\":{}"), "messageId"),
        parked("type a number", field("\"type\":7"), "type"),
        parked("an unknown type", field("\"type\":\"nonsense\""), "type"),
        parked("event an array", field("\"event\":[]"), "event"),
        parked("name an object", field("\"name\":{}"), "name"),
        parked("email an object", field("\"email\":{}"), "email"),
        parked("properties a text", field("\"properties\":\"x\""), "properties"),
        parked("traits a number", field("\"traits\":5"), "traits"),
        parked("context a boolean", field("\"context\":true"), "context"),
        parked("timestamp no instant", field("\"timestamp\":\"soon\""), "timestamp"),
        parked("timestamp an object", field("\"timestamp\":{}"), "timestamp"));
  }

  private static List<BadCase> times() {
    return List.of(
        taken("timestamp in a thousand years", "\"timestamp\":\"3026-01-01T00:00:00Z\""),
        taken("timestamp of the year 1", "\"timestamp\":\"0001-01-01T00:00:00Z\""),
        taken("sentAt an object", "\"sentAt\":{}"),
        taken("userId a number", "\"userId\":42"));
  }

  private static BadCase refused(String name, String body, String reason) {
    return new BadCase(name, body.getBytes(UTF_8), 400, reason, 0);
  }

  private static BadCase parked(String name, String event, String reason) {
    var body = batch(good(0) + "," + event + "," + good(1));
    return new BadCase(name, body.getBytes(UTF_8), 200, reason, 2);
  }

  private static BadCase taken(String name, String field) {
    var body = batch(good(0) + "," + field(field) + "," + good(1));
    return new BadCase(name, body.getBytes(UTF_8), 200, "", 3);
  }

  private static String good(int number) {
    var id = UUID.randomUUID() + "-" + number;
    return "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\",\"messageId\":\"" + id + "\"}";
  }

  private static String goods(int count) {
    return IntStream.range(0, count).mapToObj(BadCase::good).collect(Collectors.joining(","));
  }

  private static String field(String field) {
    return "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\"," + field + "}";
  }

  private static String batch(String events) {
    return "{\"batch\":[" + events + "]}";
  }

  private static String nested(int depth) {
    return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  private static byte[] cut(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
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
}
