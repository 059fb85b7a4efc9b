package dev.warmline.functions.desk.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.functions.desk.api.LeadPath;
import dev.warmline.functions.desk.api.LeadRecords;
import dev.warmline.functions.desk.api.LeadRow;
import dev.warmline.functions.desk.api.LeadTimeline;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.functions.desk.page.LeadPageView.Fact;
import dev.warmline.functions.desk.page.LeadPageView.Other;
import dev.warmline.functions.desk.page.LeadPageView.Stands;
import dev.warmline.handoff.Contact;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Lead;
import dev.warmline.usecase.RelatedLeads;
import gg.jte.generated.precompiled.JteleadGenerated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code /desk/leads/ID}: everything of one lead, and what may be done to it. */
final class LeadPage implements Page {
  private static final String FOLDER = "/desk/leads/";
  private static final Pattern PATH = Pattern.compile(FOLDER + "(.{1,1000})");

  /** What else an address may hold could mean something to the program that writes the mail. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");

  private static final String DID = "did";

  private final Work work;

  LeadPage(Work work) {
    this.work = work;
  }

  /** Where the page of a lead is. */
  static String path(Lead lead) {
    return FOLDER + lead.id().value();
  }

  @Override
  public boolean isAt(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public ApiResponse show(Visit visit) {
    return find(visit)
        .map(lead -> show(visit, lead))
        .orElseGet(
            () ->
                visit.refused(
                    404,
                    "There is no such lead",
                    "Look for a lead id, a user id, an e-mail address or a phone number."));
  }

  @Override
  public ApiResponse post(Visit visit, Form form) {
    return find(visit)
        .map(lead -> new Acting(work).act(visit, lead.id(), form, path(lead)))
        .orElseGet(() -> visit.refused(404, "There is no such lead", "It may have been erased."));
  }

  private Optional<Lead> find(Visit visit) {
    return work.find().find(LeadPath.id(PATH, visit.request().path()));
  }

  private ApiResponse show(Visit visit, Lead lead) {
    var model = work.models().current(visit.now()).model();
    var log =
        visit.request().query(DID).isPresent()
            ? Optional.of(LeadTimeline.whole(work.log(), lead.identity()))
            : Optional.<LeadTimeline>empty();
    var view =
        new LeadPageView(
            lead.id().value(),
            visit.link(path(lead)),
            People.name(lead),
            People.work(lead),
            facts(lead),
            stands(visit, lead),
            LeadWords.clocks(lead, visit.times()),
            new LeadForms(visit, lead, model).all(),
            Waterfall.of(lead.card().scorecard()),
            new WrittenDown(visit).of(LeadRecords.of(work.leads(), lead.id())),
            others(visit, lead),
            KeptPage.of(visit, lead),
            log.map(it -> WhatTheyDid.of(it, model, visit.times())));
    return visit.page(
        People.name(lead), (out, frame) -> JteleadGenerated.render(out, null, frame, view));
  }

  private static List<Fact> facts(Lead lead) {
    var facts = new ArrayList<Fact>();
    var person = LeadRow.person(lead.card().traits());
    person.forEachEntry((name, value) -> facts.add(fact(name, value.asText())));
    var card = lead.card().scorecard();
    add(facts, "Interests", words(card.path("interests")));
    add(facts, "Segments", words(card.path("segments")));
    var source = card.path("leadSource");
    add(facts, "Came by", source.path("first").asText());
    if (!source.path("last").asText().equals(source.path("first").asText())) {
      add(facts, "Last by", source.path("last").asText());
    }
    return facts;
  }

  private static void add(List<Fact> facts, String label, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(label, value, Optional.empty()));
    }
  }

  private static Fact fact(String name, String value) {
    var href =
        switch (name) {
          case "email" ->
              Optional.of("mailto:" + value).filter(_ -> PLAIN.matcher(value).matches());
          case "phone" -> Optional.of("tel:" + value.replaceAll("[^0-9+]", ""));
          default -> Optional.<String>empty();
        };
    return new Fact(name.equals("email") ? "E-mail" : ActForm.label(name), value, href);
  }

  private static String words(JsonNode texts) {
    return texts.valueStream().map(it -> it.asText()).collect(Collectors.joining(", "));
  }

  private static Stands stands(Visit visit, Lead lead) {
    var standing = lead.standing();
    return new Stands(
        standing.stage().word(),
        visit.times().at(standing.since()),
        standing.why(),
        standing.cycle(),
        standing.assignment().queue().orElse("no queue"),
        People.owner(visit.who().team(), standing.owner()),
        standing.owner().equals(Optional.of(visit.who().person().id())),
        LeadWords.isHot(lead),
        remarks(visit, lead));
  }

  private static List<String> remarks(Visit visit, Lead lead) {
    var remarks = new ArrayList<String>();
    var standing = lead.standing();
    var card = lead.card().scorecard();
    standing
        .waiting()
        .map(Announcement.Waiting::words)
        .ifPresent(it -> remarks.add("Sales has not heard of it: it waits because of " + it + "."));
    standing
        .givenBack()
        .ifPresent(
            it ->
                remarks.add(
                    People.member(visit.who().team(), it.by())
                        + " gave it back: "
                        + it.reason()
                        + it.note().map(note -> ", \u201c" + note + "\u201d").orElse("")
                        + (it.asks() ? ". Marketing is to answer." : ".")));
    var asked = card.path("qualifies").path("fastTrack").path("says").asText();
    if (!asked.isEmpty()) {
      remarks.add("In a hurry: " + asked + ".");
    }
    if (card.path("addressBy").asText().equals("browser")) {
      remarks.add("Website form, address not confirmed.");
    }
    Contact.of(lead.card().traits())
        .noMail(visit.times().zone())
        .ifPresent(it -> remarks.add(it + "."));
    if (card.path("consent").asText().equals("withdrawn")) {
      remarks.add("They withdrew consent: nobody contacts them.");
    }
    return remarks;
  }

  private List<Other> others(Visit visit, Lead lead) {
    var related = new RelatedLeads(work.leads());
    var others = new ArrayList<Other>();
    for (var it : related.withAddressOf(lead)) {
      var by =
          switch (it.by()) {
            case SERVER -> "the same address";
            case BROWSER -> "the same address, typed by somebody, not confirmed";
          };
      others.add(other(visit, it.lead(), by));
    }
    related.ofCompanyOf(lead).forEach(it -> others.add(other(visit, it, "the same company")));
    return others;
  }

  private static Other other(Visit visit, Lead other, String why) {
    return new Other(
        visit.link(path(other)),
        People.name(other),
        other.stage().word(),
        People.owner(visit.who().team(), other.standing().owner()),
        why);
  }
}
