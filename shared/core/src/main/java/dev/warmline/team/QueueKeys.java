package dev.warmline.team;

import dev.warmline.rule.Block;
import dev.warmline.rule.Key;
import dev.warmline.rule.Shape;
import dev.warmline.rule.Shape.Items;
import dev.warmline.rule.Shape.WordOr;
import dev.warmline.rule.Value;
import dev.warmline.team.TeamQueue.Give;
import dev.warmline.team.TeamQueue.WarmHandoff;
import dev.warmline.team.TeamQueue.WhenAllAway;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The keys of a queue. */
final class QueueKeys extends Block<Function<String, TeamQueue>> {
  private final Key<List<String>> members =
      list("members", "the ids of those who serve it", new Items<>("members", TeamKeys.NAME, 1));
  private final Key<Boolean> owner =
      may("owner", "the CRM says who gets which lead", word(_ -> true, "crm"), false, null);
  private final Key<Optional<String>> calendar =
      may("calendar", "when its clocks run; always if absent", TeamKeys.SHORT);
  private final Key<Give> give =
      may(
          "give",
          "how a lead finds its owner",
          word(
              it -> it.equals("in-turn") ? Give.IN_TURN : Give.FIRST_TO_TAKE,
              "in-turn",
              "first-to-take"),
          Give.IN_TURN,
          "in-turn");
  private final Key<Optional<Integer>> capacity =
      may(
          "capacity",
          "how many open leads a member has at most",
          new Value.Count(QueueTurns.MOST_OPEN_EACH));
  private final Key<WhenAllAway> whenAllAway =
      may(
          "when-all-away",
          "what happens while nobody can be given a lead",
          new WordOr<>(
              List.of("hold", "anyway"),
              it -> it.equals("hold") ? new WhenAllAway.Hold() : new WhenAllAway.Anyway(),
              ", or a block with fallback",
              List.of(new FallbackKeys())),
          new WhenAllAway.Hold(),
          "hold");
  private final Key<Optional<String>> escalateTo =
      may("escalate-to", "the id of who hears of what nobody did in time", TeamKeys.NAME);
  private final Key<Optional<Integer>> perDay =
      may(
          "per-day",
          "how many of those who wait are released a day",
          new Value.Count(MOST_PER_DAY));
  private final Key<Optional<String>> slack =
      may("slack", "the channel of the queue", TeamKeys.SHORT);
  private final Key<Optional<WarmHandoff>> warm =
      may(
          "warm-handoff",
          "a colleague introduces the owner to the lead, and is told of it too",
          new WarmHandoffKeys());

  private static final int MOST_PER_DAY = 10_000;

  QueueKeys() {
    super("a queue");
  }

  private static <T> Shape<T> word(Function<String, T> of, String... words) {
    return new WordOr<>(List.of(words), of, "", List.of());
  }

  @Override
  protected Function<String, TeamQueue> make(Values in) {
    return name ->
        new TeamQueue(
            name,
            in.get(members),
            in.get(owner),
            in.get(calendar),
            in.get(give),
            in.get(capacity),
            in.get(whenAllAway),
            in.get(escalateTo),
            in.get(perDay),
            in.get(slack),
            in.get(warm));
  }

  private static final class FallbackKeys extends Block<WhenAllAway> {
    private final Key<String> fallback =
        must("fallback", "the queue that gets it instead", TeamKeys.SHORT);

    FallbackKeys() {
      super("a `when-all-away`");
    }

    @Override
    protected WhenAllAway make(Values in) {
      return new WhenAllAway.Fallback(in.get(fallback));
    }
  }

  private static final class WarmHandoffKeys extends Block<WarmHandoff> {
    private final Key<String> introduce =
        must("introduce", "the id of who introduces them", TeamKeys.NAME);
    private final Key<Optional<String>> slack =
        may("slack", "the channel that its messages go to instead of the queue's", TeamKeys.SHORT);

    WarmHandoffKeys() {
      super("a `warm-handoff`");
    }

    @Override
    protected WarmHandoff make(Values in) {
      return new WarmHandoff(in.get(introduce), in.get(slack));
    }
  }
}
