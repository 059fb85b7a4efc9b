package dev.warmline.functions.desk;

import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.functions.desk.api.DeskApi;
import dev.warmline.functions.desk.api.Members;
import dev.warmline.functions.desk.api.SignIn;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.functions.desk.page.Entry;
import dev.warmline.functions.desk.page.Pages;
import dev.warmline.functions.desk.session.DeskKeys;
import dev.warmline.functions.desk.session.Drafts;
import dev.warmline.functions.desk.session.IssuerSignIn;
import dev.warmline.functions.desk.session.Sessions;
import dev.warmline.functions.desk.slack.SlackActions;
import dev.warmline.functions.desk.slack.SlackApp;
import dev.warmline.functions.desk.token.BearerTokens;
import dev.warmline.functions.desk.token.CodeExchange;
import dev.warmline.functions.desk.token.Issuer;
import dev.warmline.usecase.ActAtDesk;
import dev.warmline.usecase.ActOnLead;
import dev.warmline.usecase.FindLead;
import dev.warmline.usecase.HandOverLead;
import dev.warmline.usecase.ListQueue;
import dev.warmline.usecase.PacedRelease;
import dev.warmline.usecase.ReleaseWaiting;
import java.util.Optional;

/**
 * What desk is told.
 *
 * @param names the tables it works on
 * @param issuer whose tokens it takes
 * @param secret which secret has what its pages keep to themselves
 * @param signing by which secret Slack signs; empty where the stack does not post there
 * @param posting which secret says with what it posts
 */
public record DeskEnvironment(
    TableNames names, Issuer issuer, String secret, Optional<String> signing, String posting) {

  /** As these variables say. */
  static DeskEnvironment of(Environment variables) {
    var names =
        new TableNames(
            variables.text("EVENTS_TABLE"),
            variables.text("LEADS_TABLE"),
            variables.text("PARKED_TABLE"),
            variables.text("MODELS_TABLE"));
    var issuer = new Issuer(variables.text("TOKEN_ISSUER"), variables.text("TOKEN_AUDIENCE"));
    var secret = variables.text("DESK_SECRET_ARN");
    var signing = variables.text("SLACK_SIGNING_SECRET_ARN");
    var posting = variables.text("SLACK_SECRET_ARN");
    variables.verify();
    issuer
        .objection()
        .ifPresent(
            why -> {
              throw new IllegalStateException("The function is not configured: " + why + ".");
            });
    var signs = Optional.of(signing).filter(id -> !id.equals(SlackActions.NONE));
    return new DeskEnvironment(names, issuer, secret, signs, posting);
  }

  /**
   * The API and the pages over these stores, for whoever these tokens name.
   *
   * @param keys what the pages keep to themselves
   */
  public static WholeDesk desk(Stores stores, Issuer issuer, BearerTokens tokens, DeskKeys keys) {
    var members = new Members(stores.teams());
    var work = work(stores);
    var sessions = new Sessions(keys);
    var signIn = new IssuerSignIn(new CodeExchange(issuer), tokens, keys, sessions);
    var entry = new Entry(sessions, new Drafts(keys), signIn, members, stores.models());
    var api = DeskApi.of(new SignIn(tokens, members), work);
    return new WholeDesk(api, Pages.of(entry, work), Optional.empty());
  }

  /** The buttons in Slack over these stores. */
  public static SlackActions slack(Stores stores, SlackApp app, Journal journal) {
    var work = work(stores);
    return new SlackActions(app, stores.teams(), work.models(), work.leads(), work.act(), journal);
  }

  private static Work work(Stores stores) {
    var models = stores.models();
    var leads = stores.leadStore();
    var log = stores.eventLog();
    var evaluate = stores.evaluateActs();
    var release = new ReleaseWaiting(models, leads, evaluate);
    var act = new ActAtDesk(new ActOnLead(models, log, leads, evaluate), log, leads, models);
    return new Work(
        models,
        log,
        leads,
        stores.queues(),
        new FindLead(leads),
        new ListQueue(leads),
        release,
        act,
        new HandOverLead(models, log, leads, stores::whose, evaluate, act),
        stores.exportLead(),
        stores.eraseLead(),
        new PacedRelease(models, leads, release),
        stores.teamPublisher(),
        stores.descriptions());
  }
}
