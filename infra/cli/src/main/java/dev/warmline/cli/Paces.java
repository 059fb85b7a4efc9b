package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.AnnouncementScan;
import dev.warmline.lead.Pace;
import dev.warmline.rule.Models;
import dev.warmline.team.QueueStore;
import dev.warmline.team.Teams;
import dev.warmline.usecase.PacedRelease;
import java.time.Instant;
import java.util.Optional;

/** The standing paces of a deployment, by queue or for all that have none of their own. */
record Paces(
    PacedRelease paced,
    Models models,
    AnnouncementScan announcements,
    Teams teams,
    QueueStore queues) {
  /** In place of a number: what the team says, else what sales is used to. */
  static final String MEAN = "mean";

  /** How many a day are meant; empty for the mean. */
  static Optional<Integer> perDay(String text) {
    try {
      return MEAN.equals(text) ? Optional.empty() : Optional.of(inRange(Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      throw wrong();
    }
  }

  private static int inRange(int number) {
    if (number < 1 || number > Pace.MOST) {
      throw wrong();
    }
    return number;
  }

  private static Failure wrong() {
    return Failure.wrongInput("--per-day takes a number from 1 to " + Pace.MOST + ", or none");
  }

  Optional<Pace> find(Optional<String> queue) {
    return paced.find(queue);
  }

  /** So many a day from now on, or as many as the team says, has room for, or is used to. */
  Pace set(Optional<Integer> perDay, Optional<String> queue, Instant now) {
    var usual = perDay.or(() -> queue.flatMap(name -> usual(name, now)));
    return paced.set(queue, usual.orElseGet(() -> mean(queue, now)), now);
  }

  private Optional<Integer> usual(String queue, Instant now) {
    return teams
        .current(now)
        .flatMap(team -> team.team().queue(queue))
        .flatMap(served -> Pace.usual(served, queues.find(queue)));
  }

  private int mean(Optional<String> queue, Instant now) {
    var model = models.current(now).model();
    return Pace.mean(announcements.since(Pace.meanFrom(model, now), queue), model, now);
  }

  Pace pause(Optional<String> queue) {
    return paced.pause(queue).orElseThrow(() -> none(queue));
  }

  Pace resume(Optional<String> queue, Instant now) {
    return paced.resume(queue, now).orElseThrow(() -> none(queue));
  }

  private static Failure none(Optional<String> queue) {
    return Failure.no("there is no pace%s: set one with --per-day".formatted(where(queue)));
  }

  static String words(Pace pace) {
    var what = "%d a day are released%s".formatted(pace.perDay(), where(pace.queue()));
    return pace.due()
        .map(at -> "%s, the next at %s".formatted(what, at))
        .orElse(what + " once it is resumed: it is paused");
  }

  private static String where(Optional<String> queue) {
    return queue.map(name -> " in queue " + name).orElse("");
  }

  static ObjectNode write(Pace pace) {
    var json = JsonNodeFactory.instance.objectNode().put("perDay", pace.perDay());
    pace.queue().ifPresent(name -> json.put("queue", name));
    json.put("paused", pace.due().isEmpty());
    pace.due().ifPresent(at -> json.put("next", at.toString()));
    return json;
  }
}
