package dev.warmline.rule;

import dev.warmline.rule.ReturnReason.Path;
import dev.warmline.rule.ReturnReason.Promise;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The keys of a return reason. */
final class ReasonKeys extends Block<Function<String, ReturnReason>> {
  private final Key<Path> path =
      since(
          ModelFormat.SECOND,
          may(
              "path",
              "where the lead goes",
              Kinds.choice(
                  word -> Path.valueOf(word.toUpperCase(Locale.ROOT)),
                  "recycle",
                  "disqualify",
                  "queue"),
              Path.RECYCLE,
              "recycle"));
  private final Key<Boolean> until =
      later(
          "until",
          "whoever returns it is asked for the day on which it is announced again",
          "asked");
  private final Key<Optional<Duration>> after =
      since(
          ModelFormat.SECOND, may("after", "it is announced again after so long", Kinds.DURATION));
  private final Key<Boolean> againTo =
      later(
          "again-to",
          "to whom it is announced again: whoever returned it, or as it is routed",
          "same");
  private final Key<Boolean> answer =
      later("answer", "marketing must answer, by its clock", "required");
  private final Key<Boolean> note = later("note", "a note must say more", "required");
  private final Key<Boolean> consent =
      later("consent", "the lead's consent ends with it", "withdraw");

  ReasonKeys() {
    super("a return reason");
  }

  private Key<Boolean> later(String name, String meaning, String word) {
    return since(ModelFormat.SECOND, word(name, meaning, word));
  }

  @Override
  protected Function<String, ReturnReason> make(Values in) {
    var promise = in.get(until) ? new Promise.Asked() : after(in.get(after));
    return name ->
        new ReturnReason(
            name,
            in.get(path),
            promise,
            in.get(againTo),
            in.get(answer),
            in.get(note),
            in.get(consent));
  }

  private static Promise after(Optional<Duration> time) {
    return time.<Promise>map(Promise.After::new).orElseGet(Promise.None::new);
  }
}
