package dev.warmline.score;

import dev.warmline.event.EventType;
import dev.warmline.rule.MailChoice;
import dev.warmline.rule.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that a scorecard needs to know of the events that count, taken in order one by one. */
final class Fold {
  final Model model;
  final List<RuleFold> rules;
  final TraitFold traits;
  final Touches touches = new Touches();
  final List<Adjustment> adjustments = new ArrayList<>();

  /** The newest fast-track signals in order, one of a server and one of a browser. */
  final List<LoggedEvent> signals = new ArrayList<>();

  final EvidenceFold evidence;
  final ContactFold contacts;

  /** The instant of the newest event; {@code Long.MIN_VALUE} before the first. */
  long mark = Long.MIN_VALUE;

  /** The oldest behaviour of which there are copies; {@link RuleFold#NEVER} if there is none. */
  long oldestTwin = RuleFold.NEVER;

  /** Whether consent is withdrawn: then nothing was folded. */
  boolean withdrawn;

  private final FastTracks tracks;
  private final Set<String> looked;

  Fold(Model model) {
    this.model = model;
    this.tracks = new FastTracks(model);
    this.evidence = new EvidenceFold(model.qualify().freshWithin());
    this.traits = new TraitFold(model);
    this.contacts = new ContactFold(model);
    this.looked = model.lookedAt();
    this.rules = model.rules().stream().map(rule -> new RuleFold(rule, model)).toList();
  }

  /** Takes the next event. */
  void add(LoggedEvent event) {
    addAging(event);
    addAgeless(event);
  }

  /** Takes the next event into all but how long nothing came. */
  void addAging(LoggedEvent event) {
    var speaks = event.event().type() == EventType.IMPORT;
    for (var place : event.matches()) {
      if (place < rules.size() && !isOfIdleTime(place)) {
        speaks |= rules.get(place).add(event);
      }
    }
    speaks |= traits.add(event.event(), looked);
    touches.add(event);
    contacts.add(event);
    var adjustment = Adjustment.of(event.event());
    adjustment.ifPresent(adjustments::add);
    if (tracks.isFastTrack(event)) {
      signals.removeIf(before -> before.event().trust() == event.event().trust());
      signals.add(event);
      speaks = true;
    }
    if (speaks || adjustment.isPresent()) {
      evidence.add(event.event());
    }
    mark = Math.max(mark, event.at());
  }

  /** Takes an event, be it too old to count, only into how long nothing came since. */
  void addAgeless(LoggedEvent event) {
    for (var place : event.matches()) {
      if (isOfIdleTime(place)) {
        rules.get(place).add(event);
        mark = Math.max(mark, event.at());
      }
    }
  }

  private boolean isOfIdleTime(int place) {
    return place < rules.size() && rules.get(place).rule.idle().isPresent();
  }

  /** Whether an event changes anything here. */
  static boolean concerns(LoggedEvent event) {
    return looksAt(event)
        || event.event().type() == EventType.ADJUSTMENT
        || event.touch().isPresent();
  }

  /** Whether a rule, a fact or a fast track looks at an event. */
  static boolean looksAt(LoggedEvent event) {
    return event.matches().length > 0
        || givesTraits(event.event().type())
        || Model.isOrder(event.event())
        || MailChoice.of(event.event()).isPresent();
  }

  private static boolean givesTraits(EventType type) {
    return switch (type) {
      case IDENTIFY, GROUP, IMPORT -> true;
      case PAGE, SCREEN, TRACK, EMAIL, ALIAS, ADJUSTMENT, OUTCOME, CONSENT, VERDICT -> false;
    };
  }

  /** The newest fast-track signal, however old. */
  Optional<LoggedEvent> fastTrack() {
    return signals.isEmpty() ? Optional.empty() : Optional.of(signals.getLast());
  }

  List<RuleHits> hits(long at) {
    return rules.stream().map(rule -> rule.hits(at)).toList();
  }
}
