package dev.warmline.rule;

import dev.warmline.rule.ReturnReason.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of a return reason. */
final class ReasonKeys extends Block<Function<String, ReturnReason>> {
  private final Key<Path> path =
      later(
          "path",
          "where the lead goes",
          Kinds.choice(
              word -> Path.valueOf(word.toUpperCase(Locale.ROOT)),
              "recycle",
              "disqualify",
              "queue"),
          Path.RECYCLE,
          "recycle");
  private final Key<Boolean> until =
      later(
          "until",
          "whoever returns it is asked for the day on which it is announced again",
          Kinds.choice(_ -> true, "asked"),
          false,
          null);
  private final Key<Optional<Duration>> after =
      since(
          ModelFormat.SECOND, may("after", "it is announced again after so long", Kinds.DURATION));
  private final Key<Boolean> againTo =
      later(
          "again-to",
          "to whom it is announced again: whoever returned it, or as it is routed",
          Kinds.choice(_ -> true, "same"),
          false,
          null);
  private final Key<Boolean> answer =
      later(
          "answer",
          "marketing must answer, by its clock",
          Kinds.choice(_ -> true, "required"),
          false,
          null);
  private final Key<Boolean> note =
      later("note", "a note must say more", Kinds.choice(_ -> true, "required"), false, null);
  private final Key<Boolean> consent =
      later(
          "consent",
          "the lead's consent ends with it",
          Kinds.choice(_ -> true, "withdraw"),
          false,
          null);

  ReasonKeys() {
    super("a return reason");
  }

  private <V> Key<V> later(
      String name, String meaning, Shape<V> shape, V ifAbsent, @Nullable String shown) {
    return since(ModelFormat.SECOND, may(name, meaning, shape, ifAbsent, shown));
  }

  @Override
  protected Function<String, ReturnReason> make(Values in) {
    return name ->
        ReturnReason.of(
            name,
            in.get(path),
            in.get(until),
            in.get(after),
            in.get(againTo),
            in.get(answer),
            in.get(note),
            in.get(consent));
  }
}
