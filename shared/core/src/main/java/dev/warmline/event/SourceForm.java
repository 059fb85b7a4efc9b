package dev.warmline.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How plain HTML forms of a source are read and answered.
 *
 * @param traits the trait that a field stands for, by the field's name
 * @param answers the pages that a sender may be sent on to, the first unless the form asks for
 *     another; none answers with JSON
 */
public record SourceForm(Map<String, String> traits, List<String> answers) {
  /** Fields go by their own names, and the answer is JSON. */
  public static final SourceForm PLAIN = new SourceForm(Map.of(), List.of());

  public SourceForm {
    traits = Map.copyOf(traits);
    answers = List.copyOf(answers);
  }

  /** The page to send the sender on to: the one asked for if it is allowed, else the first. */
  public Optional<String> answer(String askedFor) {
    return answers.contains(askedFor) ? Optional.of(askedFor) : answers.stream().findFirst();
  }
}
