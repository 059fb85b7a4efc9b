package dev.warmline.measure.proof;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The whole stack as a process of its own, started with {@code infra/up} like anyone does. */
final class StackProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Path log;
  private final int port;
  private final List<String> command;
  private int starts;
  private volatile Process process;

  private StackProcess(Path log, int port, List<String> command) throws IOException {
    this.log = log;
    this.port = port;
    this.command = command;
    this.process = launch();
  }

  /**
   * Starts a stack on a free port and waits until it answers.
   *
   * @param folder where its log goes
   * @param options of infra/up, beyond the port
   */
  static StackProcess start(Path folder, String... options)
      throws IOException, InterruptedException {
    var port = freePort();
    var command = new ArrayList<String>();
    command.addAll(List.of(home().resolve("infra/up").toString(), "--port", "" + port));
    command.addAll(List.of(options));
    var stack = new StackProcess(folder.resolve("stack.log"), port, command);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::end));
    stack.awaitReady();
    return stack;
  }

  /** The folder of the project. */
  static Path home() {
    return Path.of(System.getProperty("warmline.home", ".")).toAbsolutePath();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What it printed. */
  Path log() {
    return log;
  }

  /** Kills it without warning, as {@code kill -9} does, and starts it again on what is there. */
  synchronized void killAndRestart() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    process = launch();
    awaitReady();
  }

  @Override
  public synchronized void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** When this program is stopped, its stack is too. */
  private void end() {
    process.destroyForcibly();
  }

  private Process launch() throws IOException {
    starts++;
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private void awaitReady() throws IOException, InterruptedException {
    var deadline = System.nanoTime() + START.toNanos();
    while (readyLines() < starts) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new IOException("the stack does not start; see " + log);
      }
      Thread.sleep(LOOK);
    }
  }

  private long readyLines() throws IOException {
    if (!Files.exists(log)) {
      return 0;
    }
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.startsWith("ready ")).count();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
