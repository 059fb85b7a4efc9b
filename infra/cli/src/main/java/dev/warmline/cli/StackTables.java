package dev.warmline.cli;

import dev.warmline.aws.dynamo.TableNames;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Finds the tables of a stack by the names that CloudFormation gives: STACK-EventsTable-ID. */
final class StackTables {
  private StackTables() {}

  static TableNames find(DynamoDbClient client, String stack) {
    var names = client.listTablesPaginator().tableNames().stream().toList();
    return new TableNames(
        one(names, stack, "Events"),
        one(names, stack, "Leads"),
        one(names, stack, "Parked"),
        one(names, stack, "Models"));
  }

  private static String one(List<String> names, String stack, String kind) {
    var given = stack + "-" + kind + "Table-";
    var plain = stack + "-" + kind.toLowerCase(Locale.ROOT);
    var found =
        names.stream().filter(name -> name.startsWith(given) || name.equals(plain)).toList();
    if (found.size() != 1) {
      throw Failure.unavailable(
          found.isEmpty()
              ? "stack "
                  + stack
                  + " has no table "
                  + given
                  + "... here: check its name and the region"
              : "stack "
                  + stack
                  + " has several tables "
                  + given
                  + "...: delete those it left behind");
    }
    return found.getFirst();
  }
}
