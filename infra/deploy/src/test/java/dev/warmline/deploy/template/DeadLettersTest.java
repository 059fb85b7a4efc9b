package dev.warmline.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private static final Template TEMPLATE = Template.main();
  private static final Set<String> QUEUES = TEMPLATE.resources("AWS::SQS::Queue").keySet();
  private static final Set<String> HOLD_WORK =
      Set.of("EventsDeadLetters", "LeadsDeadLetters", "UndeliveredAlerts", "UnpostedAlerts");

  /**
   * What notify says of a step is an echo: what was done stands in the history, and after six hours
   * nobody needs to hear in Slack who took a lead.
   */
  private static final String ECHO = "Step";

  @Test
  void everyStreamButTheEchoOfStepsHasAnOnFailureQueue() {
    var echoes = 0;
    for (var function : TEMPLATE.functions().values()) {
      for (var event : function.at("Events").fields().entrySet()) {
        if (!event.getValue().at("Type").text().equals("DynamoDB")) {
          continue;
        }
        if (event.getKey().equals(ECHO)) {
          echoes++;
        } else {
          assertThat(QUEUES).contains(onFailure(event.getValue().at("Properties")));
        }
      }
    }
    assertThat(echoes).isEqualTo(1);
  }

  @Test
  void everySubscriptionHasADeadLetterQueue() {
    for (var subscription : TEMPLATE.resources("AWS::SNS::Subscription").values()) {
      assertThat(QUEUES).contains(redrive(subscription));
    }
    for (var event : events("SNS")) {
      assertThat(QUEUES).contains(redrive(event));
    }
  }

  @Test
  void everyFunctionThatIsCalledAndForgottenHasAnOnFailureQueue() {
    for (var function : TEMPLATE.functions().values()) {
      var kinds = function.at("Events").fields().values().stream().map(e -> e.at("Type").text());
      if (kinds.anyMatch(Set.of("SNS", "ScheduleV2")::contains)) {
        assertThat(QUEUES).contains(onFailure(function.at("EventInvokeConfig")));
      }
    }
  }

  @Test
  void everyScheduleHasADeadLetterQueue() {
    for (var event : events("ScheduleV2")) {
      assertThat(QUEUES).contains(event.at("Properties").at("DeadLetterConfig").at("Arn").target());
    }
  }

  @Test
  void everyQueueIsUsedKeepsTwoWeeksAndIsEncrypted() {
    var used = new HashSet<String>();
    TEMPLATE.root().at("Resources").all().map(Tree::target).forEach(used::add);

    TEMPLATE
        .resources("AWS::SQS::Queue")
        .forEach(
            (id, queue) -> {
              assertThat(used).contains(id);
              assertThat(queue.at("Properties").at("MessageRetentionPeriod").text())
                  .isEqualTo("1209600");
              assertThat(queue.at("Properties").at("SqsManagedSseEnabled").text())
                  .isEqualTo("true");
            });
  }

  @Test
  void queuesThatHoldWorkOutliveTheStack() {
    for (var id : HOLD_WORK) {
      var queue = TEMPLATE.root().at("Resources").at(id);
      assertThat(queue.at("DeletionPolicy").text()).as(id).isEqualTo("Retain");
    }
  }

  private static List<Tree> events(String type) {
    return TEMPLATE.functions().values().stream()
        .flatMap(function -> function.at("Events").fields().values().stream())
        .filter(event -> event.at("Type").text().equals(type))
        .toList();
  }

  private static String onFailure(Tree properties) {
    return properties.at("DestinationConfig").at("OnFailure").at("Destination").target();
  }

  private static String redrive(Tree subscription) {
    return subscription.at("Properties").at("RedrivePolicy").at("deadLetterTargetArn").target();
  }
}
