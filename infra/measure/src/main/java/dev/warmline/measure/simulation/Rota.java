package dev.warmline.measure.simulation;

import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Standing;
import dev.warmline.team.QueueTurns;
import dev.warmline.team.QueueTurns.Allotment;
import dev.warmline.team.Team;
import dev.warmline.team.TeamPublication;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Notes when which team was in force, who was given what, and whose each lead was. */
final class Rota {
  private final InstantSource clock;
  private final List<TeamPublication> teams = new ArrayList<>();
  private final Map<LeadId, List<Held>> held = new LinkedHashMap<>();
  private final Map<String, Set<Allotment>> open = new HashMap<>();
  private final List<Turn> turns = new ArrayList<>();

  /**
   * A lead was written.
   *
   * @param before where it stood until then; empty if it is new
   * @param isGone whether it was merged away
   */
  record Held(LeadId lead, Optional<Standing> before, Standing now, boolean isGone, Instant at) {

    /** Where it stood until then, if that was in the same cycle with sales. */
    Optional<Standing> sameCycle() {
      return before.filter(it -> it.isWithSales() && it.cycle() == now.cycle());
    }
  }

  /**
   * Somebody was given a lead on the count of a queue.
   *
   * @param key the lead and its cycle
   * @param open how many they had then, with this one
   */
  record Turn(String queue, String key, String owner, int open, Instant at) {}

  Rota(InstantSource clock) {
    this.clock = clock;
  }

  /** What was noted so far. */
  Rota soFar() {
    var copy = new Rota(clock);
    copy.teams.addAll(teams);
    held.forEach((lead, all) -> copy.held.put(lead, new ArrayList<>(all)));
    copy.turns.addAll(turns);
    return copy;
  }

  void staffed(TeamPublication team) {
    teams.add(team);
  }

  void written(Lead lead) {
    var all = held.computeIfAbsent(lead.id(), _ -> new ArrayList<>());
    var before = all.isEmpty() ? Optional.<Standing>empty() : Optional.of(all.getLast().now());
    if (lead.isTombstone() || !before.equals(Optional.of(lead.standing()))) {
      all.add(new Held(lead.id(), before, lead.standing(), lead.isTombstone(), clock.instant()));
    }
  }

  void counted(QueueTurns counted) {
    var now = new HashSet<>(counted.allotments().stream().filter(Allotment::open).toList());
    var before = open.put(counted.queue(), now);
    now.stream()
        .filter(given -> before == null || !before.contains(given))
        .map(
            given ->
                new Turn(
                    counted.queue(),
                    given.key(),
                    given.owner(),
                    counted.open(given.owner()),
                    clock.instant()))
        .forEach(turns::add);
  }

  /** Every team that was put in force, oldest first; none in a run without one. */
  List<TeamPublication> teams() {
    return List.copyOf(teams);
  }

  /** The teams that were in force at any time between two instants. */
  List<Team> teams(Instant from, Instant to) {
    return IntStream.range(0, teams.size())
        .filter(at -> !teams.get(at).at().isAfter(to))
        .filter(at -> at + 1 == teams.size() || !teams.get(at + 1).at().isBefore(from))
        .mapToObj(at -> teams.get(at).team())
        .toList();
  }

  /** How a lead was written, oldest first. */
  List<Held> of(LeadId lead) {
    return List.copyOf(held.getOrDefault(lead, List.of()));
  }

  /** How all leads were written, those of one in their order. */
  Stream<Held> all() {
    return held.values().stream().flatMap(List::stream);
  }

  /** When somebody was last given a lead, up to an instant. */
  Optional<Turn> turn(String key, String owner, Instant at) {
    return turns.stream()
        .filter(turn -> turn.key().equals(key) && turn.owner().equals(owner))
        .filter(turn -> !turn.at().isAfter(at))
        .reduce((earlier, later) -> later);
  }
}
