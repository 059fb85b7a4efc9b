package dev.warmline.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a person can say on the command line. */
@Command(
    name = "infra/up",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs Warmline on this machine, with the real functions and a real database.")
final class Options {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "where to listen on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0 for any free port)")
  private int port;

  @Option(
      names = "--https",
      arity = "0..1",
      fallbackValue = "8443",
      paramLabel = "PORT",
      description =
          "listen there too, over TLS with a certificate made for this start (default port:"
              + " ${FALLBACK-VALUE}); prints where the certificate to trust is")
  private @Nullable Integer https;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "keep everything here over a restart (default: in memory)")
  private @Nullable Path data;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "the rules, YAML or JSON (default: infra/models/default.yaml)")
  private @Nullable Path model;

  @Option(
      names = "--team",
      paramLabel = "FILE",
      description =
          "who works leads, YAML or JSON (default: infra/models/teams/demo.yaml: kim, bo, ana of"
              + " sales, mia of marketing, lee who leads)")
  private @Nullable Path team;

  private static final Pattern KIND = Pattern.compile("(browser|server)(\\+backfill)?");

  @Option(
      names = "--source",
      paramLabel = "KEY=browser|server[+backfill]",
      description =
          "one more write key; may be repeated (local-browser and local-server always exist)")
  private final Map<String, String> sources = new LinkedHashMap<>();

  @Option(
      names = "--demo",
      description = "play a scripted visitor up to the alert, then both teams at work, and stop")
  private boolean demo;

  int port() {
    return checked("--port", port);
  }

  Optional<Integer> https() {
    return Optional.ofNullable(https).map(port -> checked("--https", port));
  }

  private static int checked(String option, int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new CannotStart(option + " " + port + ": a port is a number from 0 to " + HIGHEST_PORT);
    }
    return port;
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  Optional<Path> model() {
    return Optional.ofNullable(model);
  }

  Optional<Path> team() {
    return Optional.ofNullable(team);
  }

  boolean demo() {
    return demo;
  }

  /** Each write key with its kind: {@code browser} or {@code server}, {@code +backfill} or not. */
  Map<String, String> sources() {
    var all = new LinkedHashMap<String, String>();
    all.put("local-browser", "browser");
    all.put("local-server", "server");
    sources.forEach(
        (key, kind) -> {
          if (key.isBlank() || !KIND.matcher(kind).matches()) {
            throw new CannotStart(
                "--source "
                    + key
                    + "="
                    + kind
                    + ": write KEY=browser or KEY=server, and +backfill behind it for history");
          }
          all.put(key, kind);
        });
    return all;
  }
}
