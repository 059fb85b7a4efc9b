package dev.warmline.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.event.Trust;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A checked, immutable version of the rules, compiled once; safe for use by many threads. */
public final class Model {
  private static final int[] NONE = {};
  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();
  private static final String ORDER_COMPLETED = "Order Completed";

  private final int version;
  private final ObjectNode source;
  private final ModelFile file;
  private final List<Rule> rules;
  private final EventPrefilter glance;
  private final PatternSet eventPatterns;
  private final int ignored;
  private final List<Pattern> factPatterns;
  private final PatternSet factSet;
  private final Facts facts;
  private final Set<String> lookedAt;
  private final PatternSet segments;

  private Model(int version, ObjectNode source, ModelFile file) {
    this.version = version;
    this.source = source;
    this.file = file;
    this.facts = Facts.BUILT_IN.with(file.facts());
    this.rules = file.rules().toList();
    var events = new ArrayList<>(file.eventPatterns());
    this.ignored = events.size();
    events.addAll(file.ignore());
    this.glance = new EventPrefilter(events);
    this.eventPatterns = PatternSet.of(events);
    this.factPatterns = file.factPatterns();
    this.factSet = PatternSet.of(factPatterns);
    this.lookedAt = LookedAt.traits(this);
    this.segments = PatternSet.of(file.segments().stream().map(Segment::when).toList());
  }

  /**
   * Makes a model of its JSON form.
   *
   * @throws InvalidModel with everything that is wrong with it
   */
  public static Model of(ObjectNode source, int version) {
    return of(source, ModelParser.parse(source), version);
  }

  /**
   * Makes a model of what was read of its JSON form.
   *
   * @throws InvalidModel with everything that is wrong with it
   */
  public static Model of(ObjectNode source, ModelParser.Parsed parsed, int version) {
    if (!parsed.problems().isEmpty()) {
      throw new InvalidModel(parsed.problems());
    }
    return new Model(version, source, parsed.file().orElseThrow());
  }

  /** The name in the file. */
  public String name() {
    return file.name();
  }

  /** The number given when it was published; 0 for a draft. */
  public int version() {
    return version;
  }

  /** The JSON this model was made of; nobody changes it. */
  public ObjectNode source() {
    return source;
  }

  /** What the file says. */
  public ModelFile file() {
    return file;
  }

  /** The time zone of days, weeks, months and business hours. */
  public ZoneId zone() {
    return file.zone();
  }

  /** The age from which a hit is worth nothing. */
  public Duration lookback() {
    return file.lookback();
  }

  /** The age from which behaviour does not count. */
  public Duration retention() {
    return file.retention();
  }

  /** The scores in the order of the file. */
  public List<ScoreRules> scores() {
    return file.scores();
  }

  /** The rules of every score in the order of the file: what {@link #matching} counts. */
  public List<Rule> rules() {
    return rules;
  }

  /** The fit rules, if the model has any. */
  public Optional<FitRules> fit() {
    return file.fit();
  }

  /** When a lead qualifies. */
  public Qualify qualify() {
    return file.qualify();
  }

  /** The segments in the order of the file. */
  public List<Segment> segments() {
    return file.segments();
  }

  /** The routes; the first that fits is taken. */
  public List<Route> routes() {
    return file.routes();
  }

  /** The clock on both sides. */
  public Sla sla() {
    return file.sla();
  }

  /** The reasons with which sales may return a lead. */
  public List<ReturnReason> returnReasons() {
    return file.returnReasons();
  }

  /** When a lead that nobody worked falls back. */
  public Recycle recycle() {
    return file.recycle();
  }

  /**
   * Whether this event can change any part of a scorecard: no rule looks at most of what browsers
   * send.
   */
  public boolean looksAt(Event event) {
    return !event.type().isBehaviour()
        || matching(event)
            .filter(
                rules ->
                    rules.length > 0
                        || isOrder(event)
                        || MailChoice.of(event).isPresent()
                        || LeadSources.touch(event).isPresent())
            .isPresent();
  }

  /** Whether the event is a completed order told by a server: the purchase traits follow it. */
  public static boolean isOrder(Event event) {
    return event.type() == EventType.TRACK
        && event.trust() == Trust.SERVER
        && event.text("event").filter(ORDER_COMPLETED::equals).isPresent();
  }

  /**
   * Which rules an event matches: places in {@link #rules()}, after those the fast-track rules and
   * what is a contact, in rising order. Empty if the event does not count, like those of staging
   * hosts and test accounts.
   */
  public Optional<int[]> matching(Event event) {
    return rulesAmong(event, patternsOver(seen(event)));
  }

  /** What the patterns over events see of one: nothing if surely none matches. */
  ObjectNode seen(Event event) {
    return glance.mayMatch(event) ? eventPatterns.seen(AddressForm.of(event, facts)) : NOTHING;
  }

  /** The places of the patterns that match what they see: behind the rules, what is ignored. */
  int[] patternsOver(ObjectNode seen) {
    return seen.isEmpty() ? NONE : eventPatterns.matchingSeen(seen);
  }

  /** The same as {@link #matching} says it. */
  Optional<int[]> rulesAmong(Event event, int[] places) {
    if (places.length == 0 || places[places.length - 1] < ignored) {
      return Optional.of(places);
    }
    return switch (event.type()) {
      case VERDICT, CONSENT ->
          Optional.of(Arrays.stream(places).filter(place -> place < ignored).toArray());
      case PAGE, SCREEN, TRACK, EMAIL, IDENTIFY, GROUP, ALIAS, IMPORT, ADJUSTMENT, OUTCOME ->
          Optional.empty();
    };
  }

  /** The keys of the traits that this model looks at: others are no evidence. */
  public Set<String> lookedAt() {
    return lookedAt;
  }

  /** What is known of a person, and from which traits it is read. */
  public Facts facts() {
    return facts;
  }

  /** The patterns of fit rules, exclusions and trait conditions that the traits match. */
  public List<Pattern> matchingFacts(ObjectNode traits) {
    if (factPatterns.isEmpty()) {
      return List.of();
    }
    var document = traits.objectNode();
    document.set("traits", traits);
    var matching = new ArrayList<Pattern>();
    for (var place : factSet.matching(document)) {
      matching.add(factPatterns.get(place));
    }
    return matching;
  }

  /** The ids of the segments that a document of traits, interests, leadSource and grade matches. */
  public List<String> matchingSegments(ObjectNode document) {
    var ids = new ArrayList<String>();
    for (var place : segments.matching(document)) {
      ids.add(file.segments().get(place).id());
    }
    return ids;
  }

  /** The patterns over traits: of fit rules, exclusions and conditions. */
  public List<Pattern> factPatterns() {
    return factPatterns;
  }
}
