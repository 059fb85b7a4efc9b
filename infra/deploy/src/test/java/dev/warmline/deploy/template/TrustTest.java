package dev.warmline.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrustTest {
  private static final Template TEMPLATE = Template.main();

  @Test
  void accessLogsSayNothingAboutAPerson() {
    for (var api : new String[] {"Api", "DeskApi"}) {
      var format = TEMPLATE.properties(api).at("AccessLogSetting").at("Format").text();

      assertThat(format)
          .contains("$context.requestId", "$context.status", "$context.responseLatency")
          .doesNotContain("identity", "$context.path", "authorizer", "userAgent");
    }
  }

  @Test
  void logsAreKeptForAsLongAsTheParameterSays() {
    assertThat(TEMPLATE.resources("AWS::Logs::LogGroup").values())
        .hasSize(TEMPLATE.functions().size() + 2)
        .allSatisfy(
            logs ->
                assertThat(logs.at("Properties").at("RetentionInDays").target())
                    .isEqualTo("LogRetentionDays"));
  }

  @Test
  void everyFunctionIsPublishedWithASnapshotUnderTheAlias() {
    var shared = TEMPLATE.root().at("Globals").at("Function");

    assertThat(shared.at("SnapStart").at("ApplyOn").text()).isEqualTo("PublishedVersions");
    assertThat(shared.at("AutoPublishAlias").text()).isEqualTo("live");
    assertThat(shared.at("Runtime").text()).isEqualTo("java25");
    var limited = new TreeMap<>(TEMPLATE.functions());
    limited.values().removeIf(it -> !it.at("ReservedConcurrentExecutions").exists());
    assertThat(limited)
        .as("a ceiling is taken from the account, and only collect can be asked for one")
        .containsOnlyKeys("collect");
  }

  @Test
  void handlersExist() {
    assertThat(TEMPLATE.functions())
        .allSatisfy(
            (name, function) -> {
              var handler = function.at("Handler").text();
              assertThat(CodeReach.callsFrom(handler)).as(handler).isNotEmpty();
            });
  }

  @Test
  void topicsAndSecretsAreSealedWithTheOwnKey() {
    assertThat(TEMPLATE.resources("AWS::SNS::Topic").values())
        .allSatisfy(
            it ->
                assertThat(it.at("Properties").at("KmsMasterKeyId").target())
                    .isEqualTo("TopicKey"));
    assertThat(TEMPLATE.resources("AWS::SecretsManager::Secret").values())
        .allSatisfy(
            it -> assertThat(it.at("Properties").at("KmsKeyId").target()).isEqualTo("TopicKey"));
  }

  @Test
  void answersOfTheGatewayLetBrowsersReadThemAndClientsComeAgain() {
    var responses = TEMPLATE.properties("Api").at("GatewayResponses").fields();

    assertThat(responses)
        .containsKeys("REQUEST_TOO_LARGE", "THROTTLED", "DEFAULT_4XX", "DEFAULT_5XX")
        .allSatisfy(
            (kind, response) ->
                assertThat(header(response, "Access-Control-Allow-Origin"))
                    .as(kind)
                    .isEqualTo("method.request.header.Origin"));
    for (var kind : new String[] {"THROTTLED", "QUOTA_EXCEEDED", "DEFAULT_5XX"}) {
      assertThat(header(responses.getOrDefault(kind, new Tree(null)), "Retry-After"))
          .as(kind)
          .isEqualTo("'5'");
    }
  }

  @Test
  void theDeskHasALimitOfItsOwnAndLetsNoOtherOriginIn() {
    var desk = TEMPLATE.properties("DeskApi");

    assertThat(desk.at("MethodSettings").toString())
        .contains("DeskRequestsPerSecond", "DeskBurst")
        .doesNotContain("ApiRequestsPerSecond");
    assertThat(desk.toString()).doesNotContain("Access-Control");
  }

  private static String header(Tree response, String name) {
    return response.at("ResponseParameters").at("Headers").at(name).text();
  }
}
