package dev.warmline.usecase;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.lead.KnownClaims;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.ProfileGraph;
import dev.warmline.lead.Retry;
import dev.warmline.lead.Whose;
import dev.warmline.testkit.MemoryLeadStore;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * Scorers that claim devices, give addresses and join persons at the same time, over a store whose
 * single calls are atomic: whatever they do between one another's calls, the leads are those of a
 * file of the same events.
 */
class WhoseLincheckTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  /** What only works on values of its own: nobody can come between. */
  private static final String[] PRIVATE =
      Stream.of(
              "event.Digest",
              "event.Event",
              "event.EventJson",
              "event.Json",
              "event.Profile",
              "event.ProfileKey",
              "lead.Claim",
              "lead.Identity",
              "lead.Lead",
              "lead.Link",
              "lead.Merge",
              "lead.MergeRecord",
              "lead.Naming",
              "lead.Possession",
              "lead.ProfileGraph",
              "lead.Standing",
              "lead.Stretch",
              "lead.Timeline",
              "lead.Timeline$Key",
              "testkit.TestEvents")
          .map(name -> "dev.warmline." + name)
          .toArray(String[]::new);

  @Test
  void everyInterleavingEndsWithTheLeadsOfAFile() {
    new ModelCheckingOptions()
        .iterations(3)
        .invocationsPerIteration(30)
        .threads(2)
        .actorsBefore(1)
        .actorsPerThread(2)
        .actorsAfter(0)
        .addGuarantee(forClasses(MemoryLeadStore.class.getName()).allMethods().treatAsAtomic())
        .addGuarantee(forClasses(PRIVATE).allMethods().ignore())
        .check(Scorers.class);
  }

  /** What two scorers share. */
  @Param(name = "user", gen = IntGen.class, conf = "1:2")
  @Param(name = "hour", gen = IntGen.class, conf = "1:4")
  public static class Scorers {
    private final MemoryLeadStore store = new MemoryLeadStore();
    private final Supplier<LeadId> ids = TestLeads.ids();
    private final List<Event> events = new ArrayList<>();

    /** Somebody logs in on the one device that there is. */
    @Operation
    public void claim(@Param(name = "user") int user, @Param(name = "hour") int hour) {
      score(event(EventType.IDENTIFY, user, hour).anonymous("tablet").browser("web").build());
    }

    /** A server gives somebody the one address that there is. */
    @Operation
    public void give(@Param(name = "user") int user, @Param(name = "hour") int hour) {
      score(event(EventType.IDENTIFY, user, hour).trait("email", "jo@acme.example").build());
    }

    /** The address says that the device is its own. */
    @Operation
    public void claimByAddress(@Param(name = "hour") int hour) {
      score(
          TestEvents.identify("form-" + hour)
              .at(at(hour))
              .anonymous("tablet")
              .trait("email", "jo@acme.example")
              .browser("web")
              .build());
    }

    /** A server joins the two. */
    @Operation
    public void join(@Param(name = "user") int user, @Param(name = "hour") int hour) {
      score(event(EventType.ALIAS, user, hour).with("previousId", "u-" + (3 - user)).build());
    }

    /** At rest. */
    @Validate
    public void isLikeOffline() {
      var living =
          store.all().stream()
              .filter(lead -> !lead.isTombstone())
              .map(Lead::identity)
              .collect(Collectors.toSet());
      var offline = new HashSet<>(ProfileGraph.leadsOf(logged(), _ -> true).values());
      if (!living.equals(offline)) {
        throw new IllegalStateException(living + " instead of " + offline);
      }
    }

    private void score(Event event) {
      synchronized (events) {
        events.add(event);
      }
      new Whose(store, Retry.times(200), ids, new KnownClaims()).leadsOf(event, NOW);
    }

    private Collection<Event> logged() {
      synchronized (events) {
        return List.copyOf(events);
      }
    }

    private static TestEvents event(EventType type, int user, int hour) {
      return TestEvents.event(type.word() + user + "-" + hour, type).user("u-" + user).at(at(hour));
    }

    private static String at(int hour) {
      return "2026-03-10T0" + hour + ":00:00Z";
    }
  }
}
