package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A lead in the making: says only what differs from a new lead or from the one it started as. */
public final class LeadBuilder {
  private final LeadId id;
  private long version = 1;
  private SortedSet<ProfileKey> profiles = new TreeSet<>();
  private Optional<LeadId> mergedInto = Optional.empty();
  private Stage stage = Stage.SUSPECT;
  private Instant stageSince;
  private int cycle = 0;
  private int entries = 0;
  private Optional<Instant> leftAt = Optional.empty();
  private Optional<Instant> signalAt = Optional.empty();
  private int publication = 0;
  private ObjectNode scorecard = EventJson.newObject();
  private ObjectNode traits = EventJson.newObject();
  private Optional<Instant> due = Optional.empty();
  private Optional<Instant> alertDue = Optional.empty();
  private Optional<ObjectNode> checkpoint = Optional.empty();

  /** A Suspect since {@code since} in version 1, with nothing known and no profile. */
  LeadBuilder(LeadId id, Instant since) {
    this.id = id;
    this.stageSince = since;
  }

  /** All that this lead is. */
  LeadBuilder(Lead lead) {
    this(lead.id(), lead.stageSince());
    this.version = lead.version();
    this.profiles = lead.profiles();
    this.mergedInto = lead.mergedInto();
    this.stage = lead.stage();
    this.cycle = lead.cycle();
    this.entries = lead.entries();
    this.leftAt = lead.leftAt();
    this.signalAt = lead.signalAt();
    this.publication = lead.publication();
    this.scorecard = lead.scorecard();
    this.traits = lead.traits();
    this.due = lead.due();
    this.alertDue = lead.alertDue();
    this.checkpoint = lead.checkpoint();
  }

  /** The version to write or that is stored; 0 for a lead that was never stored. */
  public LeadBuilder version(long version) {
    this.version = version;
    return this;
  }

  /** The profiles linked to it. */
  public LeadBuilder profiles(SortedSet<ProfileKey> profiles) {
    this.profiles = profiles;
    return this;
  }

  /** The survivor it was merged into. */
  public LeadBuilder mergedInto(Optional<LeadId> mergedInto) {
    this.mergedInto = mergedInto;
    return this;
  }

  /** The stage, entered at an instant. */
  public LeadBuilder stage(Stage stage, Instant since) {
    this.stage = stage;
    this.stageSince = since;
    return this;
  }

  /** How many times it became MQL. */
  public LeadBuilder cycle(int cycle) {
    this.cycle = cycle;
    return this;
  }

  /** How many stage entries its history has. */
  public LeadBuilder entries(int entries) {
    this.entries = entries;
    return this;
  }

  /** Its last exit, return or expiry. */
  public LeadBuilder leftAt(Optional<Instant> leftAt) {
    this.leftAt = leftAt;
    return this;
  }

  /** The newest fast-track signal that sales was told of. */
  public LeadBuilder signalAt(Optional<Instant> signalAt) {
    this.signalAt = signalAt;
    return this;
  }

  /** The publication of the scorecard. */
  public LeadBuilder publication(int publication) {
    this.publication = publication;
    return this;
  }

  /** The scorecard as JSON. */
  public LeadBuilder scorecard(ObjectNode scorecard) {
    this.scorecard = scorecard;
    return this;
  }

  /** What is known about the person. */
  public LeadBuilder traits(ObjectNode traits) {
    this.traits = traits;
    return this;
  }

  /** When the clock must look at it. */
  public LeadBuilder due(Optional<Instant> due) {
    this.due = due;
    return this;
  }

  /** When the clock must check that sales was told. */
  public LeadBuilder alertDue(Optional<Instant> alertDue) {
    this.alertDue = alertDue;
    return this;
  }

  /** What the next scorecard can be made of. */
  public LeadBuilder checkpoint(Optional<ObjectNode> checkpoint) {
    this.checkpoint = checkpoint;
    return this;
  }

  /** The lead. */
  public Lead build() {
    return new Lead(
        id,
        version,
        profiles,
        mergedInto,
        stage,
        stageSince,
        cycle,
        entries,
        leftAt,
        signalAt,
        publication,
        scorecard,
        traits,
        due,
        alertDue,
        checkpoint);
  }
}
