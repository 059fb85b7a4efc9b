package dev.warmline.cli;

import dev.warmline.aws.dynamo.Stores;
import dev.warmline.event.Profile;
import dev.warmline.lead.Identity;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import dev.warmline.usecase.LeadLog;
import dev.warmline.usecase.TooLarge;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A lead of a deployment, explained from as much of its log as the functions read. */
final class StoredLead {
  private final Stores stores;
  private final Instant now;

  StoredLead(Stores stores, Instant now) {
    this.stores = stores;
    this.now = now;
  }

  /** The lead with this id, or that of this user id, e-mail address or device, or that gave it. */
  Optional<Explanation> explain(String anyId) {
    return find(anyId)
        .map(this::explain)
        .or(() -> LeadNames.profiles(anyId).flatMap(this::stranger).findFirst());
  }

  /** The stored lead of any of its ids. */
  Optional<Lead> find(String anyId) {
    return LeadNames.leadId(anyId)
        .flatMap(stores.directory()::findLiving)
        .or(() -> LeadNames.profiles(anyId).flatMap(this::linked).findFirst())
        .or(() -> Profile.email(anyId).flatMap(this::withAddress));
  }

  private Stream<Lead> linked(Profile profile) {
    var directory = stores.directory();
    return directory.findLead(profile.key()).flatMap(directory::findLiving).stream();
  }

  /** Whoever gave the address first: anybody may type one, so it links nobody by itself. */
  private Optional<Lead> withAddress(Profile address) {
    return stores.leadStore().findSameAddress(address.key()).leads().keySet().stream()
        .flatMap(lead -> stores.directory().findLiving(lead).stream())
        .findFirst();
  }

  private Explanation explain(Lead lead) {
    var coolDown = stores.models().current(now).model().qualify().coolDown();
    var end =
        lead.stage() == Stage.RECYCLED
            ? lead.standing().left().map(left -> left.plus(coolDown))
            : Optional.<Instant>empty();
    return explain(lead.id(), lead.identity(), Optional.of(lead.stage().word()), end);
  }

  /** Somebody for whom no lead is stored: only views score them. */
  private Stream<Explanation> stranger(Profile profile) {
    var id = LeadId.unstored(profile.key());
    return stores.eventLog().knows(profile.key())
        ? Stream.of(
            explain(id, Identity.ofStranger(profile.key()), Optional.empty(), Optional.empty()))
        : Stream.empty();
  }

  private Explanation explain(
      LeadId id, Identity identity, Optional<String> stage, Optional<Instant> end) {
    var model = stores.models().current(now).model();
    try (var held = new LeadLog(stores.eventLog()).read(id, identity, model)) {
      return Explanation.of(id, held.score(now), held.gathered(), model, stage, end);
    } catch (TooLarge tooLarge) {
      throw Failure.no(String.valueOf(tooLarge.getMessage()));
    }
  }
}
