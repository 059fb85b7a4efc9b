package dev.warmline.cli;

import dev.warmline.usecase.EvaluateLead.Acted;
import dev.warmline.usecase.ReleaseWaiting.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code warmline release}: announces leads that wait, or gives them up. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells sales of leads that qualified without anybody being told: by an import, a backfill, a"
          + " silent publication. Hot ones first, then the highest scores, then the longest"
          + " waiting.",
      "Doing it twice announces nobody twice."
    })
final class Release implements Callable<Integer> {
  private final Surroundings around;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Deployment deployment = new Deployment();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Option(names = "--queue", paramLabel = "QUEUE", description = "only those that go there")
  private @Nullable String queue;

  @Option(
      names = "--by",
      paramLabel = "PERSON",
      defaultValue = "${sys:user.name}",
      description = "who does it, for their history (default: ${DEFAULT-VALUE})")
  private String person = "";

  @Option(names = "--json", description = "print one JSON object a line")
  private boolean json;

  /** Exactly one of them. */
  private static final class What {
    @Option(names = "--list", description = "show who waits, and why; change nothing")
    private boolean list;

    @Option(names = "--all", description = "announce all of them")
    private boolean all;

    @Option(names = "--most", paramLabel = "N", description = "announce the first N of them")
    private int most;

    @Option(names = "--drop", description = "give all of them up: they go back to nurture")
    private boolean drop;
  }

  Release(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (!what.list && !what.all && !what.drop && what.most < 1) {
      throw Failure.wrongInput("--most takes a number from 1 on");
    }
    var output = Output.of(spec);
    try (var connection = deployment.open()) {
      var release = connection.release();
      var waiting = release.list(Optional.ofNullable(queue));
      if (what.list) {
        show(waiting, output);
      } else if (what.drop) {
        act(waiting, one -> release.drop(one, person, now()), "dropped", output);
      } else {
        var chosen = waiting.stream().limit(what.all ? Long.MAX_VALUE : what.most).toList();
        act(chosen, one -> release.release(one, person, now()), "released", output);
      }
    }
    return Exit.OK;
  }

  private void show(List<Waiting> waiting, Output output) {
    if (json) {
      waiting.forEach(one -> output.out().println(one.write()));
      return;
    }
    var table = new Table(List.of("lead", "cycle", "tier", "points", "queue", "since", "why"));
    waiting.forEach(one -> table.add(row(one)));
    table.print(output);
    output.out().println(waiting.size() + (waiting.size() == 1 ? " waits" : " wait"));
  }

  private static List<String> row(Waiting one) {
    return List.of(
        one.lead().id().value(),
        Integer.toString(one.lead().standing().cycle()),
        one.tier().word(),
        Long.toString(Math.round(one.points())),
        one.queue().orElse("-"),
        one.why().since().toString(),
        one.why().words());
  }

  private void act(List<Waiting> chosen, Function<Waiting, Acted> act, String word, Output output) {
    var done = 0;
    for (var one : chosen) {
      var answer = act.apply(one).answer();
      if (answer.isRefused()) {
        output.err().println(one.lead().id() + " is not " + word + ": " + answer.why());
      } else {
        done++;
      }
    }
    output
        .out()
        .println(
            json
                ? "{\"%s\":%d}".formatted(word, done)
                : done + (done == 1 ? " lead is " : " leads are ") + word);
  }

  private Instant now() {
    return around.clock().instant();
  }
}
