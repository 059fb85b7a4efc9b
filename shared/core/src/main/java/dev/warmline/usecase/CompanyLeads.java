package dev.warmline.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.lead.SameCompany;
import dev.warmline.lead.Stage;
import dev.warmline.rule.BuiltInLists;
import dev.warmline.team.Company;
import dev.warmline.team.Routing.KnownCompany;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The other leads of the company of one that is being written, read when somebody asks. */
final class CompanyLeads {
  private static final Comparator<Lead> BY_ANNOUNCEMENT =
      Comparator.comparing(lead -> lead.standing().since());

  private static final int ATTEMPTS = 100;

  private final LeadStore leads;
  private final Lead lead;
  private final JsonNode traits;
  private Optional<SameCompany> same = Optional.empty();
  private Map<LeadId, Lead> others = Map.of();
  private final Set<LeadId> gone = new HashSet<>();

  private static final class FreeMail {
    static final Set<String> DOMAINS =
        BuiltInLists.find(BuiltInLists.FREE_MAIL).orElseThrow().stream()
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
  }

  /**
   * Those of a lead.
   *
   * @param traits what is known of it now
   */
  CompanyLeads(LeadStore leads, Lead lead, JsonNode traits) {
    this.leads = leads;
    this.lead = lead;
    this.traits = traits;
  }

  private static Optional<Company> of(JsonNode traits) {
    return Company.of(
        Optional.ofNullable(traits.path("group").path("groupId").textValue()),
        Optional.ofNullable(traits.path("emailDomain").textValue()),
        FreeMail.DOMAINS::contains);
  }

  /** Those that sales works on or that are customers. */
  List<Lead> all() {
    of(traits).ifPresent(this::read);
    return List.copyOf(others.values());
  }

  /**
   * What they tell of who is to get this one; empty if there are none. Who has a lead with its very
   * address gets it: it may be the same person.
   */
  Optional<KnownCompany> known() {
    var email = Optional.ofNullable(traits.path("email").textValue());
    return new AddressChanges(leads)
        .withSales(email, lead.id())
        .map(it -> it.lead().standing().assignment())
        .filter(it -> it.owner().isPresent())
        .map(it -> new KnownCompany(it.owner(), it.queue(), false))
        .or(this::ofCompany);
  }

  private Optional<KnownCompany> ofCompany() {
    of(traits).ifPresent(this::read);
    var newest =
        others.values().stream()
            .filter(it -> it.standing().isWithSales() && it.standing().owner().isPresent())
            .max(BY_ANNOUNCEMENT)
            .map(it -> it.standing().assignment());
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new KnownCompany(
                newest.flatMap(it -> it.owner()),
                newest.flatMap(it -> it.queue()),
                others.values().stream().anyMatch(CompanyLeads::isCustomer)));
  }

  /** The mark of its company, if it is known by one. */
  Optional<String> mark() {
    return of(traits).map(Company::mark);
  }

  /**
   * Writes down that sales hears of this one now, or that it is a customer now, if either is so:
   * before the lead, and not with it, so that colleagues do not wait for one another. Of whom it
   * never becomes so nobody hears: each is looked at again.
   */
  void remember(Lead after) {
    var company = of(traits).filter(_ -> counts(after));
    if (company.isEmpty() || (counts(lead) && of(lead.card().traits()).equals(company))) {
      return;
    }
    read(company.get());
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var stored = attempt == 0 ? same.orElseThrow() : leads.findSameCompany(company.get());
      var others = stored.leads().stream().filter(it -> !gone.contains(it)).toList();
      var change = new Change.PutCompany(company.get(), stored.with(lead.id(), others));
      if (leads.commit(List.of(change)) == Committed.SAVED) {
        return;
      }
    }
    throw new StoreUnavailable(
        "remember a company", new IllegalStateException("others keep writing it: try again"));
  }

  private void read(Company of) {
    if (same.isPresent()) {
      return;
    }
    var stored = leads.findSameCompany(of);
    var directory = new LeadDirectory(leads);
    others = new LinkedHashMap<>();
    for (var id : stored.leads()) {
      var living = directory.findLiving(id).filter(it -> !it.id().equals(lead.id()));
      living.filter(CompanyLeads::counts).ifPresent(it -> others.put(it.id(), it));
      if (living.filter(it -> counts(it) || it.standing().cycle() == 0).isEmpty()) {
        gone.add(id); // one without a cycle is to be announced in this very moment
      }
    }
    same = Optional.of(stored);
  }

  private static boolean counts(Lead lead) {
    return lead.standing().isWithSales() || isCustomer(lead);
  }

  private static boolean isCustomer(Lead lead) {
    return lead.stage() == Stage.CUSTOMER || lead.card().traits().path("customer").asBoolean(false);
  }
}
