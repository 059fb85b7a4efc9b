package dev.warmline.cli;

import dev.warmline.aws.dynamo.Stores;
import dev.warmline.event.Profile;
import dev.warmline.lead.Identity;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import dev.warmline.usecase.FindLead;
import dev.warmline.usecase.LeadLog;
import dev.warmline.usecase.TooLarge;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A lead of a deployment, explained from as much of its log as the functions read. */
record StoredLead(Stores stores, Instant now) {
  /** The lead with this id, or that of this user id, e-mail address or device, or that gave it. */
  Optional<Explanation> explain(String anyId) {
    return new FindLead(stores.leadStore())
        .find(anyId)
        .map(this::explain)
        .or(() -> Profile.meant(anyId).flatMap(this::stranger).findFirst());
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
