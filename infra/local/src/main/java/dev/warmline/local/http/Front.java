package dev.warmline.local.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The HTTP server of the local stack. */
public final class Front implements AutoCloseable {
  /** The most bytes of a body, as API Gateway has it. */
  public static final int MAX_BODY = 10 * 1024 * 1024;

  private static final int MOST_IN_FLIGHT = 32 * 1024 * 1024;
  private static final int MAX_HEADERS = 32 * 1024;

  private final Server server;
  private final ServerConnector connector;

  private Front(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Listens on the loopback address; nobody is answered before {@link #open}.
   *
   * @param port 0 for any free one
   * @throws BindException if the port is taken
   */
  public static Front bind(int port) throws IOException {
    var threads = new QueuedThreadPool(16, 2);
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    threads.setDaemon(true);
    var server = new Server(threads);
    var connector = listening(server, port, new HttpConnectionFactory(settings()));
    server.addConnector(connector);
    server.setErrorHandler(new Refusals());
    return new Front(server, connector);
  }

  /**
   * Listens on one more port, over TLS; before {@link #open}.
   *
   * @param port 0 for any free one
   * @return the port
   * @throws BindException if the port is taken
   */
  public int secure(int port, Certificate certificate) throws IOException {
    var tls = new SslContextFactory.Server();
    tls.setKeyStore(certificate.store());
    tls.setKeyStorePassword(certificate.password());
    var settings = settings();
    settings.addCustomizer(new SecureRequestCustomizer(false));
    var http = new HttpConnectionFactory(settings);
    var secure = listening(server, port, new SslConnectionFactory(tls, http.getProtocol()), http);
    server.addConnector(secure);
    return secure.getLocalPort();
  }

  private static ServerConnector listening(Server server, int port, ConnectionFactory... speaks)
      throws IOException {
    var connector = new ServerConnector(server, 1, 1, speaks);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setIdleTimeout(65_000);
    connector.open();
    return connector;
  }

  private static HttpConfiguration settings() {
    var settings = new HttpConfiguration();
    settings.setUriCompliance(UriCompliance.UNSAFE);
    settings.setRequestHeaderSize(MAX_HEADERS);
    settings.setSendServerVersion(false);
    return settings;
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Starts answering. */
  public void open(Responder responder) {
    server.setHandler(new ResponderHandler(responder));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server does not start: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
      connector.close();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server does not stop: " + e.getMessage(), e);
    }
  }

  private static final class ResponderHandler extends Handler.Abstract {
    private final BodiesInFlight bodies = new BodiesInFlight(MOST_IN_FLIGHT);
    private final Responder responder;

    ResponderHandler(Responder responder) {
      this.responder = responder;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      send(answer(request), response, callback);
      return true;
    }

    private HttpAnswer answer(Request request) throws IOException {
      var in = Content.Source.asInputStream(request);
      try (var place = bodies.place()) {
        var body = place.read(in, MAX_BODY + 1);
        if (body.isPresent()) {
          return responder.answer(incoming(request, body.get()));
        }
      }
      in.transferTo(OutputStream.nullOutputStream()); // else the sender sees a broken connection
      return Gateway.refusal(
          incoming(request, new byte[0]), 503, "too much at once: send the same again");
    }
  }

  /** What is no request that anybody could be asked, refused as API Gateway does. */
  private static final class Refusals extends ErrorHandler {
    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int code,
        @Nullable String message,
        @Nullable Throwable cause,
        Callback callback) {
      var status = code == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ? 400 : code;
      var why = message == null ? HttpStatus.getMessage(status) : message;
      send(Gateway.refusal(incoming(request, new byte[0]), status, why), response, callback);
    }
  }

  private static void send(HttpAnswer answer, Response response, Callback callback) {
    response.setStatus(answer.status());
    answer.headers().forEach(field -> response.getHeaders().add(field.getKey(), field.getValue()));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }

  private static Incoming incoming(Request request, byte[] body) {
    var headers = new ArrayList<Map.Entry<String, String>>();
    for (HttpField field : request.getHeaders()) {
      headers.add(Map.entry(field.getName(), field.getValue() == null ? "" : field.getValue()));
    }
    var uri = request.getHttpURI();
    var path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
    return new Incoming(
        request.getMethod(),
        path,
        uri.getQuery() == null ? "" : uri.getQuery(),
        List.copyOf(headers),
        body,
        Request.getRemoteAddr(request),
        request.isSecure() ? "https" : "http");
  }
}
