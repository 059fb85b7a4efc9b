package dev.warmline.usecase;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.Hands;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Wanted;
import dev.warmline.score.Scorecard;
import dev.warmline.team.TeamPublication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In whose hands one lead comes while it is written, and what that counts. */
final class Handing implements Hands {
  private final Owners owners;
  private final Optional<TeamPublication> team;
  private final Lead lead;
  private final CompanyLeads company;
  private final Instant now;
  private Optional<Wanted> wanted = Optional.empty();
  private final List<Assignment> given = new ArrayList<>();
  private List<Owners.Leaving> leaving = List.of();

  Handing(Owners owners, LeadStore leads, Lead lead, Scorecard card, Instant now) {
    this.owners = owners;
    this.team = owners.team(now);
    this.lead = lead;
    this.company = new CompanyLeads(leads, lead, card.traits());
    this.now = now;
  }

  Optional<TeamPublication> team() {
    return team;
  }

  /** Takes the turn that gives the lead an owner, before it is written. */
  @Override
  public Assignment give(Wanted asked) {
    wanted = Optional.of(asked);
    given.add(owners.give(team.orElseThrow(), asked, company, now));
    return given.getLast();
  }

  @Override
  public boolean recordContacts(String queue) {
    return owners.recordContacts(queue);
  }

  @Override
  public List<Lead> colleagues() {
    return team.isPresent() ? company.all() : List.of();
  }

  /** Takes the place of the lead, and lets its company know of it, before it is written. */
  void take(Lead next) {
    if (team.isEmpty()) {
      return;
    }
    if (given.isEmpty() || !next.standing().assignment().equals(given.getLast())) {
      owners.take(lead.id(), lead.standing(), next.standing(), now);
    }
    leaving = owners.leaving(lead, given, next.standing());
    company.remember(next);
  }

  /**
   * Frees the place it had; if that cannot be, the places are counted again soon.
   *
   * @param isContacted whether somebody said that they spoke with it
   */
  void written(Lead next, boolean isContacted) {
    if (team.isEmpty()) {
      return;
    }
    try {
      if (isContacted) {
        next.standing().assignment().queue().ifPresent(owners::contacted);
      }
      owners.free(leaving);
    } catch (StoreUnavailable unavailable) {
      // the lead is written and says whose it is
    }
    var hands = next.standing().assignment();
    wanted
        .filter(_ -> next.standing().isWithSales() && !hands.equals(lead.standing().assignment()))
        .ifPresent(it -> owners.miss(team.get(), it, hands, now));
  }
}
