package dev.warmline.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.ModelsSchema;
import dev.warmline.aws.dynamo.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {
  private static final Template TEMPLATE = Template.main();

  private static final Set<String> STREAM =
      Set.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator");

  /** What the platform does on behalf of a function, by the statement that allows it. */
  private static final Map<String, Set<String>> PLATFORM =
      Map.of(
          "WriteLogs", Set.of("logs:CreateLogStream", "logs:PutLogEvents"),
          "Trace", Set.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"),
          "KeepDeadLetters", Set.of("sqs:SendMessage"),
          "TakeAlerts", Set.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
          "FollowTheLog", STREAM,
          "FollowLeads", STREAM,
          "FindStreams", Set.of("dynamodb:ListStreams"),
          "SealAlerts", Set.of("kms:Decrypt", "kms:GenerateDataKey"),
          "UnsealTheSlackSecret", Set.of("kms:Decrypt"),
          "UnsealItsSecret", Set.of("kms:Decrypt"));

  @ParameterizedTest
  @ValueSource(strings = {"collect", "score", "detect", "notify", "clock", "desk"})
  void everyActionAFunctionCanTakeIsGrantedAndEveryGrantedOneCanBeTaken(String function) {
    var handler = TEMPLATE.function(function).at("Handler").text();

    assertThat(granted(function)).isEqualTo(SdkActions.of(CodeReach.callsFrom(handler)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"collect", "score", "detect", "notify", "clock", "desk"})
  void whatThePlatformNeedsIsGrantedAndNoMore(String function) {
    for (var statement : statements(function)) {
      var needed = PLATFORM.get(statement.at("Sid").text());
      if (needed != null) {
        assertThat(actions(statement)).isEqualTo(needed);
      }
    }
    var sids = statements(function).stream().map(it -> it.at("Sid").text()).toList();
    assertThat(sids).contains("WriteLogs", "Trace");
    var isFed = !Set.of("collect", "desk").contains(function);
    var hasQueue = function.equals("notify");
    assertThat(sids.contains("KeepDeadLetters")).isEqualTo(isFed && !hasQueue);
    assertThat(sids.contains("TakeAlerts")).isEqualTo(hasQueue);
    assertThat(sids.contains("FindStreams"))
        .isEqualTo(Set.of("score", "detect", "notify").contains(function));
    assertThat(sids.contains("SealAlerts"))
        .as("an encrypted topic needs the key")
        .isEqualTo(sids.contains("PublishAlerts"));
  }

  @Test
  void notifyReachesNothingOfLeadsButDeliveries() {
    assertThat(leadingKeys("notify", "MarkWhatWasSent")).containsExactly(Schema.DELIVERIES + "*");
  }

  @Test
  void collectReadsNothingOfLeadsButWhoWasErasedAndWhetherTheyAreBack() {
    assertThat(leadingKeys("collect", "SeeWhoWasErased"))
        .containsExactly(Schema.ERASED + "#*", "u.*", "e.*", "p.*");
  }

  @Test
  void theDeskWritesNothingOfModelsButTheKeyOfErasuresAndTeams() {
    assertThat(leadingKeys("desk", "SayWhoIsAway"))
        .containsExactly(ModelsSchema.ERASURE_KEY, ModelsSchema.TEAMS);
  }

  @Test
  void nobodyButTheDeskRemovesAnything() {
    for (var function : List.of("collect", "score", "detect", "notify", "clock")) {
      assertThat(statements(function))
          .flatMap(PermissionsTest::actions)
          .doesNotContain("dynamodb:DeleteItem");
    }
  }

  @Test
  void whatReadsASecretMayUnsealItAndNothingElseMay() {
    for (var function : TEMPLATE.functions().keySet()) {
      var all = statements(function).stream().flatMap(it -> actions(it).stream()).toList();

      assertThat(all.contains("kms:Decrypt") && !all.contains("kms:GenerateDataKey"))
          .as(function)
          .isEqualTo(all.contains("secretsmanager:GetSecretValue"));
    }
  }

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    var roles = TEMPLATE.functions().values().stream().map(it -> it.at("Role").target()).toList();

    assertThat(roles).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void nothingIsGrantedOnEverythingButTracesAndLists() {
    TEMPLATE
        .resources("AWS::IAM::Role")
        .forEach(
            (id, role) ->
                role.at("Properties")
                    .at("Policies")
                    .all()
                    .filter(it -> it.at("Resource").text().equals("*"))
                    .forEach(
                        it ->
                            assertThat(it.at("Sid").text())
                                .as(id)
                                .isIn("Trace", "FindStreams", "FindTheTableByName")));
  }

  @Test
  void noActionIsAWildcardAndNoManagedPolicyWidensAFunction() {
    for (var function : TEMPLATE.functions().keySet()) {
      assertThat(role(function).at("ManagedPolicyArns").exists()).isFalse();
      assertThat(statements(function))
          .flatMap(PermissionsTest::actions)
          .noneMatch(action -> action.contains("*"));
    }
  }

  @Test
  void peopleWhoPublishRulesReachModelsAndSourcesOnly() {
    var resources =
        TEMPLATE
            .properties("PublisherRole")
            .at("Policies")
            .all()
            .filter(it -> it.at("Action").exists() && it.at("Resource").exists())
            .filter(it -> !actions(it).equals(Set.of("dynamodb:ListTables")))
            .flatMap(it -> it.at("Resource").elements().stream())
            .map(it -> it.at("!Ref").exists() ? it.at("!Ref").text() : it.target());

    assertThat(resources).containsExactlyInAnyOrder("ModelsTable", "AWS::StackId");
  }

  private static List<String> leadingKeys(String function, String sid) {
    return statements(function).stream()
        .filter(it -> it.at("Sid").text().equals(sid))
        .map(it -> it.at("Condition").at("ForAllValues:StringLike").at("dynamodb:LeadingKeys"))
        .flatMap(keys -> keys.elements().stream())
        .map(Tree::text)
        .toList();
  }

  private static Set<String> granted(String function) {
    var granted = new TreeSet<String>();
    for (var statement : statements(function)) {
      if (!PLATFORM.containsKey(statement.at("Sid").text())) {
        for (var resource : statement.at("Resource").elements()) {
          actions(statement).forEach(action -> granted.add(action + " " + target(resource)));
        }
      }
    }
    return granted;
  }

  /** {@code EventsTable}, or {@code LeadsTable} for an index of it. */
  private static String target(Tree resource) {
    var sub = resource.at("!Sub").text();
    return sub.isEmpty() ? resource.target() : sub.replaceAll("\\$\\{(\\w+)\\..*", "$1");
  }

  private static Set<String> actions(Tree statement) {
    var actions = new TreeSet<String>();
    statement.at("Action").elements().forEach(action -> actions.add(action.text()));
    return actions;
  }

  private static List<Tree> statements(String function) {
    return role(function).at("Policies").elements().stream()
        .flatMap(it -> it.at("PolicyDocument").at("Statement").elements().stream())
        .map(Tree::chosen)
        .toList();
  }

  private static Tree role(String function) {
    return TEMPLATE.properties(TEMPLATE.function(function).at("Role").target());
  }
}
