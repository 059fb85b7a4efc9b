package dev.warmline.aws.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a rehearsal talks to instead of AWS: an HTTP server of this process for this process, as
 * small as the SDK's requests allow, so that the HTTP client itself is rehearsed too. Until it is
 * closed, and on the loopback interface alone.
 */
final class Loopback implements AutoCloseable {
  private static final int WAITING = 16;
  private static final String HEAD_ENDS = "\r\n\r\n";

  /** Gives the body of an answer to a request of this operation, if it named one. */
  interface Service {
    String answer(Optional<String> operation, InputStream body) throws IOException;
  }

  private final ServerSocket server;
  private final Service service;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  /** Starts to serve on a port that is free. */
  Loopback(Service service) {
    this.service = service;
    try {
      this.server = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("rehearsal").start(this::accept);
  }

  /** Where it serves. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.close();
      for (var connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        var connection = server.accept();
        connections.add(connection);
        Thread.ofPlatform().daemon().name("rehearsal").start(() -> serve(connection));
      }
    } catch (IOException _) {
      // closed: nobody comes any more
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      var in = new BufferedInputStream(connection.getInputStream());
      var out = connection.getOutputStream();
      for (var head = head(in); !head.isEmpty(); head = head(in)) {
        var length = header(head, "content-length").map(Integer::parseInt).orElse(0);
        var body = new ByteArrayInputStream(in.readNBytes(length));
        write(out, service.answer(header(head, "x-amz-target"), body).getBytes(UTF_8));
      }
    } catch (IOException _) {
      // the caller has gone, or is being told to
    }
  }

  private static void write(OutputStream out, byte[] body) throws IOException {
    var head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + HEAD_ENDS;
    var answer = new ByteArrayOutputStream();
    answer.writeBytes(head.getBytes(ISO_8859_1));
    answer.writeBytes(body);
    answer.writeTo(out);
    out.flush();
  }

  /** A request up to its body; empty where there is none to come. */
  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf(HEAD_ENDS, Math.max(0, head.length() - HEAD_ENDS.length())) < 0) {
      var next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static Optional<String> header(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }
}
