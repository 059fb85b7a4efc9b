package dev.warmline.aws.dynamo;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds stored names that are written out in Java. Keys are found everywhere; names of attributes,
 * which are common words, in main code that maps items and where a test reads or writes one. Text
 * blocks are left alone: they hold what AWS sends, word for word.
 */
final class StoredNames {
  private static final Set<String> NAMES =
      Stream.of(Schema.class, ModelsSchema.class)
          .flatMap(schema -> Arrays.stream(schema.getFields()))
          .map(StoredNames::value)
          .collect(Collectors.toSet());

  private static final List<String> BEGINNINGS =
      List.of(
          Schema.STAGES,
          Schema.CYCLES,
          Schema.ACTS + "#",
          Schema.NOTICES,
          Schema.DELIVERIES,
          ModelsSchema.MODELS,
          ModelsSchema.SOURCE + "#",
          Schema.QUOTA + "#",
          Schema.PACE + "#",
          Schema.QUEUE + "#",
          Schema.COMPANY + "#",
          Schema.DUE_SHARD);

  private static final Pattern NO_CODE =
      Pattern.compile("\"\"\".*?\"\"\"|/\\*.*?\\*/|(?<!:)//[^\n]*", Pattern.DOTALL);

  /** A literal with what stands before and after it. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?<!\\.path\\()(\\b(?:get|getOrDefault|put|containsKey|doesNotContainKey|containsEntry)\\()?\"((?:[^\"\\\\\n"
              + "]|\\\\.)*)\"(\\s*,\\s*(?:new )?AttributeValue\\b)?");

  private StoredNames() {}

  /** The stored names that this source writes out, in order. */
  static List<String> in(Path file, String source) {
    var code = NO_CODE.matcher(source).replaceAll(" ");
    var isTest = file.toString().contains("/src/test/");
    var maps = file.toString().contains("/aws/dynamo/") || code.contains("AttributeValue");
    return LITERAL
        .matcher(code)
        .results()
        .filter(
            it -> {
              var beside = it.group(1) != null || it.group(3) != null;
              return isKey(it.group(2))
                  || (maps && (!isTest || beside) && NAMES.contains(it.group(2)));
            })
        .map(it -> it.group(2))
        .toList();
  }

  private static boolean isKey(String literal) {
    return literal.equals(Schema.PK)
        || literal.equals(Schema.SK)
        || BEGINNINGS.stream().anyMatch(literal::startsWith);
  }

  private static String value(Field name) {
    try {
      return String.valueOf(name.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
