package dev.warmline.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.HotSignal;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

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

  /** The id of the lead this user founds. */
  public static LeadId idOf(String userId) {
    return LeadId.foundedBy(user(userId));
  }

  /** A lead of one user in a stage, never stored, without a due instant. */
  public static Lead lead(String userId, Stage stage) {
    var profiles = new TreeSet<ProfileKey>();
    profiles.add(user(userId));
    return Lead.builder(idOf(userId), SINCE)
        .version(0)
        .profiles(profiles)
        .stage(stage, SINCE)
        .publication(1)
        .scorecard(scorecard(60))
        .build();
  }

  /** The next version of a lead, in a stage and due at an instant (ISO-8601, empty for never). */
  public static Lead next(Lead lead, Stage stage, Optional<String> due) {
    return lead.toBuilder()
        .version(lead.version() + 1)
        .cycle(stage == Stage.MQL ? lead.cycle() + 1 : lead.cycle())
        .due(due.map(Instant::parse))
        .stage(stage, SINCE)
        .build();
  }

  /** A signal of this name and cycle while the lead was SAL. */
  public static HotSignal signal(String name, int cycle, String at) {
    var verdict = EventJson.newObject();
    verdict.set("scorecard", scorecard(65));
    return new HotSignal(name, cycle, Stage.SAL, Instant.parse(at), "Requested a demo", verdict);
  }

  /** A line of history: this lead became MQL for the first time. */
  public static StageEntry becameMql(int number, String why) {
    return new StageEntry(
        number,
        SINCE,
        Stage.PROSPECT,
        Stage.MQL,
        1,
        why,
        "warmline",
        false,
        EventJson.newObject().set("scorecard", scorecard(65)));
  }

  private static ObjectNode scorecard(int engagement) {
    var json = EventJson.newObject();
    json.withObjectProperty("scores").withObjectProperty("engagement").put("points", engagement);
    return json;
  }
}
