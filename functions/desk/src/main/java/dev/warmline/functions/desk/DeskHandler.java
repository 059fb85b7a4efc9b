package dev.warmline.functions.desk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.aws.dynamo.Database;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.priming.Priming;
import dev.warmline.aws.publish.SlackHosts;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.aws.runtime.LambdaClients;
import dev.warmline.aws.secret.DeskSecret;
import dev.warmline.aws.secret.SigningSecret;
import dev.warmline.aws.secret.SlackSecret;
import dev.warmline.functions.desk.slack.SlackApp;
import dev.warmline.functions.desk.token.BearerTokens;
import dev.warmline.functions.desk.token.IssuerKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Where both teams work leads, over API Gateway's REST proxy integration. */
public final class DeskHandler implements RequestStreamHandler {
  private final WholeDesk desk;
  private final Journal journal;
  private final InstantSource clock;

  /** Reads the environment and wires the real adapters. */
  public DeskHandler() {
    var environment = DeskEnvironment.of(Environment.ofProcess());
    var journal = Journal.of("desk");
    var clock = InstantSource.system();
    var clients = LambdaClients.ofProcess();
    var stores = new Stores(new Database(clients.dynamoDb()), environment.names(), journal);
    var issuer = environment.issuer();
    var tokens = new BearerTokens(issuer, IssuerKeys.of(issuer));
    var secret = new DeskSecret(clients::secretsManager, environment.secret());
    this(
        withSlack(
            DeskEnvironment.desk(stores, issuer, tokens, secret::value),
            environment,
            stores,
            clients,
            journal),
        journal,
        clock);
    Priming.register(
        System.getenv(),
        DeskRehearsal.of(environment.names()),
        List.of(LambdaClients.tables(), LambdaClients.secrets()),
        () -> stores.remember(clock.instant()));
  }

  private static WholeDesk withSlack(
      WholeDesk desk,
      DeskEnvironment environment,
      Stores stores,
      LambdaClients clients,
      Journal journal) {
    return environment
        .signing()
        .map(
            id ->
                new SlackApp(
                    new SigningSecret(clients::secretsManager, id)::value,
                    new SlackSecret(clients::secretsManager, environment.posting())::value,
                    SlackHosts.SLACK))
        .map(app -> DeskEnvironment.slack(stores, app, journal))
        .map(desk::with)
        .orElse(desk);
  }

  /** Answers as this desk does, by this clock. */
  public DeskHandler(WholeDesk desk, Journal journal, InstantSource clock) {
    this.desk = desk;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handle(in, out, context.getAwsRequestId());
  }

  void handle(InputStream in, OutputStream out, String requestId) throws IOException {
    answer(ApiRequest.read(in), requestId).write(out);
  }

  private ApiResponse answer(ApiRequest request, String requestId) {
    try {
      var answer = desk.answer(request, clock.instant());
      if (answer.status() == 401 || answer.status() == 403) {
        journal.log().warn("not let in", requestId, Map.of("status", answer.status()));
      }
      return answer;
    } catch (RuntimeException e) {
      journal.log().error("request failed", requestId, e, Map.of("method", request.method()));
      return desk.failed(request, e);
    }
  }
}
