package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import dev.warmline.lead.Claim;
import dev.warmline.lead.Identity;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change.AddMerge;
import dev.warmline.lead.LeadStore.Change.PutAddress;
import dev.warmline.lead.LeadStore.Change.PutCompany;
import dev.warmline.lead.LeadStore.Change.PutLink;
import dev.warmline.lead.LeadStore.Change.PutTimeline;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.Link;
import dev.warmline.lead.MergeRecord;
import dev.warmline.lead.Possession;
import dev.warmline.lead.SameAddress;
import dev.warmline.lead.SameCompany;
import dev.warmline.lead.Stretch;
import dev.warmline.lead.Timeline;
import dev.warmline.team.Company;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every store keeps to of who is who. */
abstract class IdentityContract {
  private static final Instant MORNING = Instant.parse("2026-03-01T09:30:00.250Z");
  private static final ProfileKey ADDRESS = TestLeads.user("jo@acme.example");
  private static final ProfileKey DEVICE = TestLeads.anonymous("device");

  /** The store under test; a test starts with an empty one. */
  protected abstract LeadStore store();

  @Test
  void theLeadsOfACompanyAreWrittenOverWhatWasReadOnly() {
    var acme = new Company("domain:acme.example");
    var first = SameCompany.NOBODYS.with(TestLeads.idOf("u-7"), List.of());
    var second = first.with(TestLeads.idOf("u-8"), first.leads());

    assertThat(store().findSameCompany(acme)).isEqualTo(SameCompany.NOBODYS);
    for (var same : List.of(first, second)) {
      assertThat(store().commit(List.of(new PutCompany(acme, same)))).isEqualTo(Committed.SAVED);
      assertThat(store().findSameCompany(acme)).isEqualTo(same);
    }
    assertThat(store().commit(List.of(new PutCompany(acme, second)))).isEqualTo(Committed.CONFLICT);
    assertThat(store().findSameCompany(new Company("domain:other.example")))
        .isEqualTo(SameCompany.NOBODYS);
  }

  @Test
  void aLinkIsReadBackWithItsClaim() {
    var link = given("u-7", "e-1");

    store().commit(List.of(new PutLink(ADDRESS, link, Optional.empty())));

    assertThat(store().findLink(ADDRESS)).contains(link);
  }

  @Test
  void aLinkIsOnlyMovedFromTheOneThatWasRead() {
    var first = given("u-7", "e-1");
    var second = given("u-8", "e-0");
    store().commit(List.of(new PutLink(ADDRESS, first, Optional.empty())));

    var created = store().commit(List.of(new PutLink(ADDRESS, second, Optional.empty())));
    var wrong =
        store().commit(List.of(new PutLink(ADDRESS, second, Optional.of(Link.to(first.lead())))));
    var moved = store().commit(List.of(new PutLink(ADDRESS, second, Optional.of(first))));

    assertThat(List.of(created, wrong, moved))
        .containsExactly(Committed.CONFLICT, Committed.CONFLICT, Committed.SAVED);
    assertThat(store().findLink(ADDRESS)).contains(second);
  }

  @Test
  void aTimelineIsReadBackUnchanged() {
    var timeline =
        Timeline.EMPTY
            .with(claim("u-7", "e-1"), TestLeads.idOf("u-7"))
            .with(claim("u-8", "e-2"), TestLeads.idOf("u-8"));
    var first = new Timeline(1, timeline.claims(), timeline.leads());

    assertThat(store().findTimeline(DEVICE)).isEqualTo(Timeline.EMPTY);
    store().commit(List.of(new PutTimeline(DEVICE, first)));

    assertThat(store().findTimeline(DEVICE)).isEqualTo(first);
  }

  @Test
  void aTimelineIsOnlyWrittenOverTheVersionItWasMadeFrom() {
    var first = version(1, "u-7");
    store().commit(List.of(new PutTimeline(DEVICE, first)));

    var again = store().commit(List.of(new PutTimeline(DEVICE, version(1, "u-8"))));
    var skipped = store().commit(List.of(new PutTimeline(DEVICE, version(3, "u-8"))));
    var next = store().commit(List.of(new PutTimeline(DEVICE, version(2, "u-8"))));

    assertThat(List.of(again, skipped, next))
        .containsExactly(Committed.CONFLICT, Committed.CONFLICT, Committed.SAVED);
    assertThat(store().findTimeline(DEVICE)).isEqualTo(version(2, "u-8"));
  }

  @Test
  void whoGaveAnAddressIsOnlyWrittenOverTheVersionItWasMadeFrom() {
    var first = SameAddress.NOBODYS.with(TestLeads.idOf("u-7"), Trust.BROWSER);
    var second = first.with(TestLeads.idOf("u-8"), Trust.SERVER);
    var nobody = second.without(TestLeads.idOf("u-7")).without(TestLeads.idOf("u-8"));

    assertThat(store().findSameAddress(ADDRESS)).isEqualTo(SameAddress.NOBODYS);
    assertThat(store().commit(List.of(new PutAddress(ADDRESS, second))))
        .isEqualTo(Committed.CONFLICT);
    for (var same : List.of(first, second, new SameAddress(3, nobody.leads()))) {
      assertThat(store().commit(List.of(new PutAddress(ADDRESS, same)))).isEqualTo(Committed.SAVED);
      assertThat(store().findSameAddress(ADDRESS)).isEqualTo(same);
    }
    assertThat(store().commit(List.of(new PutAddress(ADDRESS, first))))
        .isEqualTo(Committed.CONFLICT);
  }

  @Test
  void whatAMergeBroughtIsReadBackUnchanged() {
    var survivor = TestLeads.idOf("u-7");
    var merge =
        new MergeRecord(
            TestLeads.idOf("u-8"),
            new TreeSet<>(List.of(TestLeads.user("u-8"), ADDRESS)),
            new TreeSet<>(),
            claim("u-7", "e-1"),
            MORNING);

    store().commit(List.of(new AddMerge(survivor, merge)));

    assertThat(store().listMerges(survivor)).containsExactly(merge);
    assertThat(store().listMerges(merge.loser())).isEmpty();
  }

  /** A person with a device that was theirs twice. */
  static Identity identity(ProfileKey person) {
    var twice =
        List.of(new Stretch(Instant.MIN, MORNING), new Stretch(MORNING.plusMillis(3), Instant.MAX));
    var devices = new TreeMap<>(Map.of(DEVICE, new Possession(twice)));
    return Identity.of(new TreeSet<>(List.of(person)), devices);
  }

  private static Timeline version(long version, String userId) {
    var timeline = Timeline.EMPTY.with(claim(userId, "e-1"), TestLeads.idOf(userId));
    return new Timeline(version, timeline.claims(), timeline.leads());
  }

  private static Link given(String userId, String eventId) {
    return new Link(TestLeads.idOf(userId), Optional.of(claim(userId, eventId)));
  }

  private static Claim claim(String userId, String eventId) {
    return new Claim(TestLeads.user(userId), Trust.SERVER, MORNING, eventId);
  }
}
