package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.team.QueueStore;
import dev.warmline.team.QueueTurns;
import dev.warmline.team.Routing;
import dev.warmline.team.Routing.Asked;
import dev.warmline.team.Routing.Routed;
import dev.warmline.team.Team;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the test cases of a team file: leads that come into this queue at this time go to these
 * owners, and are due then. The cases of {@code NAME.yaml} are in {@code NAME.test.yaml} beside it.
 */
public final class TeamTests {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Team team;
  private final TeamCase one;

  private TeamTests(Team team, TeamCase one) {
    this.team = team;
    this.one = one;
  }

  /**
   * Runs the cases of a file; each begins before anybody had a turn.
   *
   * @throws IOException if there is no such file, it cannot be read or has more than 4 MB
   */
  public static List<ModelTests.Outcome> run(Team team, Path cases) throws IOException {
    return run(team, ModelTests.text(cases));
  }

  /** Runs the cases of a text. A text that is no file of cases gives one outcome that fails. */
  public static List<ModelTests.Outcome> run(Team team, String cases) {
    return ModelTests.each(
        cases, item -> new TeamTests(team, TeamCase.of(item, team)).differences());
  }

  private List<String> differences() {
    var routed = routed();
    var differences = new ArrayList<String>();
    for (var expected : one.expect().properties()) {
      var found = found(expected.getKey(), routed);
      if (!found.equals(expected.getValue())) {
        differences.add(
            "%s: expected %s but found %s"
                .formatted(expected.getKey(), expected.getValue(), found));
      }
    }
    return differences;
  }

  private List<Routed> routed() {
    var routing = new Routing(new Turns());
    var routed = new ArrayList<Routed>();
    for (var lead = 1; lead <= one.leads(); lead++) {
      var asked =
          new Asked("lead-" + lead, Optional.of(one.queue()), one.returnedBy(), one.company());
      routed.add(routing.route(team, asked, one.at()));
    }
    return routed;
  }

  private JsonNode found(String key, List<Routed> routed) {
    var queue = routed.getFirst().queue().orElse(one.queue());
    var level = team.serviceLevel(one.tier());
    return switch (key) {
      case "owners" -> owners(routed);
      case "queue" -> JSON.textNode(queue);
      case "accept-by" -> deadline(queue, level.acceptWithin());
      case "contact-by" -> deadline(queue, level.contactWithin());
      case "answer-by" -> deadline(queue, team.answerReturnWithin());
      default -> throw new InvalidCase("expect has no key " + key);
    };
  }

  private static JsonNode owners(List<Routed> routed) {
    var owners = JSON.arrayNode();
    routed.forEach(one -> one.owner().ifPresentOrElse(owners::add, owners::addNull));
    return owners;
  }

  /** In the calendar's own time, as a case would write it. */
  private JsonNode deadline(String queue, Optional<Duration> within) {
    var calendar = team.calendarOf(queue);
    return within
        .map(time -> calendar.deadline(one.at(), time).atZone(calendar.zone()))
        .<JsonNode>map(due -> JSON.textNode(due.toOffsetDateTime().toString()))
        .orElseGet(JSON::nullNode);
  }

  /** The turns of one case. */
  private static final class Turns implements QueueStore {
    private final Map<String, QueueTurns> byQueue = new HashMap<>();

    @Override
    public QueueTurns find(String queue) {
      return byQueue.getOrDefault(queue, QueueTurns.none(queue));
    }

    @Override
    public boolean write(QueueTurns turns) {
      byQueue.put(turns.queue(), turns.stored());
      return true;
    }
  }
}
