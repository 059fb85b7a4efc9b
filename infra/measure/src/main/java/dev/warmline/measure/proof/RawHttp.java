package dev.warmline.measure.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Sends a recorded request with its own headers, in their order, over a connection of its own. */
final class RawHttp {
  private static final int PATIENCE_MILLIS = 60_000;

  /** What belongs to the connection and not to the request. */
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "transfer-encoding", "expect");

  private RawHttp() {}

  /**
   * An answer.
   *
   * @param head the status line and the headers, in lower case
   */
  record Raw(int status, String head, String body) {}

  static Raw send(URI site, JsonNode request) throws IOException {
    var body = Capture.body(request);
    try (var socket = new Socket(site.getHost(), site.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      var out = socket.getOutputStream();
      out.write(head(site, request, body.length).getBytes(ISO_8859_1));
      out.write(body);
      out.flush();
      return parse(new String(socket.getInputStream().readAllBytes(), UTF_8));
    }
  }

  private static String head(URI site, JsonNode request, int length) {
    var head = new StringBuilder();
    head.append(request.path("method").asText()).append(' ').append(request.path("url").asText());
    head.append(" HTTP/1.1\r\nHost: ").append(site.getAuthority()).append("\r\n");
    var raw = request.path("rawHeaders");
    for (var i = 0; i + 1 < raw.size(); i += 2) {
      if (!OWN.contains(raw.path(i).asText().toLowerCase(Locale.ROOT))) {
        head.append(raw.path(i).asText()).append(": ").append(raw.path(i + 1).asText());
        head.append("\r\n");
      }
    }
    return head.append("Content-Length: " + length + "\r\nConnection: close\r\n\r\n").toString();
  }

  private static Raw parse(String answer) throws IOException {
    var end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no HTTP answer: " + answer);
    }
    var head = answer.substring(0, end).toLowerCase(Locale.ROOT);
    return new Raw(Integer.parseInt(head.substring(9, 12)), head, answer.substring(end + 4));
  }
}
