package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.lead.CycleRecord.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The records of the cycles of one lead, as a transition changes them. */
final class CycleRecords {
  private final Supplier<List<CycleRecord>> stored;
  private final Instant now;
  private final Map<Integer, CycleRecord> changed = new TreeMap<>();

  /** Beginning with what is stored, which is read when somebody asks. */
  CycleRecords(Supplier<List<CycleRecord>> stored, Instant now) {
    this.stored = stored;
    this.now = now;
  }

  /** Those that changed, in their order. */
  List<CycleRecord> changed() {
    return List.copyOf(changed.values());
  }

  /** All of them, in their order. */
  List<CycleRecord> all() {
    var all = new TreeMap<Integer, CycleRecord>();
    stored.get().forEach(cycle -> all.put(cycle.number(), cycle));
    all.putAll(changed);
    return List.copyOf(all.values());
  }

  /** Whether no more can be written down that moves nothing. */
  boolean isFull(int number) {
    return find(number).filter(CycleRecord::isFull).isPresent();
  }

  /** An act, and from where to where it led a lead. */
  record Effect(Standing before, Standing after, Done done, String why) {

    /** Of the record that it belongs to: whoever is won without a cycle is counted apart. */
    int number() {
      return done.act() instanceof Act.Won && !before.isOpen()
          ? CycleRecord.OUTSIDE
          : before.cycle();
    }
  }

  /**
   * What an act led to: a cycle begins, sales is told of it, or the lead moves.
   *
   * @param on what the lead qualifies on
   * @param announced the same as sales is told of it
   */
  void follow(Effect effect, Qualification on, Supplier<Qualification> announced) {
    var before = effect.before();
    var after = effect.after();
    if (after.cycle() > before.cycle()) {
      changed.put(after.cycle(), opened(after.cycle(), after, effect.why(), announced.get()));
      return;
    }
    if (after.isAnnounced() && before.waiting().isPresent()) {
      change(after.cycle(), record -> record.announced(after, announced.get()));
    }
    var isOf = effect.number() != CycleRecord.OUTSIDE || effect.done().act() instanceof Act.Won;
    if (after.stage() != before.stage() && isOf) {
      mark(effect, on);
    }
  }

  /** An act that led somewhere; without a cycle it is kept outside of all. */
  void mark(Effect effect, Qualification on) {
    var number = effect.number();
    var after = effect.after();
    var done = effect.done();
    var by = done.actor().who();
    var word = done.act().word();
    var mark = new Mark(word, done.at(), by, after.stage(), effect.why(), details(done, after));
    if (number == CycleRecord.OUTSIDE && find(number).isEmpty()) {
      changed.put(number, opened(number, after, "outside", on));
    }
    change(number, record -> record.marked(mark, after));
  }

  /** What was said, and what was asked of marketing by it. */
  private static ObjectNode details(Done done, Standing standing) {
    var asked =
        switch (done.act()) {
          case Act.Returned _, Act.Lost _ -> standing.givenBack().filter(GivenBack::asks);
          case Act _ -> Optional.<GivenBack>empty();
        };
    var details = done.details().deepCopy();
    asked.ifPresent(
        it -> details.put(CycleRecord.ANSWER_BY, it.answerBy().map(Instant::toString).orElse("")));
    return details;
  }

  private CycleRecord opened(int number, Standing standing, String why, Qualification on) {
    return new CycleRecord(
        number,
        now,
        why,
        on,
        standing.announcement(),
        Optional.empty(),
        standing.assignment(),
        standing.deadlines(),
        List.of());
  }

  private Optional<CycleRecord> find(int number) {
    return Optional.ofNullable(changed.get(number))
        .or(() -> stored.get().stream().filter(it -> it.number() == number).findFirst());
  }

  private void change(int number, UnaryOperator<CycleRecord> change) {
    find(number).ifPresent(record -> changed.put(number, change.apply(record)));
  }
}
