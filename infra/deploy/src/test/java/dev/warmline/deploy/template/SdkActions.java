package dev.warmline.deploy.template;

import dev.warmline.deploy.template.CodeReach.Call;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The IAM actions, each with the resource it is taken on, behind calls of the SDK. */
final class SdkActions {
  private static final String SERVICES = "software/amazon/awssdk/services/";
  private static final String DYNAMO = "dev/warmline/aws/dynamo/";
  private static final String PARTS = SERVICES + "dynamodb/model/";

  /** What an adapter works on; a new adapter is named here or the test says so. */
  private static final Map<String, String> RESOURCES =
      Map.ofEntries(
          Map.entry(DYNAMO + "DynamoEventLog", "EventsTable"),
          Map.entry(DYNAMO + "EventPages", "EventsTable"),
          Map.entry(DYNAMO + "DueIndex", "LeadsTable"),
          Map.entry(DYNAMO + "QueueIndex", "LeadsTable"),
          Map.entry(DYNAMO + "CycleIndex", "LeadsTable"),
          Map.entry(DYNAMO + "DynamoLeadStore", "LeadsTable"),
          Map.entry(DYNAMO + "DynamoQueueStore", "LeadsTable"),
          Map.entry(DYNAMO + "LeadWrites", "LeadsTable"),
          Map.entry(DYNAMO + "LinkItems", "LeadsTable"),
          Map.entry(DYNAMO + "DynamoErasures", "LeadsTable"),
          Map.entry(DYNAMO + "DynamoErasureStore", "LeadsTable"),
          Map.entry(DYNAMO + "DynamoErasureKey", "ModelsTable"),
          Map.entry(DYNAMO + "DynamoDeliveries", "LeadsTable"),
          Map.entry(DYNAMO + "DynamoParkedEvents", "ParkedTable"),
          Map.entry(DYNAMO + "DynamoDailyQuota", "ParkedTable"),
          Map.entry(DYNAMO + "DynamoModels", "ModelsTable"),
          Map.entry(DYNAMO + "DynamoSources", "ModelsTable"),
          Map.entry(DYNAMO + "DynamoTeams", "ModelsTable"),
          Map.entry(DYNAMO + "TeamPublisher", "ModelsTable"),
          Map.entry(DYNAMO + "NumberedItems", "ModelsTable"),
          Map.entry(DYNAMO + "ModelDescriptions", "ModelsTable"),
          Map.entry("dev/warmline/aws/publish/SnsAlertPublisher", "AlertTopic"),
          Map.entry("dev/warmline/aws/publish/Subscriptions", "AlertTopic"),
          Map.entry("dev/warmline/aws/secret/DeskSecret", "DeskSecret"),
          Map.entry("dev/warmline/aws/secret/SlackSecret", "SlackSecret"),
          Map.entry("dev/warmline/aws/secret/SigningSecret", "SlackSigningSecret"));

  private static final Map<String, String> SERVICE_OF_CLIENT =
      Map.of(
          SERVICES + "dynamodb/DynamoDbClient", "dynamodb",
          SERVICES + "sns/SnsClient", "sns",
          SERVICES + "secretsmanager/SecretsManagerClient", "secretsmanager");

  /** A transaction needs the actions of its parts, not one of its own. */
  private static final Map<String, String> PART_ACTIONS =
      Map.of(
          PARTS + "Put", "dynamodb:PutItem",
          PARTS + "Update", "dynamodb:UpdateItem",
          PARTS + "Delete", "dynamodb:DeleteItem",
          PARTS + "ConditionCheck", "dynamodb:ConditionCheckItem");

  private static final Set<String> NOT_ACTIONS =
      Set.of("builder", "create", "close", "serviceName", "transactWriteItems", "waiter");

  private SdkActions() {}

  /** Lines such as {@code dynamodb:PutItem EventsTable}. */
  static Set<String> of(Set<Call> calls) {
    var actions = new TreeSet<String>();
    for (var call : calls) {
      var service = SERVICE_OF_CLIENT.get(call.to().owner());
      var part = PART_ACTIONS.get(call.to().owner());
      if (service != null && !NOT_ACTIONS.contains(call.to().name())) {
        actions.add(service + ":" + action(call.to().name()) + " " + resource(call.from()));
      } else if (part != null && call.to().name().equals("builder")) {
        actions.add(part + " " + resource(call.from()));
      }
    }
    return actions;
  }

  private static String action(String method) {
    var name = method.replace("Paginator", "");
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String resource(String type) {
    var outer = type.contains("$") ? type.substring(0, type.indexOf('$')) : type;
    return RESOURCES.getOrDefault(outer, "a resource that SdkActions does not know for " + outer);
  }
}
