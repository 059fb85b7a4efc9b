package dev.warmline.aws.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.warmline.aws.runtime.Clients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Says yes to every call, and not before so many have been under way at the same time. */
final class SlowTables implements AutoCloseable {
  final AtomicInteger calls = new AtomicInteger();
  final AtomicInteger mostAtOnce = new AtomicInteger();
  final Set<Integer> connections = ConcurrentHashMap.newKeySet();

  private final AtomicInteger underWay = new AtomicInteger();
  private final CountDownLatch gate;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  SlowTables(int waitForCalls) throws IOException {
    gate = new CountDownLatch(waitForCalls);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  DynamoDbClient client() {
    return Clients.configured(DynamoDbClient.builder())
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls.incrementAndGet();
      connections.add(exchange.getRemoteAddress().getPort());
      mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      gate.countDown();
      exchange.getRequestBody().readAllBytes();
      awaitTheOthers();
      var body = "{}".getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      underWay.decrementAndGet();
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void awaitTheOthers() {
    try {
      if (!gate.await(3, TimeUnit.SECONDS)) {
        gate.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
