package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.lead.Beside.Colleague;
import dev.warmline.lead.Beside.GaveBack;
import dev.warmline.lead.Beside.Reply;
import dev.warmline.lead.CycleRecord.Mark;
import dev.warmline.rule.Facts;
import dev.warmline.score.Scorecard;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds what is said beside a lead. Little is read for it: the records of its cycles when it is
 * handed over again, and its company when it is announced, which is read then anyway.
 *
 * @param hands knows the others of its company
 * @param cycles the records of the lead's cycles
 */
record Remarks(Scorecard card, Terms terms, Hands hands, Supplier<List<CycleRecord>> cycles) {
  private static final Comparator<Lead> BY_STAGE_ENTERED =
      Comparator.comparing(lead -> lead.standing().since());

  /** What is said with a notice of a lead that stands there, in these hands. */
  Beside of(NoticeId.Kind kind, Standing standing, Assignment in) {
    var others = kind.announces() ? colleagues() : List.<Lead>of();
    return new Beside(
        terms.acceptBy(standing),
        terms.introduction(card, in),
        kind.handsOver() && standing.cycle() > 1 ? gaveBack(standing.cycle()) : Optional.empty(),
        others.stream().limit(Beside.MOST).map(this::colleague).toList(),
        Math.max(0, others.size() - Beside.MOST));
  }

  private List<Lead> colleagues() {
    return hands.colleagues().stream().sorted(BY_STAGE_ENTERED.reversed()).toList();
  }

  private Colleague colleague(Lead other) {
    var traits = other.card().traits();
    return new Colleague(
        other.id(),
        text(Facts.BUILT_IN.in(traits), "name"),
        other.stage(),
        other.standing().owner().map(terms::owner));
  }

  /** The last time that sales gave it back in a cycle before this one. */
  private Optional<GaveBack> gaveBack(int cycle) {
    var returned = new Act.Returned(Act.Cause.of("")).word();
    var lost = new Act.Lost(Act.Cause.of("")).word();
    return cycles.get().stream()
        .filter(it -> it.number() != CycleRecord.OUTSIDE && it.number() < cycle)
        .flatMap(
            it ->
                Stream.of(returned, lost)
                    .flatMap(act -> it.mark(act).stream())
                    .map(mark -> gaveBack(mark, it)))
        .max(Comparator.comparing(GaveBack::at));
  }

  private GaveBack gaveBack(Mark mark, CycleRecord record) {
    return new GaveBack(
        mark.act(),
        terms.owner(mark.by()).name(),
        mark.at(),
        text(mark.details(), "reason").orElse(mark.why()),
        text(mark.details(), "note"),
        record
            .mark(new Act.Answered().word())
            .filter(answered -> !answered.at().isBefore(mark.at()))
            .flatMap(this::reply));
  }

  private Optional<Reply> reply(Mark answered) {
    var by = terms.owner(answered.by()).name();
    return text(answered.details(), "answer")
        .map(answer -> new Reply(by, answer, text(answered.details(), "note")));
  }

  private static Optional<String> text(ObjectNode json, String key) {
    return Optional.ofNullable(json.path(key).textValue()).filter(it -> !it.isBlank());
  }
}
