package dev.warmline.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.Beside;
import dev.warmline.lead.Card;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Deadlines;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Owner;
import dev.warmline.lead.Position;
import dev.warmline.lead.Qualification;
import dev.warmline.lead.SameAddress;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.lead.Standing;
import dev.warmline.lead.Tier;
import dev.warmline.score.Moment;
import dev.warmline.score.Points;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Leads and what belongs to them, with the values a test wants to show. */
public final class TestLeads {
  private static final Instant SINCE = Instant.parse("2026-03-01T10:00:00Z");

  private TestLeads() {}

  /** The key of this user's profile. */
  public static ProfileKey user(String userId) {
    return Profile.user(userId).orElseThrow().key();
  }

  /** The key of this device's profile. */
  public static ProfileKey anonymous(String anonymousId) {
    return Profile.anonymous(anonymousId).orElseThrow().key();
  }

  /** What new leads are called: one after the other. */
  public static Supplier<LeadId> ids() {
    var next = new AtomicInteger();
    return () -> new LeadId("l-" + next.incrementAndGet());
  }

  /** The id of this user's lead here. */
  public static LeadId idOf(String userId) {
    return LeadId.unstored(user(userId));
  }

  /** A lead of one user in a stage, announced if sales has it, never stored, nothing due. */
  public static Lead lead(String userId, Stage stage) {
    var lead =
        Lead.founded(idOf(userId), user(userId), SINCE)
            .with(new Card(1, scorecard(60), scorecard(60), Optional.empty()))
            .withVersion(0);
    return lead.with(standing(stage, 0));
  }

  /** The next version of a lead, in a stage and due at an instant (ISO-8601, empty for never). */
  public static Lead next(Lead lead, Stage stage, Optional<String> due) {
    var cycle = lead.standing().cycle();
    return lead.with(standing(stage, stage == Stage.MQL ? cycle + 1 : cycle))
        .withVersion(lead.version() + 1)
        .withDue(due.map(Instant::parse));
  }

  /** The same lead, waiting since an instant. */
  public static Lead waiting(Lead lead, String since, String list) {
    var waiting =
        new Announcement.Waiting(
            Instant.parse(since), Announcement.Reason.IMPORT, Optional.of(list));
    return lead.with(lead.standing().with(waiting));
  }

  /** The same lead with so many lines of history. */
  public static Lead withHistory(Lead lead, int entries) {
    return lead.with(standing(lead.stage(), lead.standing().cycle(), entries));
  }

  private static Standing standing(Stage stage, int cycle) {
    return standing(stage, cycle, 0);
  }

  private static Standing standing(Stage stage, int cycle, int entries) {
    var announcement =
        stage.isWithSales()
            ? new Announcement.Announced(SINCE, Announcement.EVIDENCE)
            : new Announcement.NotOpen();
    var position = new Position(stage, SINCE, "a test", cycle, cycle, entries);
    return Standing.suspect(SINCE).with(position).with(announcement);
  }

  /** What a lead qualified on: an engagement of 65. */
  public static Qualification qualification() {
    var traits = EventJson.newObject().put("email", "ada@acme.example").put("name", "Ada Lovelace");
    return new Qualification(
        scorecard(65),
        traits,
        List.of(new Moment(SINCE, "e-1", "visit", "Looked around", Points.ofMilli(32_500))),
        Tier.WARM,
        1,
        Optional.of("inbound-sdr"),
        Optional.of(new Owner("kim", "Kim Lee")),
        Optional.of(new SameAddress.Other(idOf("the-same"), Trust.SERVER, Optional.of("Ada"))),
        ZoneOffset.UTC,
        Beside.NOTHING);
  }

  /** A notice that hands a cycle of a lead to sales at once. */
  public static Notice notice(String userId, int cycle) {
    return Notice.open(
        NoticeId.qualified(idOf(userId), cycle),
        SINCE,
        Stage.MQL,
        "Requested a demo",
        Optional.of(qualification()),
        SINCE);
  }

  /** The record of a cycle that was announced. */
  public static CycleRecord cycle(int number) {
    return new CycleRecord(
        number,
        SINCE,
        "Requested a demo",
        qualification(),
        new Announcement.Announced(SINCE, Announcement.EVIDENCE),
        Optional.empty(),
        new Assignment(Optional.of("inbound-sdr"), Optional.of("kim")),
        new Deadlines(Optional.of(SINCE.plusSeconds(3_600)), Optional.empty(), Optional.empty()),
        List.of());
  }

  /** A line of history: this lead became MQL for the first time. */
  public static StageEntry becameMql(int number, String why) {
    return new StageEntry(number, SINCE, Stage.PROSPECT, Stage.MQL, 1, why, "warmline");
  }

  private static ObjectNode scorecard(int engagement) {
    var json = EventJson.newObject();
    json.withObjectProperty("scores").withObjectProperty("engagement").put("points", engagement);
    return json;
  }
}
