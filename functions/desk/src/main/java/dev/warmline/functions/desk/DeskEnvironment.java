package dev.warmline.functions.desk;

import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.functions.desk.api.DeskApi;
import dev.warmline.functions.desk.api.SignIn;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.functions.desk.token.BearerTokens;
import dev.warmline.functions.desk.token.Issuer;
import dev.warmline.usecase.ActAtDesk;
import dev.warmline.usecase.ActOnLead;
import dev.warmline.usecase.FindLead;
import dev.warmline.usecase.HandOverLead;
import dev.warmline.usecase.ListQueue;
import dev.warmline.usecase.ReleaseWaiting;

/** What desk is told: the tables it works on, and whose tokens it takes. */
public record DeskEnvironment(TableNames names, Issuer issuer) {

  /** What people do is answered, not parked. */
  private static final String NOTHING_IS_PARKED = "";

  /** As these variables say. */
  static DeskEnvironment of(Environment variables) {
    var names =
        new TableNames(
            variables.text("EVENTS_TABLE"),
            variables.text("LEADS_TABLE"),
            NOTHING_IS_PARKED,
            variables.text("MODELS_TABLE"));
    var issuer = new Issuer(variables.text("TOKEN_ISSUER"), variables.text("TOKEN_AUDIENCE"));
    variables.verify();
    issuer
        .objection()
        .ifPresent(
            why -> {
              throw new IllegalStateException("The function is not configured: " + why + ".");
            });
    return new DeskEnvironment(names, issuer);
  }

  /** The API over these stores, for whoever these tokens name. */
  public static DeskApi api(Stores stores, BearerTokens tokens) {
    var models = stores.models();
    var leads = stores.leadStore();
    var log = stores.eventLog();
    var evaluate = stores.evaluateActs();
    var act = new ActAtDesk(new ActOnLead(models, log, leads, evaluate), log, leads, models);
    var work =
        new Work(
            models,
            log,
            leads,
            stores.queues(),
            new FindLead(leads),
            new ListQueue(leads),
            new ReleaseWaiting(models, leads, evaluate),
            act,
            new HandOverLead(models, log, leads, stores::whose, evaluate, act));
    return DeskApi.of(new SignIn(tokens, stores.teams()), work);
  }
}
