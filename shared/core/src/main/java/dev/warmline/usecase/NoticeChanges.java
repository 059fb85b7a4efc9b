package dev.warmline.usecase;

import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Notice.State;
import dev.warmline.lead.NoticeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is written of the notices of a transition, by what is in the outbox already. */
final class NoticeChanges {
  private final LeadStore leads;
  private final Instant now;

  NoticeChanges(LeadStore leads, Instant now) {
    this.leads = leads;
    this.now = now;
  }

  /** What must be told of what a lead became, and which leads have its address. */
  List<Change> of(Lead lead, Lead next, List<Notice> notices) {
    var isAnnounced = notices.stream().anyMatch(it -> it.id().kind().announces());
    var seen = new AddressChanges(leads).look(lead, next, isAnnounced);
    var changes = new ArrayList<Change>();
    notices.forEach(
        notice -> change(notice.withSameAddress(seen.withSales())).ifPresent(changes::add));
    changes.addAll(seen.changes());
    return changes;
  }

  private Optional<Change> change(Notice notice) {
    var kind = notice.id().kind();
    if (kind == NoticeId.Kind.DISREGARD) {
      return disregard(notice);
    }
    return kind.announces() || leads.findNotice(notice.id()).isEmpty()
        ? Optional.of(new Change.AddNotice(notice))
        : Optional.empty();
  }

  /** Whoever may have been told is told again; what nobody has begun to say stays unsaid. */
  private Optional<Change> disregard(Notice notice) {
    var told = notice.id().lead().flatMap(lead -> leads.findAnnouncing(lead, notice.id().cycle()));
    return told.flatMap(
        qualified ->
            switch (qualified.state()) {
              case State.Unclaimed _ ->
                  Optional.of(
                      new Change.MoveNotice(
                          qualified.with(new State.Voided(now, notice.why())), qualified));
              case State.Claimed _, State.Sent _ -> Optional.of(new Change.AddNotice(notice));
              case State.Voided _, State.Covered _ -> Optional.empty();
            });
  }
}
