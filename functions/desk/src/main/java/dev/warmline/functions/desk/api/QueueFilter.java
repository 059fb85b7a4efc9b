package dev.warmline.functions.desk.api;

import dev.warmline.lead.Stage;
import dev.warmline.rule.Model;
import dev.warmline.rule.Route;
import dev.warmline.rule.Segment;
import dev.warmline.usecase.ListQueue.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which leads of the queues are asked for.
 *
 * @param who asks; {@code owner=me} is them
 * @param model routes leads into queues, and knows the segments
 */
public record QueueFilter(Member who, Model model) {
  private static final String ME = "me";
  private static final List<Stage> STAGES = List.of(Stage.MQL, Stage.SAL, Stage.SQL);

  /** What was asked for. */
  public sealed interface Asked {

    /** These leads. */
    record For(Wanted wanted) implements Asked {}

    /** Something that nobody knows. */
    record Unknown(ApiProblem why) implements Asked {}
  }

  /** The queues of the team, and those that the model routes to. */
  public List<String> queues() {
    var routed = model.routes().stream().map(Route::queue);
    return Stream.concat(who.team().queues().keySet().stream(), routed).distinct().toList();
  }

  /** The words of the stages in which sales works on leads. */
  public static List<String> stages() {
    return STAGES.stream().map(Stage::word).toList();
  }

  /** The segments of the model. */
  public List<String> segments() {
    return model.segments().stream().map(Segment::id).toList();
  }

  /**
   * Reads what is asked for.
   *
   * @param asked a parameter that is not blank, by its name
   * @param usual the queues if none is named; that of leads in none is among all, not among some
   */
  public Asked read(Function<String, Optional<String>> asked, Optional<List<String>> usual) {
    var queue = asked.apply("queue");
    var stage = asked.apply("stage");
    var segment = asked.apply("segment");
    var owner = asked.apply("owner").map(it -> it.equals(ME) ? who.person().id() : it);
    return unknown("queue", queue, queues())
        .or(() -> unknown("stage", stage, stages()))
        .or(() -> unknown("owner", owner, List.copyOf(who.team().people().keySet())))
        .or(() -> unknown("segment", segment, segments()))
        .<Asked>map(Asked.Unknown::new)
        .orElseGet(
            () ->
                new Asked.For(
                    new Wanted(
                        queue
                            .map(List::of)
                            .or(() -> usual)
                            .map(QueueFilter::some)
                            .orElseGet(this::all),
                        owner,
                        stage.flatMap(Stage::parse),
                        segment)));
  }

  private static List<Optional<String>> some(List<String> queues) {
    return queues.stream().map(Optional::of).toList();
  }

  private List<Optional<String>> all() {
    return Stream.concat(some(queues()).stream(), Stream.of(Optional.<String>empty())).toList();
  }

  private static Optional<ApiProblem> unknown(
      String name, Optional<String> asked, List<String> known) {
    return asked
        .filter(it -> !known.contains(it))
        .map(
            _ ->
                ApiProblem.lacking(
                    "\"" + name + "\" is one of " + String.join(", ", known),
                    "query parameter " + name));
  }
}
