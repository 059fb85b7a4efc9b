package dev.warmline.cli;

import dev.warmline.lead.Pace;
import dev.warmline.usecase.EvaluateLead.Acted;
import dev.warmline.usecase.ReleaseWaiting.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code warmline release}: announces leads that wait, at once or at a pace, or gives them up. */
@Command(
    name = "release",
    sortOptions = false,
    description = {
      "Tells sales of leads that qualified without anybody being told: by an import, a backfill, a"
          + " silent publication. Hot ones first, then the highest scores, then the longest"
          + " waiting.",
      "Doing it twice announces nobody twice."
    })
final class Release extends CliCommand {
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
    private @Nullable Integer most;

    @Option(names = "--drop", description = "give all of them up: they go back to nurture")
    private boolean drop;

    @Option(
        names = "--per-day",
        arity = "0..1",
        paramLabel = "N",
        fallbackValue = Paces.MEAN,
        description =
            "from now on announce N a day, spread over business hours; without N as many as were"
                + " announced on the average working day of the last twenty, at least 5")
    private @Nullable String perDay;

    @Option(names = "--pause", description = "announce nobody by that until --resume")
    private boolean pause;

    @Option(names = "--resume", description = "go on with it")
    private boolean resume;

    boolean isPace() {
      return perDay != null || pause || resume;
    }
  }

  @Override
  int run(Output output) {
    if (what.most != null && what.most < 1) {
      throw Failure.wrongInput("--most takes a number from 1 on");
    }
    var perDay = Optional.ofNullable(what.perDay).flatMap(Paces::perDay);
    try (var connection = deployment.open()) {
      if (what.isPace()) {
        show(paced(connection.paces(), perDay), output);
      } else {
        once(connection, output);
      }
    }
    return Exit.OK;
  }

  private Pace paced(Paces paces, Optional<Integer> perDay) {
    var queue = Optional.ofNullable(this.queue);
    return what.pause
        ? paces.pause(queue)
        : what.resume ? paces.resume(queue, now()) : paces.set(perDay, queue, now());
  }

  private void once(Connection connection, Output output) {
    var release = connection.release();
    var waiting = release.list(Optional.ofNullable(queue));
    if (what.list) {
      show(waiting, output);
      connection.paces().find(Optional.ofNullable(queue)).ifPresent(pace -> show(pace, output));
    } else if (what.drop) {
      act(
          waiting.stream().filter(Waiting::isToBeReleased).toList(),
          one -> release.drop(one, person, now()),
          "dropped",
          output);
    } else {
      var most = what.all || what.most == null ? Long.MAX_VALUE : what.most;
      var chosen = waiting.stream().filter(Waiting::isToBeReleased).limit(most).toList();
      act(chosen, one -> release.release(one, person, now()), "released", output);
    }
  }

  private void show(Pace pace, Output output) {
    output.out().println(json ? Paces.write(pace) : Paces.words(pace));
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
        one.lead().value(),
        Integer.toString(one.cycle()),
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
        output.err().println(one.lead() + " is not " + word + ": " + answer.why());
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
}
