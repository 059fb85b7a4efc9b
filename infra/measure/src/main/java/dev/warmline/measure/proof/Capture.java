package dev.warmline.measure.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a shipped client sent to a recording server.
 *
 * @param client the name of the recording
 */
record Capture(String client, List<JsonNode> requests) {
  private static final List<String> RECORDED =
      List.of(
          "rudder-browser_default",
          "rudder-node_ok_gzip_default",
          "segment-browser_standard",
          "segment-java_ok",
          "segment-node_20events_flushAt",
          "segment-node_gzip",
          "segment-node_ok");

  /** The recordings that come with this program. */
  static List<Capture> recorded() throws IOException {
    var captures = new ArrayList<Capture>();
    for (var name : RECORDED) {
      try (var in = Capture.class.getResourceAsStream("/captures/" + name + ".json")) {
        captures.add(of(name, Client.MAPPER.readTree(in)));
      }
    }
    return captures;
  }

  /** The recordings of Segment and Rudder clients in a folder. */
  static List<Capture> in(Path folder) throws IOException {
    var captures = new ArrayList<Capture>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Capture::isKnown).sorted().toList()) {
        var name = file.getFileName().toString().replace(".json", "");
        captures.add(of(name, Client.MAPPER.readTree(file.toFile())));
      }
    }
    return captures;
  }

  /** Whether a browser sent it, with a key that everyone can see. */
  boolean isOfBrowser() {
    return client.contains("browser");
  }

  /** The write keys it uses. */
  Set<String> writeKeys() {
    var keys = new TreeSet<String>();
    for (var request : requests) {
      header(request, "authorization")
          .filter(value -> value.startsWith("Basic "))
          .map(value -> new String(Base64.getDecoder().decode(value.substring(6)), UTF_8))
          .ifPresent(pair -> keys.add(pair.replaceFirst(":.*", "")));
      keys.addAll(request.path("body").findValuesAsText("writeKey"));
    }
    return keys;
  }

  /** The ids of the events it sent. */
  Set<String> messageIds() {
    var ids = new TreeSet<String>();
    requests.forEach(request -> ids.addAll(request.path("body").findValuesAsText("messageId")));
    return ids;
  }

  /** A header by its name, in any case. */
  static Optional<String> header(JsonNode request, String name) {
    var raw = request.path("rawHeaders");
    return IntStream.range(0, raw.size() / 2)
        .filter(i -> raw.path(2 * i).asText().toLowerCase(Locale.ROOT).equals(name))
        .mapToObj(i -> raw.path(2 * i + 1).asText())
        .findFirst();
  }

  /** The body as it went over the wire. */
  static byte[] body(JsonNode request) throws IOException {
    var node = request.path("body");
    var plain = (node.isTextual() ? node.asText() : node.toString()).getBytes(UTF_8);
    if (node.isMissingNode() || !request.path("gzip_magic").asBoolean()) {
      return node.isMissingNode() ? new byte[0] : plain;
    }
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  private static boolean isKnown(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(".json") && (name.startsWith("segment") || name.startsWith("rudder"));
  }

  /** Where Rudder's client asks for its own settings is no door of ours. */
  private static Capture of(String name, JsonNode all) {
    var requests =
        IntStream.range(0, all.size())
            .mapToObj(all::get)
            .filter(request -> !request.path("url").asText().startsWith("/sourceConfig"))
            .toList();
    return new Capture(name, requests);
  }
}
