package dev.warmline.measure.simulation;

import dev.warmline.event.Event;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import dev.warmline.lead.Lead;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The law of devices, in the words of decision 19 and with none of the code that keeps it: offline
 * and live runs share that code, so they agree also where it is wrong.
 */
final class DeviceLaws {
  private static final Comparator<Said> ORDER =
      Comparator.comparing(Said::at).thenComparing(Said::id);

  private DeviceLaws() {}

  /** That a device is in somebody's hands. */
  private record Said(ProfileKey person, Trust trust, Instant at, String id) {
    private record Sameness(LocalDate day, ProfileKey person, Trust trust) {}

    Sameness sameness() {
      return new Sameness(LocalDate.ofInstant(at, ZoneOffset.UTC), person, trust);
    }
  }

  static List<String> misplaced(Aftermath evidence) {
    if (evidence.hasPoison()) {
      return List.of();
    }
    return evidence.events().stream()
        .filter(event -> event.profile().key().isAnonymous())
        .flatMap(event -> misplaced(evidence, event).stream())
        .toList();
  }

  private static Optional<String> misplaced(Aftermath evidence, Event event) {
    var owner = ownerAt(event.occurredAt(), said(evidence, event.text("anonymousId").orElse("")));
    var should = leads(evidence, lead -> owner.filter(lead.identity()::has).isPresent());
    var has = leads(evidence, lead -> lead.identity().owns(event));
    return has.equals(should)
        ? Optional.empty()
        : Optional.of(event.id() + " is of " + has + " and should be of " + should);
  }

  private static Set<String> leads(Aftermath evidence, Predicate<Lead> which) {
    return evidence.living().stream()
        .filter(which)
        .map(lead -> lead.id().value())
        .collect(Collectors.toSet());
  }

  /** Of one person, day and kind of trust the first counts. */
  private static Collection<Said> said(Aftermath evidence, String device) {
    var said = new HashMap<Said.Sameness, Said>();
    evidence.events().stream()
        .filter(event -> event.text("anonymousId").filter(device::equals).isPresent())
        .filter(event -> !event.profile().key().isAnonymous() && evidence.wasLookedAt(event))
        .map(it -> new Said(it.profile().key(), it.trust(), it.occurredAt(), it.id()))
        .forEach(one -> said.merge(one.sameness(), one, (a, b) -> min(a, b)));
    return said.values();
  }

  private static Said min(Said one, Said other) {
    return ORDER.compare(one, other) <= 0 ? one : other;
  }

  /** By the newest word of a server until then, else of a browser, else by the first word ever. */
  private static Optional<ProfileKey> ownerAt(Instant at, Collection<Said> said) {
    return newest(at, said, Trust.SERVER)
        .or(() -> newest(at, said, Trust.BROWSER))
        .or(() -> said.stream().min(ORDER))
        .map(Said::person);
  }

  private static Optional<Said> newest(Instant at, Collection<Said> said, Trust trust) {
    return said.stream().filter(one -> one.trust() == trust && !one.at().isAfter(at)).max(ORDER);
  }
}
