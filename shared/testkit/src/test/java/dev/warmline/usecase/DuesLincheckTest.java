package dev.warmline.usecase;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import dev.warmline.event.Event;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.lead.Due;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Whose;
import dev.warmline.rule.Publication;
import dev.warmline.score.Scorer;
import dev.warmline.testkit.ForwardingLeadStore;
import dev.warmline.testkit.MemoryEventLog;
import dev.warmline.testkit.MemoryLeadStore;
import dev.warmline.testkit.MemoryModels;
import dev.warmline.testkit.MemoryParkedEvents;
import dev.warmline.testkit.RecordingPublisher;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * Clocks that find the same leads due, fail or are taken down at them, and scorers that write these
 * leads meanwhile, over a store whose single calls are atomic: whatever they do between one
 * another's calls, nobody is looked at twice for nothing, and nobody is forgotten.
 */
class DuesLincheckTest {
  private static final Duration AHEAD = TickClock.AHEAD;

  /** What only works on values of its own: nobody can come between. */
  private static final String[] PRIVATE =
      Stream.of(
              "event.Event",
              "event.EventJson",
              "event.Json",
              "event.Profile",
              "event.ProfileKey",
              "lead.Agenda",
              "lead.Claim",
              "lead.Identity",
              "lead.Lead",
              "lead.Link",
              "lead.Naming",
              "lead.Outcomes",
              "lead.Possession",
              "lead.Retraction",
              "lead.Standing",
              "lead.Stretch",
              "lead.Timeline",
              "lead.Timeline$Key",
              "lead.Transition",
              "rule.Model",
              "rule.Publication",
              "score.Checkpoint",
              "score.Gathering",
              "score.Scorer",
              "testkit.MemoryModels",
              "testkit.TestEvents")
          .map(name -> "dev.warmline." + name)
          .toArray(String[]::new);

  private static final String[] ATOMIC = {
    MemoryEventLog.class.getName(), WatchedLeadStore.class.getCanonicalName()
  };

  @Test
  void nobodyIsForgottenAndNobodyWorkedOnTwice() {
    new ModelCheckingOptions()
        .iterations(3)
        .invocationsPerIteration(20)
        .threads(3)
        .actorsBefore(1)
        .actorsPerThread(1)
        .actorsAfter(0)
        .addGuarantee(forClasses(ATOMIC).allMethods().treatAsAtomic())
        .addGuarantee(forClasses(PRIVATE).allMethods().ignore())
        .check(Clocks.class);
  }

  /** What became of a due, in the order in which it did. */
  private sealed interface Seen {
    Due due();

    /** A clock that believes it is {@code now} works on it. */
    record Worked(Due due, Instant now, Object clock) implements Seen {}

    /** It was written, or the clock that failed gave it back: it may be worked on again. */
    record Free(Due due) implements Seen {}
  }

  /** Sees in one step with each call what it means for a due. */
  private static final class WatchedLeadStore extends ForwardingLeadStore {
    private final MemoryLeadStore store;
    private final List<Seen> seen = new ArrayList<>();

    WatchedLeadStore(MemoryLeadStore store) {
      super(store);
      this.store = store;
    }

    /** The same for a clock that begins to work on a lead. */
    Optional<Lead> findLead(LeadId id, Instant now, Object clock) {
      seen.add(new Seen.Worked(new Due.OfLead(id), now, clock));
      return store.findLead(id);
    }

    @Override
    public boolean moveDue(Due due, Instant now, Instant to) {
      var isMoved = super.moveDue(due, now, to);
      if (isMoved && to.isBefore(now)) {
        seen.add(new Seen.Free(due));
      }
      return isMoved;
    }

    @Override
    public Committed commit(List<Change> changes) {
      var committed = super.commit(changes);
      if (committed == Committed.SAVED) {
        for (var change : changes) {
          if (change instanceof Change.PutLead put) {
            seen.add(new Seen.Free(new Due.OfLead(put.lead().id())));
          }
        }
      }
      return committed;
    }

    private List<Lead> all() {
      return store.all();
    }
  }

  /** What clocks and scorers share. What happens is an hour old, so that it soon falls. */
  @Param(name = "user", gen = IntGen.class, conf = "1:2")
  @Param(name = "time", gen = IntGen.class, conf = "0:3")
  public static class Clocks {
    private static final String MODEL =
        """
        {"name":"falling","scores":{"s":{"rules":[
           {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":10,
            "decay":{"half-life":"1h"}}]}},
         "qualify":{"enter":{"score":"s","at-least":5},"required":["email"]}}
        """;
    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");
    private static final List<Integer> MINUTES = List.of(0, 5, 11, 16);
    private static final Instant END = at(3).plus(AHEAD);

    private final MemoryEventLog log = new MemoryEventLog();
    private final WatchedLeadStore store = new WatchedLeadStore(new MemoryLeadStore());
    private final MemoryModels models = new MemoryModels();
    private final MemoryParkedEvents parked = new MemoryParkedEvents();
    private final Supplier<LeadId> ids = TestLeads.ids();
    private final Publication publication = models.publish(MemoryPipeline.model(MODEL));

    /** Two whose score falls below the line a minute after the start. */
    public Clocks() {
      for (var user = 1; user <= 2; user++) {
        happen(page("first-" + user, START.minusSeconds(3_540)).user("u-" + user).build(), START);
      }
    }

