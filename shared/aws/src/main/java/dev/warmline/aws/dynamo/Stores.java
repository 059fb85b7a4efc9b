package dev.warmline.aws.dynamo;

import dev.warmline.aws.runtime.Backoff;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.DailyQuota;
import dev.warmline.event.ErasedPersons;
import dev.warmline.event.Erasures;
import dev.warmline.event.EventLog;
import dev.warmline.event.ParkedArchive;
import dev.warmline.event.ParkedEvents;
import dev.warmline.event.Sources;
import dev.warmline.handoff.Deliveries;
import dev.warmline.lead.Cycles;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Whose;
import dev.warmline.rule.Models;
import dev.warmline.team.QueueStore;
import dev.warmline.team.Teams;
import dev.warmline.usecase.EraseLead;
import dev.warmline.usecase.EvaluateLead;
import dev.warmline.usecase.ExportLead;
import dev.warmline.usecase.Owners;
import java.security.SecureRandom;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The adapters of one deployment: what functions and tools are wired from. */
public final class Stores {
  private final Database database;
  private final TableNames names;
  private final Journal journal;
  private final Models models;
  private final Teams teams;
  private final KnownClaims claims = new KnownClaims();
  private final Erasures erasures;

  /** The adapters over these tables. */
  public Stores(DynamoDbClient client, TableNames names) {
    this(new Database(client), names);
  }

  /** The adapters over these tables, of a tool that keeps no journal. */
  public Stores(Database database, TableNames names) {
    this(database, names, Journal.ofNothing());
  }

  /** The adapters over these tables; a model that cannot be read is noted. */
  public Stores(Database database, TableNames names, Journal journal) {
    this.database = database;
    this.names = names;
    this.journal = journal;
    this.models = new DynamoModels(database.client(), names.models(), journal);
    this.teams = database.teams(names.models(), journal);
    this.erasures = database.erasures(names.leads(), names.models());
  }

  /** The event log; behaviour expires after {@link EventLog#RETENTION}. */
  public EventLog eventLog() {
    return database.eventLog(names.events());
  }

  /** Leads, links and histories. */
  public LeadStore leadStore() {
    return database.leadStore(names.leads());
  }

  /** Records of cycles, for reports. */
  public Cycles cycles() {
    return new CycleIndex(database.client(), names.leads());
  }

  /** Whose turn it is in each queue. */
  public QueueStore queues() {
    return database.queues(names.leads());
  }

  /** Which alert went to which channel. */
  public Deliveries deliveries() {
    return database.deliveries(names.leads());
  }

  /** Refused and poisoned events. */
  public ParkedEvents parkedEvents() {
    return database.parkedEvents(names.parked());
  }

  /** What sources with a daily limit have sent today. */
  public DailyQuota dailyQuota() {
    return database.dailyQuota(names.parked());
  }

  /** Who may send. */
  public Sources sources() {
    return database.sources(names.models());
  }

  /** The published models; all who ask share what is remembered of them. */
  public Models models() {
    return models;
  }

  /** The published teams; all who ask share what is remembered of them. */
  public Teams teams() {
    return teams;
  }

  /** Reads what is kept from request to request: the rules, the team and who was erased last. */
  public void remember(Instant now) {
    models.current(now);
    teams.current(now);
    erasures.newest(now);
  }

  /** Puts teams in force. */
  public TeamPublisher teamPublisher() {
    return new TeamPublisher(database.client(), names.models());
  }

  /** What publications of the model say of themselves. */
  public ModelDescriptions descriptions() {
    return new ModelDescriptions(database.client(), names.models());
  }

  /** Who was erased; all who ask share what is remembered of them. */
  public Erasures erasures() {
    return erasures;
  }

  /** Whose events are not to bring anybody back. */
  public ErasedPersons erasedPersons() {
    return new ErasedPersons(erasures);
  }

  /** The step that erases a person. */
  public EraseLead eraseLead() {
    var client = database.client();
    return new EraseLead(
        leadStore(),
        new DynamoErasureStore(client, names.leads()),
        eventLog(),
        new DynamoEventLog(client, names.events()),
        parkedArchive(),
        erasures,
        Backoff.forConflicts());
  }

  /** What is kept about a person. */
  public ExportLead exportLead() {
    return new ExportLead(
        leadStore(),
        new DynamoErasureStore(database.client(), names.leads()),
        eventLog(),
        parkedArchive());
  }

  private ParkedArchive parkedArchive() {
    return new DynamoParkedEvents(
        database.client(), names.parked(), DynamoParkedEvents.DEFAULT_RETENTION);
  }

  /** Finds leads. */
  public LeadDirectory directory() {
    return new LeadDirectory(leadStore());
  }

  /** Says whose the events of a new batch are. */
  public Whose whose() {
    return new Whose(
        leadStore(),
        Backoff.forConflicts(),
        () -> LeadId.random(new SecureRandom()),
        claims,
        erasedPersons());
  }

  /** The same where people and feeds act: what they say comes into the log. */
  public EvaluateLead evaluateActs() {
    return new EvaluateLead(
        eventLog(), leadStore(), Backoff.forConflicts(), eventLog()::append, owners());
  }

  /** The step that brings one lead up to date. */
  public EvaluateLead evaluateLead() {
    return new EvaluateLead(eventLog(), leadStore(), Backoff.forConflicts(), owners());
  }

  /** Whose leads are, and how many everybody has. */
  public Owners owners() {
    return new Owners(teams, queues(), leadStore(), journal::unowned);
  }
}
