package dev.warmline.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmline.authoring.ModelDescription;
import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.dynamo.DynamoParkedEvents;
import dev.warmline.aws.dynamo.DynamoSources;
import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.dynamo.Tables;
import dev.warmline.aws.dynamo.TeamPublisher;
import dev.warmline.aws.publish.PacedPublisher;
import dev.warmline.aws.publish.SlackHosts;
import dev.warmline.aws.publish.SnsAlertPublisher;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.secret.DeskSecret;
import dev.warmline.aws.secret.SigningSecret;
import dev.warmline.aws.secret.SlackSecret;
import dev.warmline.event.DailyLimit;
import dev.warmline.event.Source;
import dev.warmline.event.SourceForm;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.event.Trust;
import dev.warmline.functions.clock.ClockEnvironment;
import dev.warmline.functions.clock.ClockHandler;
import dev.warmline.functions.collect.CollectEnvironment;
import dev.warmline.functions.collect.CollectHandler;
import dev.warmline.functions.desk.DeskEnvironment;
import dev.warmline.functions.desk.DeskHandler;
import dev.warmline.functions.desk.slack.SlackApp;
import dev.warmline.functions.desk.token.BearerTokens;
import dev.warmline.functions.desk.token.IssuerKeys;
import dev.warmline.functions.detect.DetectEnvironment;
import dev.warmline.functions.detect.DetectHandler;
import dev.warmline.functions.notify.NotifyEnvironment;
import dev.warmline.functions.notify.NotifyHandler;
import dev.warmline.functions.score.ScoreHandler;
import dev.warmline.handoff.AlertPublisher;
import dev.warmline.local.http.LocalContext;
import dev.warmline.local.inbox.LocalSecrets;
import dev.warmline.local.inbox.LocalSns;
import dev.warmline.local.view.DynamoViews;
import dev.warmline.rule.Model;
import dev.warmline.rule.Models;
import dev.warmline.team.Teams;
import dev.warmline.usecase.ReleaseWaiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the tables, puts the model in force, and wires the real handlers to this machine. */
final class LocalFunctions {
  /** The tables of this stack. */
  static final TableNames TABLES = TableNames.withPrefix("warmline");

  /** The demo site's plain form names its address field as many forms do. */
  private static final SourceForm DEMO_FORM =
      new SourceForm(Map.of("your-email", "email"), List.of("/thanks"));

  private static final List<String> HERE = List.of("127.0.0.1");
  private static final SlackHosts SLACK = new SlackHosts("http", HERE, HERE);

  /** Where leads are posted whose queue has no channel. */
  private static final String CHANNEL = "warmline";

  private static final Duration TIME_LIMIT = Duration.ofMinutes(1);

  private final Functions.Clients clients;
  private final Model model;
  private final LocalTeam team;
  private final Map<String, String> sources;
  private final InstantSource clock;

  LocalFunctions(
      Functions.Clients clients, Model model, LocalTeam team, Map<String, String> sources) {
    this.clients = clients;
    this.clock = clients.clock();
    this.model = model;
    this.team = team;
    this.sources = sources;
  }

  Functions wired() {
    Tables.create(clients.tables(), TABLES);
    var stores = new Stores(clients.tables(), TABLES);
    publish(stores.models());
    team.publish(new TeamPublisher(clients.tables(), TABLES.models()), clock.instant());
    putSources();
    var topic = new SnsAlertPublisher(clients.topic(), LocalSns.TOPIC_ARN);
    var publisher = new PacedPublisher(topic, stores.dailyQuota(), clock);
    var score = ScoreHandler.over(stores, Journal.of("score"), clock);
    var detect = detect(publisher);
    var notify = notifyHandler(stores.teams());
    return new Functions(
        collect(),
        desk(stores),
        stores.teams(),
        score::score,
        new LeadsStream(detect, notify),
        event -> notify.deliver(event, requestId("notify")),
        () -> {
          tick(clock(stores, publisher));
          stores.eraseLead().goOn(clock.instant());
        },
        views(stores),
        stores.leadStore(),
        streamOf(TABLES.events()),
        streamOf(TABLES.leads()),
        LeadsStream.filters());
  }

  private Database database() {
    return new Database(clients.tables());
  }

