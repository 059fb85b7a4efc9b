package dev.warmline.aws.dynamo;

import dev.warmline.lead.Answer;
import java.util.Arrays;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Answers to acts as items, in partitions of their own: a merge leaves them where they are. */
final class AnswerItems {
  private AnswerItems() {}

  static Map<String, AttributeValue> write(String act, Answer answer) {
    return Item.startingWith(Keys.act(act))
        .put(Schema.ANSWER, answer.kind().name())
        .put(Schema.WHY, answer.why())
        .attributes();
  }

  static Answer read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    var kind =
        item.word(
            Schema.ANSWER,
            word ->
                Arrays.stream(Answer.Kind.values())
                    .filter(known -> known.name().equals(word))
                    .findFirst());
    return new Answer(kind, item.text(Schema.WHY));
  }
}
