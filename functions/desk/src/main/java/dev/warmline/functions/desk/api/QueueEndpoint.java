package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.lead.Stage;
import dev.warmline.rule.Route;
import dev.warmline.usecase.ListQueue.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code GET queue}: who is next. */
final class QueueEndpoint implements Endpoint {
  private static final String ME = "me";

  private final Work work;

  QueueEndpoint(Work work) {
    this.work = work;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(ROOT + "queue");
  }

  @Override
  public ApiResponse answer(Call call) {
    var queues = queues(call);
    var queue = call.query("queue");
    if (queue.filter(name -> !queues.contains(Optional.of(name))).isPresent()) {
      return unknown("queue", queues.stream().flatMap(Optional::stream).toList());
    }
    var stage = call.query("stage").flatMap(Stage::parse).filter(Stage::isWithSales);
    if (call.query("stage").isPresent() && stage.isEmpty()) {
      return unknown("stage", Stream.of(Stage.MQL, Stage.SAL, Stage.SQL).map(Stage::word).toList());
    }
    var owner = call.query("owner").map(name -> name.equals(ME) ? call.who().person().id() : name);
    if (owner.filter(id -> call.who().team().person(id).isEmpty()).isPresent()) {
      return unknown("owner", List.copyOf(call.who().team().people().keySet()));
    }
    var wanted = new Wanted(queue.isPresent() ? List.of(queue) : queues, owner, stage);
    return Paging.of(call, (after, limit) -> work.list().queue(wanted, after, limit), "leads");
  }

  /** Those of the team, those that the model routes to, and that of leads in none. */
  private List<Optional<String>> queues(Call call) {
    var queues = new ArrayList<Optional<String>>();
    var routed = work.models().current(call.now()).model().routes().stream().map(Route::queue);
    Stream.concat(call.who().team().queues().keySet().stream(), routed)
        .distinct()
        .map(Optional::of)
        .forEach(queues::add);
    queues.add(Optional.empty());
    return queues;
  }

  private static ApiResponse unknown(String name, List<String> known) {
    return ApiProblem.lacking(
            "\"" + name + "\" is one of " + String.join(", ", known), "query parameter " + name)
        .answer();
  }
}
