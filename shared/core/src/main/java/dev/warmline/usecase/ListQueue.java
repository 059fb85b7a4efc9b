package dev.warmline.usecase;

import dev.warmline.event.Lanes;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Listing;
import dev.warmline.lead.Stage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lists the leads that people work off, page by page. The lists may be behind: what is shown is
 * read anew, and whoever has moved on is left out.
 */
public final class ListQueue {
  /** The most leads that one page shows. */
  public static final int MOST = 200;

  /** The most that are read for one page, however few of them fit. */
  private static final int MOST_READ = 600;

  private static final Lanes LANES = new Lanes(16);

  /** What the order of the list leaves open is decided by points, as they are now. */
  private static final Comparator<Lead> LIKELIEST =
      Comparator.comparing((Lead lead) -> !Listing.isHot(lead))
          .thenComparing(Listing::urgency)
          .thenComparing(Comparator.comparingDouble(ListQueue::points).reversed())
          .thenComparing(Lead::id);

  private final LeadStore leads;

  /** Lists what is in this store. */
  public ListQueue(LeadStore leads) {
    this.leads = leads;
  }

  /**
   * Which leads are wanted.
   *
   * @param queues the queues that are looked into, empty for that of leads in no queue
   * @param owner whose; empty for everybody's
   * @param stage in which stage; empty for all that sales works on
   * @param segment in which segment of the model; empty for all
   */
  public record Wanted(
      List<Optional<String>> queues,
      Optional<String> owner,
      Optional<Stage> stage,
      Optional<String> segment) {
    public Wanted {
      queues = List.copyOf(queues);
    }

    private boolean fits(Lead lead) {
      var standing = lead.standing();
      return standing.isWithSales()
          && queues.contains(standing.assignment().queue())
          && (owner.isEmpty() || owner.equals(standing.owner()))
          && stage.filter(it -> it != lead.stage()).isEmpty()
          && segment.filter(it -> !segments(lead).contains(it)).isEmpty();
    }
  }

  /**
   * Some leads in their order.
   *
   * @param next where the next page begins after; empty if this is the last
   */
  public record Page(List<Lead> leads, Optional<String> next) {
    public Page {
      leads = List.copyOf(leads);
    }
  }

  /** Who is next in the queues of sales: hot ones, then who is due soonest, then the likeliest. */
  public Page queue(Wanted wanted, Optional<String> after, int limit) {
    var page =
        page(
            (from, most) ->
                LANES.map(wanted.queues(), queue -> leads.listQueue(queue, from, most)).stream()
                    .flatMap(List::stream)
                    .sorted()
                    .limit(most)
                    .toList(),
            after,
            limit,
            wanted::fits);
    return new Page(page.leads().stream().sorted(LIKELIEST).toList(), page.next());
  }

  /** What sales gave back: open questions first, the one due soonest before the others. */
  public Page returned(Optional<String> after, int limit) {
    return page(leads::listReturned, after, limit, lead -> Listing.returned(lead).isPresent());
  }

  private Page page(Rows list, Optional<String> after, int limit, Predicate<Lead> fits) {
    var shown = new LinkedHashMap<LeadId, Lead>();
    var from = after;
    for (var read = 0; read < MOST_READ; ) {
      var rows = list.of(from, limit);
      var found = read(rows);
      for (var i = 0; i < rows.size(); i++) {
        found.get(i).filter(fits).ifPresent(lead -> shown.put(lead.id(), lead));
        from = Optional.of(rows.get(i).order());
        if (shown.size() == limit) {
          return new Page(List.copyOf(shown.values()), from);
        }
      }
      if (rows.size() < limit) {
        return new Page(List.copyOf(shown.values()), Optional.empty());
      }
      read += rows.size();
    }
    return new Page(List.copyOf(shown.values()), from);
  }

  @FunctionalInterface
  private interface Rows {
    List<Listing> of(Optional<String> after, int limit);
  }

  private List<Optional<Lead>> read(List<Listing> rows) {
    return LANES.map(rows, row -> leads.findLead(row.lead()).filter(lead -> !lead.isTombstone()));
  }

  /** The segments of the model that a lead is in. */
  public static List<String> segments(Lead lead) {
    return lead.card().scorecard().path("segments").valueStream().map(it -> it.asText()).toList();
  }

  /** The sum of the scores of a lead. */
  public static double points(Lead lead) {
    var points = 0.0;
    for (var score : lead.card().scorecard().path("scores")) {
      points += score.path("points").asDouble();
    }
    return points;
  }
}
