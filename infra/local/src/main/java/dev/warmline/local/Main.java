package dev.warmline.local;

import java.nio.file.Path;

/** Where {@code infra/up} enters. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String... arguments) {
    var site = Path.of(System.getProperty("warmline.site", "target/site"));
    var models = Path.of(System.getProperty("warmline.models", "infra/models"));
    var up =
        new Up(
            System.out,
            System.err,
            site,
            options -> {
              var model = LocalModel.read(options.model().orElse(models.resolve("default.yaml")));
              var team = LocalTeam.read(options.team().orElse(models.resolve("teams/demo.yaml")));
              var sources = options.sources();
              return clients -> new LocalFunctions(clients, model, team, sources).wired();
            });
    System.exit(up.run(arguments));
  }
}