  private CollectHandler collect() {
    var environment =
        new CollectEnvironment(TABLES.events(), TABLES.leads(), TABLES.parked(), TABLES.models());
    return new CollectHandler(environment.ingest(database(), clock), Journal.of("collect"), clock);
  }

  private DeskHandler desk(Stores stores) {
    var issuer = clients.issuer();
    var tokens = new BearerTokens(issuer, IssuerKeys.of(issuer));
    var secret = new DeskSecret(clients::secrets, LocalSecrets.DESK);
    var signing = new SigningSecret(clients::secrets, LocalSecrets.SIGNING);
    var journal = Journal.of("desk");
    var posting = new SlackSecret(clients.secrets(), LocalSecrets.SLACK);
    var app = new SlackApp(signing::value, posting::value, SLACK);
    var slack = DeskEnvironment.slack(stores, app, journal);
    var desk = DeskEnvironment.desk(stores, issuer, tokens, secret::value);
    return new DeskHandler(desk.with(slack), journal, clock);
  }

  private DetectHandler detect(AlertPublisher publisher) {
    var environment =
        new DetectEnvironment(
            TABLES.leads(), TABLES.parked(), LocalSns.TOPIC_ARN, clients.site() + "/desk");
    return new DetectHandler(
        environment.send(database(), publisher),
        environment.parked(database()),
        Journal.of("detect"),
        clock);
  }

  private NotifyHandler notifyHandler(Teams teams) {
    var environment =
        new NotifyEnvironment(TABLES.leads(), TABLES.models(), LocalSecrets.SLACK, CHANNEL);
    var secret = new SlackSecret(clients.secrets(), environment.secret());
    var slack = environment.slack(secret, teams, SLACK);
    return new NotifyHandler(
        environment.deliverAlert(database(), slack), teams, Journal.of("notify"), clock);
  }

  private ClockHandler clock(Stores stores, AlertPublisher publisher) {
    var journal = Journal.of("clock");
    return new ClockHandler(
        ClockEnvironment.tickClock(stores, publisher, clients.site() + "/desk", journal),
        journal,
        Map::of,
        clock);
  }

  /** A restart with the same file is no new publication. */
  private void publish(Models models) {
    try {
      if (models.current(clock.instant()).model().source().equals(model.source())) {
        return;
      }
    } catch (StoreUnavailable nothingPublishedYet) {
      // the first start on this data
    }
    new ModelPublisher(clients.tables(), TABLES.models())
        .publish(
            model.source(),
            ModelPublisher.Quiet.KEEP,
            Optional.of(ModelDescription.of(model, Optional.empty(), clock.instant())),
            clock.instant());
  }

  private void putSources() {
    var stored = new DynamoSources(clients.tables(), TABLES.models());
    sources.forEach(
        (key, kind) -> {
          var source = source(key, kind);
          stored.putSource(key, source);
          if (source.trust() == Trust.BROWSER) {
            stored.putSource(Source.formKey(key), source);
          }
        });
  }

  private static Source source(String key, String kind) {
    var words = kind.split("\\+", 2);
    var trust = Trust.parse(words[0]).orElseThrow();
    return new Source(key, trust, Set.of(), DailyLimit.NONE, words.length > 1, DEMO_FORM);
  }

  private DynamoViews views(Stores stores) {
    return new DynamoViews(
        clients.tables(),
        TABLES,
        stores.eventLog(),
        stores.leadStore(),
        stores.models(),
        new ReleaseWaiting(stores.models(), stores.leadStore(), stores.evaluateLead()),
        new DynamoParkedEvents(
            clients.tables(), TABLES.parked(), DynamoParkedEvents.DEFAULT_RETENTION));
  }

  private String streamOf(String table) {
    return clients.tables().describeTable(d -> d.tableName(table)).table().latestStreamArn();
  }

  /**
   * Each function runs one at a time here, and its claims outlive a kill: with a name that stays
   * the same it goes on at once with what it had claimed.
   */
  static String requestId(String function) {
    return "local-" + function;
  }

  private static void tick(RequestStreamHandler clock) {
    try {
      clock.handleRequest(
          new ByteArrayInputStream(new byte[0]),
          OutputStream.nullOutputStream(),
          new LocalContext("clock", requestId("clock"), TIME_LIMIT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
