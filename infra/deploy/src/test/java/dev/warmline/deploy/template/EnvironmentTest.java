package dev.warmline.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  private static final Template TEMPLATE = Template.main();

  /** Parameters that say whose tokens are taken, as every token does itself, and where to post. */
  private static final Set<String> KNOWN_TO_ALL =
      Set.of("DeskIssuer", "DeskAudience", "SlackChannel");

  private static final String ENVIRONMENT = "dev/warmline/aws/runtime/Environment";

  @ParameterizedTest
  @ValueSource(strings = {"collect", "score", "detect", "notify", "clock", "desk"})
  void whatAFunctionReadsIsSetAndWhatIsSetIsRead(String function) {
    var properties = TEMPLATE.function(function);
    var set = properties.at("Environment").at("Variables").fields().keySet();

    assertThat(read(properties.at("Handler").text())).isEqualTo(new TreeSet<>(set));
  }

  @Test
  void variablesHoldNamesOfResourcesAndNeverASecret() {
    var harmless =
        Set.of(
            "AWS::DynamoDB::Table",
            "AWS::SNS::Topic",
            "AWS::SQS::Queue",
            "AWS::SecretsManager::Secret");

    for (var function : TEMPLATE.functions().values()) {
      for (var variable : function.at("Environment").at("Variables").fields().values()) {
        var name = variable.chosen().at("!Ref").text();
        var target = TEMPLATE.root().at("Resources").at(name);
        var isAddress = variable.chosen().at("!Sub").text().startsWith("https://${DeskApi}.");
        assertThat(
                isAddress
                    || KNOWN_TO_ALL.contains(name)
                    || harmless.contains(target.at("Type").text()))
            .as(name)
            .isTrue();
      }
    }
  }

  private static Set<String> read(String handler) {
    var names = new TreeSet<String>();
    for (var call : CodeReach.callsFrom(handler)) {
      var isRead = call.to().owner().equals(ENVIRONMENT) && call.to().name().equals("text");
      if (isRead && !call.from().equals(ENVIRONMENT)) {
        names.add(call.text());
      }
    }
    return names;
  }
}
