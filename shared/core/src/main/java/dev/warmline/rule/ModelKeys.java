package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.EventLog;
import dev.warmline.rule.Shape.Items;
import dev.warmline.rule.Shape.Named;
import dev.warmline.rule.Shape.NamesOrBlocks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of a model file, from which those of all its blocks are reached. */
public final class ModelKeys extends Block<ModelFile> {
  private static final QualifyKeys QUALIFY = new QualifyKeys();

  /** The description of the whole file. */
  public static final Block<ModelFile> FILE = new ModelKeys();

  private final Key<String> name = must("name", "names the model", new Value.Text(100));
  private final Key<ZoneId> zone =
      may(
          "time-zone",
          "where calendar days begin, such as Europe/Berlin",
          new Value.Zone(),
          ZoneOffset.UTC,
          "UTC");
  private final Key<Optional<Duration>> lookback =
      may("lookback", "how old a hit may be and still be worth something", Kinds.DURATION);
  private final Key<Duration> retention =
      may(
          "retention",
          "how long behaviour counts at all",
          new Value.Span(false, EventLog.RETENTION),
          EventLog.RETENTION,
          DurationText.ofMillis(EventLog.RETENTION.toMillis()));
  private final Key<Map<String, Function<String, ScoreRules>>> scores =
      must("scores", "the scores side by side", new Named<>("scores", new ScoreKeys()));
  private final Key<Optional<FitRules>> fit =
      may("fit", "how well the lead matches the ideal customer", new ScoreKeys.FitKeys());
  private final Key<List<Fact>> facts =
      since(
          ModelFormat.WORDS,
          may("facts", "facts beside those built in", FactKeys.FACTS, List.of()));
  private final Key<List<Pattern>> ignore =
      since(
          ModelFormat.WORDS,
          list("ignore", "events that do not count", new Items<>("patterns", Kinds.PATTERN, 0)));
  private final Key<Optional<String>> currency =
      since(
          ModelFormat.WORDS,
          may(
              "currency",
              "in which `purchaseValue` is; that of the earliest order if absent",
              new Value.Currency()));
  private final Key<Map<String, BigDecimal>> currencies =
      since(
          ModelFormat.WORDS,
          may(
              "currencies",
              "what one unit of others is worth in `currency`",
              new Named<>("currencies", new Value.Rate()),
              Map.of()));
  private final Key<Map<String, List<JsonNode>>> lists =
      may("lists", "lists of values for patterns", Kinds.LISTS, Map.of());
  private final Key<Qualify> qualify = may("qualify", "who becomes MQL", QUALIFY, QUALIFY.empty());
  private final Key<List<Segment>> segments =
      list("segments", "kinds of leads", new Items<>("segments", new HandoffKeys.SegmentKeys(), 0));
  private final Key<List<Route>> routes =
      list(
          "routes",
          "who gets which lead; the first that fits",
          new Items<>("routes", new HandoffKeys.RouteKeys(), 0));
  private final Key<Sla> sla =
      may("sla", "the clocks of both sides", new HandoffKeys.SlaKeys(), Sla.NONE);
  private final Key<List<ReturnReason>> returnReasons =
      may(
          "return-reasons",
          "why sales may return a lead, and what follows",
          new NamesOrBlocks<>("reasons", new ReasonKeys(), ReturnReason::plain, ModelFormat.SECOND),
          List.of());
  private final Key<Recycle> recycle =
      may("recycle", "when leads fall back", new HandoffKeys.RecycleKeys(), Recycle.NEVER);

  private ModelKeys() {
    super("a model");
  }

  @Override
  protected ModelFile make(Values in) {
    return new ModelFile(
        in.get(name),
        in.get(zone),
        in.get(lookback).orElse(in.get(retention)),
        in.get(retention),
        in.get(scores).entrySet().stream()
            .map(score -> score.getValue().apply(score.getKey()))
            .toList(),
        in.get(fit),
        in.get(facts),
        in.get(ignore),
        money(in),
        in.get(lists),
        in.get(qualify),
        in.get(segments),
        in.get(routes),
        in.get(sla),
        in.get(returnReasons),
        in.get(recycle));
  }

  private Money money(Values in) {
    var rates = new HashMap<String, BigDecimal>();
    in.get(currencies).forEach((name, rate) -> rates.put(code(name), rate));
    return new Money(in.get(currency), rates);
  }

  private static String code(String currency) {
    return currency.toUpperCase(Locale.ROOT);
  }
}
