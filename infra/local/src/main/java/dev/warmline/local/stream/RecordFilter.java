package dev.warmline.local.stream;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.event.ruler.Machine;

/** The filter criteria of an event source mapping: a record passes if any pattern matches it. */
public final class RecordFilter implements Predicate<Record> {
  private final Machine machine = Machine.builder().build();

  private RecordFilter() {}

  /**
   * A filter of these patterns.
   *
   * @param patterns EventBridge patterns over the record as JSON
   * @throws IllegalArgumentException if one is no pattern
   */
  public static RecordFilter ofAny(List<String> patterns) {
    var filter = new RecordFilter();
    for (var pattern : patterns) {
      try {
        filter.machine.addRule(pattern, pattern);
      } catch (IOException e) {
        throw new IllegalArgumentException("not a pattern: " + pattern, e);
      }
    }
    return filter;
  }

  /** A filter that every record passes. */
  public static Predicate<Record> everything() {
    return record -> true;
  }

  @Override
  public boolean test(Record record) {
    return !machine.rulesForJSONEvent(LambdaRecords.json(record)).isEmpty();
  }
}
