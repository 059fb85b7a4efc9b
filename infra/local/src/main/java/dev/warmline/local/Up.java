package dev.warmline.local;

import dev.warmline.local.http.Certificate;
import dev.warmline.local.http.Front;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The command {@code infra/up}: starts the stack, says where, and stops it again.
 *
 * @param site where the browser client lies
 * @param wiring reads the model and the sources; throws {@link CannotStart} if they are no good
 */
record Up(PrintStream out, PrintStream err, Path site, Function<Options, Functions.Wiring> wiring) {
  private static final int WRONG_USE = 2;
  private static final int FAILED = 1;

  /** Runs until the demo is over or the process is told to stop. */
  int run(String... arguments) {
    var options = new Options();
    var command = new CommandLine(options).setOut(writer(out)).setErr(writer(err));
    try {
      command.parseArgs(arguments);
      if (CommandLine.printHelpIfRequested(command.getParseResult())) {
        return 0;
      }
      return start(options);
    } catch (ParameterException e) {
      err.println("infra/up: " + e.getMessage() + " (see infra/up --help)");
      return WRONG_USE;
    } catch (CannotStart e) {
      err.println("infra/up: " + e.getMessage());
      return FAILED;
    }
  }

  private int start(Options options) {
    var functions = wiring.apply(options);
    try (var front = front(options);
        var data = new Held(options.data().map(DataFolder::open));
        var stack = quietly(() -> Stack.start(front, data.folder(), site, functions))) {
      out.println("ready " + stack.address());
      out.flush();
      return options.demo()
          ? quietly(() -> new Demo(stack.address(), out).play())
          : untilStopped(stack, data);
    }
  }

  /** Waits for a signal; a stop that was asked for is a success. */
  private static int untilStopped(Stack stack, Held data) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      stack.close();
                      data.close();
                      Runtime.getRuntime().halt(0);
                    }));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private Front front(Options options) {
    var front = listening(options.port(), Front::bind);
    options.https().ifPresent(port -> secure(front, port));
    return front;
  }

  /**
   * The certificate lies beside the browser client, named after the port: each stack has its own.
   */
  private void secure(Front front, int wanted) {
    try {
      var certificate = Certificate.make();
      var port = listening(wanted, free -> front.secure(free, certificate));
      var pem = Files.createDirectories(site).resolve("certificate-" + port + ".pem");
      certificate.write(pem);
      out.println("https https://localhost:" + port + " trust " + pem.toRealPath());
    } catch (IOException e) {
      throw new CannotStart("cannot speak TLS: " + e.getMessage());
    }
  }

  private interface Listening<T> {
    T at(int port) throws IOException;
  }

  private static <T> T listening(int port, Listening<T> listening) {
    try {
      return listening.at(port);
    } catch (IOException e) {
      if (e instanceof BindException || e.getCause() instanceof BindException) {
        throw new CannotStart(
            "port "
                + port
                + " is taken: stop what listens there or choose another with --port or --https");
      }
      throw new CannotStart("cannot listen on port " + port + ": " + e.getMessage());
    }
  }

  private record Held(Optional<DataFolder> folder) implements AutoCloseable {
    @Override
    public void close() {
      folder.ifPresent(DataFolder::close);
    }
  }

  /** DynamoDB Local prints a banner, functions their metrics; what is printed here is read. */
  private static <T> T quietly(java.util.function.Supplier<T> start) {
    var before = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      return start.get();
    } finally {
      System.setOut(before);
    }
  }

  private static java.io.PrintWriter writer(PrintStream stream) {
    return new java.io.PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
