package dev.warmline.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.team.QueueTurns.Allotment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of turns, whoever comes and goes. */
class QueueTurnsLaws {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final List<String> EVERYBODY = List.of("ana", "bo", "cy", "di", "eve", "fay");

  /** Leads come while people are away, join and leave; then nobody does for a while. */
  @Property(tries = 200)
  void ofConsecutiveTurnsOfAllEachGetsTheirShare(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 25) int turns) {
    var queue = troubled(QueueTurns.none("q"), random);
    var members = some(random);
    var given = new ArrayList<String>();

    for (var lead = 0; lead < turns; lead++) {
      var turn = queue.allot(lead("free-" + lead, Optional.empty()), members, _ -> true, NOW);
      queue = turn.turns();
      given.add(turn.owner().orElseThrow());
    }

    for (var from = 0; from < turns; from++) {
      for (var to = from + 1; to <= turns; to++) {
        var run = given.subList(from, to);
        assertThat(members.stream().filter(member -> !hasShare(member, run, members)).toList())
            .as("of %s in %s", members, run)
            .isEmpty();
      }
    }
  }

  private static boolean hasShare(String member, List<String> given, List<String> members) {
    var got = given.stream().filter(member::equals).count();
    return Math.abs(got - given.size() / (double) members.size()) <= 1;
  }

  @Property(tries = 300)
  void nobodyIsGivenALeadWhoMayNotHaveIt(@ForAll Random random) {
    var queue = troubled(QueueTurns.none("q"), random);
    var members = some(random);
    var free = new HashSet<>(some(random));

    var turn = queue.allot(lead("one", Optional.of("bo")), members, free::contains, NOW);

    turn.owner().ifPresent(owner -> assertThat(free).contains(owner));
    assertThat(turn.owner().isPresent())
        .isEqualTo(free.contains("bo") || members.stream().anyMatch(free::contains));
  }

  @Property(tries = 10)
  void aKeyIsAnsweredAlikeAsLongAsItIsOpenOrAmongTheNewest(@ForAll Random random) {
    var queue =
        QueueTurns.none("q")
            .allot(lead("one", Optional.empty()), EVERYBODY, _ -> true, NOW)
            .turns();
    var owner = queue.find("one").map(Allotment::owner);
    for (var lead = 0; lead < 2 * QueueTurns.REMEMBERED; lead++) {
      queue = queue.allot(lead("l" + lead, Optional.empty()), some(random), _ -> true, NOW).turns();
      queue = queue.closed("l" + lead);

      var again = queue.allot(lead("one", Optional.empty()), some(random), _ -> true, NOW);
      assertThat(again.owner()).isEqualTo(owner);
      assertThat(again.turns().takers()).as("no other turn").isEqualTo(queue.takers());
      assertThat(again.turns().open(owner.orElseThrow())).isEqualTo(1);
    }
    assertThat(queue.allotments()).hasSize(QueueTurns.REMEMBERED + 1);
  }

  @Property(tries = 100)
  void aNewMemberStartsAtTheAverage(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 40) int before) {
    var old = List.of("ana", "bo", "cy");
    var queue = QueueTurns.none("q");
    for (var lead = 0; lead < before; lead++) {
      queue = queue.allot(lead("old-" + lead, Optional.empty()), old, _ -> true, NOW).turns();
    }

    var members = List.of("ana", "bo", "cy", "di");
    var next =
        queue.allot(lead("new", Optional.empty()), members, id -> !id.equals("di"), NOW).turns();

    assertThat(next.takers().get("di"))
        .extracting(QueueTurns.Taker::given)
        .isEqualTo(Math.round(before / 3.0));
  }

  /** Some history: turns of changing members, some of whom may not, colleagues, leads closed. */
  private static QueueTurns troubled(QueueTurns begun, Random random) {
    var queue = begun;
    for (var lead = random.nextInt(80); lead > 0; lead--) {
      var free = Set.copyOf(some(random));
      var members = random.nextInt(10) > 0 ? EVERYBODY : some(random);
      var colleague = Optional.of("cy").filter(_ -> random.nextInt(5) == 0);
      queue = queue.allot(lead("before-" + lead, colleague), members, free::contains, NOW).turns();
      queue = random.nextBoolean() ? queue.closed("before-" + (lead + 3)) : queue;
    }
    return queue;
  }

  private static List<String> some(Random random) {
    var some = EVERYBODY.stream().filter(_ -> random.nextInt(3) > 0).toList();
    return some.isEmpty() ? List.of("eve") : some;
  }

  private static QueueTurns.Next lead(String key, Optional<String> colleague) {
    return new QueueTurns.Next(key, colleague, Optional.empty());
  }
}
