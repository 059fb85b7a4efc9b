package dev.warmline.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private static final Template ALARMS = Template.at("infra/deploy/templates/alarms.yaml");

  @Test
  void everyAlarmTellsTheOperationsTopicAndSaysWhatToDo() throws IOException {
    var guide = Files.readString(Template.projectRoot().resolve("docs/deploy.md"));

    for (var alarm : alarms()) {
      var description = alarm.at("AlarmDescription").text();
      assertThat(alarm.at("AlarmActions").all().map(Tree::target)).contains("OperationsTopicArn");
      assertThat(description).matches(".+ \\(docs/deploy\\.md#[a-z-]+\\)");
      var section = description.replaceAll(".*#([a-z-]+)\\)", "$1");
      assertThat(guide.lines().filter(line -> line.startsWith("#")).map(AlarmsTest::anchor))
          .as(description)
          .contains(section);
    }
  }

  @Test
  void everyFunctionAndEveryQueueIsWatched() {
    var watched = ALARMS.root().toString();

    for (var function : Template.main().functions().keySet()) {
      assertThat(watched).contains("${Product}-" + function);
    }
    for (var queue : Template.main().resources("AWS::SQS::Queue").keySet()) {
      var alarm = queue + (queue.endsWith("ForSlack") ? "Old" : "Filled");
      assertThat(ALARMS.properties(alarm).exists()).as(queue).isTrue();
    }
  }

  @Test
  void everyOwnMetricIsOneThatAFunctionCounts() {
    for (var alarm : alarms()) {
      if (alarm.at("Namespace").text().equals("Warmline")) {
        var name = alarm.at("Dimensions").all().map(it -> it.at("!Sub").text()).toList();
        var function = Template.main().function(String.join("", name).replace("${Product}-", ""));
        assertThat(CodeReach.textsFrom(function.at("Handler").text()))
            .contains(alarm.at("MetricName").text());
      }
    }
  }

  @Test
  void parametersOfNestedTemplatesAreAllGiven() {
    for (var nested : Template.main().resources("AWS::CloudFormation::Stack").values()) {
      var properties = nested.at("Properties");
      var template = Template.at(properties.at("TemplateURL").text());
      assertThat(properties.at("Parameters").fields().keySet())
          .isEqualTo(template.root().at("Parameters").fields().keySet());
    }
  }

  private static Collection<Tree> alarms() {
    return ALARMS.resources("AWS::CloudWatch::Alarm").values().stream()
        .map(alarm -> alarm.at("Properties"))
        .toList();
  }

  /**
   * The anchor that a heading gets: {@code ## A stream is behind} is {@code a-stream-is-behind}.
   */
  private static String anchor(String heading) {
    return heading
        .replaceAll("^#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 -]", "")
        .replace(' ', '-');
  }
}
