package dev.warmline.deploy;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.event.ProfileKey;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everybody in the log. */
final class Profiles {
  /** What is no profile's key is no event either, but something put there by hand. */
  private static final Pattern PROFILE_KEY = Pattern.compile("[uea]\\..+");

  private Profiles() {}

  /** The keys of all profiles with events in this table. */
  static SortedSet<ProfileKey> in(DynamoDbClient client, String eventsTable) {
    var keys =
        client.scanPaginator(scan -> scan.tableName(eventsTable).projectionExpression(Schema.PK));
    return keys.items().stream()
        .flatMap(item -> Stream.ofNullable(item.get(Schema.PK)))
        .map(AttributeValue::s)
        .filter(PROFILE_KEY.asMatchPredicate())
        .map(ProfileKey::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
