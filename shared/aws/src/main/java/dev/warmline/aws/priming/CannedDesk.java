package dev.warmline.aws.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.LeadStore.Change.PutLink;
import dev.warmline.lead.Link;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;

/**
 * Somebody of the team looks at the queue and at a lead, on pages and by the API, and accepts it.
 */
public final class CannedDesk {
  /** Whose the token must be. */
  public static final String EMAIL = CannedTeam.EMAIL;

  private static final Profile PERSON = Profile.user("u-1").orElseThrow();

  private static final String IDENTIFY =
      """
      {"id":"1","type":"identify","occurredAt":"2026-01-01T00:00:00Z","source":"rehearsal",\
      "trust":"server","userId":"u-1","profile":"user:u-1",\
      "traits":{"email":"somebody@example.com"}}\
      """;

  private CannedDesk() {}

  /**
   * To a function that works on these tables.
   *
   * @param token that the function takes for {@link #EMAIL}'s
   * @param session the same for pages
   */
  public static Rehearsal to(
      Rehearsal.Wiring function, TableNames names, String token, String session) {
    return tables -> {
      prepare(tables, names);
      var handling = function.over(tables.database());
      for (var asked :
          List.of(
              "GET /desk/queue",
              "GET /desk/leads/u-1",
              "GET /api/v1/queue",
              "POST /api/v1/leads/u-1/acts",
              "GET /api/v1/leads/u-1")) {
        var parts = asked.split(" ", 2);
        var request = request(parts[0], parts[1], token, session);
        handling.handle(new ByteArrayInputStream(request.getBytes(UTF_8)));
      }
    };
  }

  private static String request(String method, String path, String token, String session) {
    return """
    {"httpMethod":"%1$s","path":"%2$s","resource":"/{proxy+}","isBase64Encoded":false,\
    "multiValueHeaders":{"Authorization":["Bearer %3$s"],"Idempotency-Key":["rehearsal"],\
    "Cookie":["__Host-warmline-session=%4$s"]},\
    "pathParameters":{"proxy":"%2$s"},"queryStringParameters":null,\
    "requestContext":{"path":"/live%2$s","stage":"live","domainName":"example.com"},\
    "body":"{\\"act\\":\\"accepted\\"}"}\
    """
        .formatted(method, path, token, session);
  }

  private static void prepare(HarmlessTables tables, TableNames names) {
    CannedModel.publish(tables, names.models());
    CannedTeam.publish(tables, names.models());
    var stores = new Stores(tables.silent(), names);
    stores.eventLog().append(List.of(EventJson.parse(IDENTIFY)));
    stores
        .leadStore()
        .commit(
            List.of(
                new PutLead(CannedLead.announced(PERSON), 0),
                new PutLink(PERSON.key(), Link.to(CannedLead.ID), Optional.empty())));
  }
}
