package dev.warmline.functions.collect;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.Source;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.ingest.Caller;
import dev.warmline.ingest.Channel;
import dev.warmline.ingest.IngestRequest;
import dev.warmline.usecase.Ingested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Plain HTML forms, sent without a script to {@code /f/} and the name of a source. The sender is
 * sent on to a page that the source names, or told in JSON where that is asked for.
 */
final class FormDoor implements Door {
  private static final Pattern PATH = Pattern.compile("/f/([A-Za-z0-9_.-]{1,100})");
  private static final int SEE_OTHER = 303;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final JournaledIngest ingest;

  FormDoor(JournaledIngest ingest) {
    this.ingest = ingest;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public boolean isAt(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public ApiResponse answer(ApiRequest request, Instant now) {
    try {
      return ingest
          .sourceOfForms(request.path().substring("/f/".length()), now)
          .map(source -> answer(request, source, now))
          .orElseGet(Answers::notFound);
    } catch (StoreUnavailable e) {
      var unavailable = new Ingested.Unavailable(Ingested.NO_SOURCE, RETRY_AFTER, e);
      return Answers.of(ingest.told(unavailable, now));
    }
  }

  private ApiResponse answer(ApiRequest request, Source source, Instant now) {
    var fields = FormFields.of(request.body());
    var sent =
        new IngestRequest(
            Channel.FORM,
            caller(request, source, fields),
            Optional.empty(),
            FormEvents.of(fields, source, request));
    var ingested = ingest.take(sent, now);
    return ingested instanceof Ingested.Accepted && !wantsJson(request)
        ? source
            .form()
            .answer(fields.value("_answer"))
            .map(page -> ApiResponse.empty(SEE_OTHER).with("Location", page))
            .orElseGet(() -> Answers.of(ingested))
        : Answers.of(ingested);
  }

  private static Caller caller(ApiRequest request, Source source, FormFields fields) {
    var caller = Callers.of(request);
    return new Caller(
        List.of(Source.formKey(source.name())),
        caller.origin(),
        caller.agent(),
        fields.value("_trap").isEmpty()
            ? caller.robot()
            : Optional.of("filled in a field that people do not see"));
  }

  private static boolean wantsJson(ApiRequest request) {
    return request.header("accept").orElse("").contains("application/json");
  }
}