    /** Somebody who has been there. */
    @Operation
    public void score(@Param(name = "user") int user, @Param(name = "time") int time) {
      var id = "page-" + user + "-" + time;
      happen(page(id, at(time).minusSeconds(3_300)).user("u-" + user).build(), at(time));
    }

    /** Somebody was on the one device that there is. */
    @Operation
    public void scoreDevice(@Param(name = "time") int time) {
      var page = page("tablet-" + time, at(time).minusSeconds(3_300)).anonymous("tablet");
      happen(page.browser("web").build(), at(time));
    }

    /** Somebody has logged in there: another may lose what was done since. */
    @Operation
    public void claim(@Param(name = "user") int user, @Param(name = "time") int time) {
      var claim = TestEvents.identify("claim-" + user + "-" + time);
      claim.at(at(time).minusSeconds(3_400).toString()).user("u-" + user).anonymous("tablet");
      happen(claim.browser("web").build(), at(time));
    }

    /** A clock that does its work. */
    @Operation
    public void tick(@Param(name = "time") int time) {
      clock(new OfClock(store, at(time))).tick("clock", at(time), 10, Set.of());
    }

    /** A clock that gets no answers. */
    @Operation
    public void tickWithoutAnswers(@Param(name = "time") int time) {
      clock(new Unanswered(store, at(time))).tick("clock", at(time), 10, Set.of());
    }

    /** A clock that is taken down by the first lead that it works on. */
    @Operation
    public void tickToTheEnd(@Param(name = "time") int time) {
      try {
        clock(new TakenDown(store, at(time))).tick("clock", at(time), 10, Set.of());
      } catch (Down _) {
        return;
      }
    }

    /** At rest. */
    @Validate
    public void nobodyIsForgottenOrWorkedOnTwice() {
      nobodyIsWorkedOnTwice();
      nobodyIsForgotten();
    }

    /** Ten minutes after the last of it: time has gone by for everybody. */
    private void nobodyIsForgotten() {
      clock(new OfClock(store, END)).tick("clock", END, 10, Set.of());
      for (var lead : store.all()) {
        var own = log.all().stream().filter(lead.identity()::owns).toList();
        var enters = Scorer.verdict(own, publication.model(), END).qualifies().enter();
        if (lead.card().scorecard().at("/qualifies/enter").asBoolean() != enters) {
          throw new IllegalStateException("forgotten: " + lead + " of " + own);
        }
      }
    }

    /** Within ten minutes nobody is worked on again who was not written or given back. */
    private void nobodyIsWorkedOnTwice() {
      var seen = List.copyOf(store.seen);
      for (var i = 0; i < seen.size(); i++) {
        if (seen.get(i) instanceof Seen.Worked first) {
          seen.subList(i + 1, seen.size()).stream()
              .filter(next -> next.due().equals(first.due()))
              .findFirst()
              .filter(next -> isTwice(first, next))
              .ifPresent(
                  next -> {
                    throw new IllegalStateException("twice: " + seen);
                  });
        }
      }
    }

    private static boolean isTwice(Seen.Worked first, Seen next) {
      return next instanceof Seen.Worked(_, var now, var clock)
          && !clock.equals(first.clock())
          && now.isBefore(first.now().plus(AHEAD));
    }

    private void happen(Event event, Instant now) {
      log.append(List.of(event));
      var evaluate = new EvaluateLead(log, store, Retry.times(200));
      new Whose(store, Retry.times(200), ids, new KnownClaims())
          .leadsOf(event, now)
          .forEach(lead -> evaluate.evaluate(lead, publication, now, List.of(event)));
    }

    private TickClock clock(LeadStore store) {
      var evaluate = new EvaluateLead(log, store, Retry.times(200));
      var renderer = new AlertRenderer(Optional.empty());
      var send = new SendNotices(store, new RecordingPublisher(), renderer);
      return new TickClock(models, store, evaluate, send, parked);
    }

    private static TestEvents page(String id, Instant at) {
      return TestEvents.page(id, "/pricing").at(at.toString());
    }

    private static Instant at(int time) {
      return START.plus(Duration.ofMinutes(MINUTES.get(time)));
    }
  }

  /** The store as one clock has it. */
  private static class OfClock extends ForwardingLeadStore {
    private final WatchedLeadStore store;
    private final Instant now;

    OfClock(WatchedLeadStore store, Instant now) {
      super(store);
      this.store = store;
      this.now = now;
    }

    @Override
    public Optional<Lead> findLead(LeadId id) {
      return store.findLead(id, now, this);
    }
  }

  private static final class Unanswered extends OfClock {
    Unanswered(WatchedLeadStore store, Instant now) {
      super(store, now);
    }

    @Override
    public Committed commit(List<Change> changes) {
      throw new StoreUnavailable("commit", new IllegalStateException("planned"));
    }
  }

  private static final class TakenDown extends OfClock {
    TakenDown(WatchedLeadStore store, Instant now) {
      super(store, now);
    }

    @Override
    public Committed commit(List<Change> changes) {
      throw new Down();
    }
  }

  /** The end of a process. */
  private static final class Down extends Error {
    private static final long serialVersionUID = 1L;
  }
}
