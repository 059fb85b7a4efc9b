package dev.warmline.aws.dynamo;

import dev.warmline.event.Source;
import dev.warmline.event.SourceForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What only some sources have, in their items: absent where it is not so. */
final class SourceItems {
  private SourceItems() {}

  static void putExtras(Item item, Source source) {
    if (source.backfill()) {
      item.put(ModelsSchema.SOURCE_BACKFILL, AttributeValue.fromBool(true));
    }
    var form = source.form();
    if (!form.traits().isEmpty()) {
      item.put(ModelsSchema.SOURCE_FIELDS, AttributeValue.fromM(texts(form.traits())));
    }
    if (!form.answers().isEmpty()) {
      var pages = form.answers().stream().map(AttributeValue::fromS).toList();
      item.put(ModelsSchema.SOURCE_ANSWERS, AttributeValue.fromL(pages));
    }
  }

  static boolean isBackfill(Item item) {
    return item.find(ModelsSchema.SOURCE_BACKFILL).isPresent();
  }

  static SourceForm form(Item item) {
    var traits = item.find(ModelsSchema.SOURCE_FIELDS).map(AttributeValue::m).orElse(Map.of());
    var answers = item.find(ModelsSchema.SOURCE_ANSWERS).map(AttributeValue::l).orElse(List.of());
    return new SourceForm(
        traits.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().s())),
        answers.stream().map(AttributeValue::s).toList());
  }

  private static Map<String, AttributeValue> texts(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> AttributeValue.fromS(entry.getValue())));
  }
}
