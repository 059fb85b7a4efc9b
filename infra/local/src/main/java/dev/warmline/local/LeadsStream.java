package dev.warmline.local;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warmline.functions.detect.DetectHandler;
import dev.warmline.functions.notify.NotifyHandler;
import dev.warmline.local.stream.StreamFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Those who follow the leads table: the same batch for both, who each leave what is not theirs. */
record LeadsStream(DetectHandler detect, NotifyHandler notifying) implements StreamFunction {

  @Override
  public StreamsEventResponse handle(DynamodbEvent batch) {
    var sent = detect.detect(batch, LocalFunctions.requestId("detect"));
    return sent.getBatchItemFailures().isEmpty()
        ? notifying.tell(batch, LocalFunctions.requestId("notify"))
        : sent;
  }

  /** The patterns of the filters of both. */
  static List<String> filters() {
    var patterns = new ArrayList<String>();
    for (var name : List.of("/notice-filters.json", "/step-filters.json")) {
      try (var resource = LeadsStream.class.getResourceAsStream(name)) {
        new ObjectMapper().readTree(resource).forEach(it -> patterns.add(it.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return patterns;
  }
}
