package dev.warmline.report;

import dev.warmline.report.Happening.What;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What both teams did in one week or in several.
 *
 * @param announced leads that sales was told of
 * @param accepted leads that sales took, and how long that took in the middle, in the hours of the
 *     queue and by the clock
 * @param late leads whose time to accept was over before anybody had decided
 * @param returned leads that sales gave back
 * @param asked those of them with a question to marketing
 * @param answered questions that marketing answered, and how long that took
 * @param unanswered questions whose time was over before
 */
public record WeekFigures(
    int announced,
    Done accepted,
    int late,
    int returned,
    int asked,
    Done answered,
    int unanswered) {

  /**
   * How often something was done, and how long it took: half of them took at most that long.
   *
   * @param worked in the hours of the queue; empty if it was never done
   * @param passed by the clock on the wall
   */
  public record Done(int times, Optional<Duration> worked, Optional<Duration> passed) {
    private static Done of(List<Happening> all, What what) {
      var took = all.stream().filter(it -> it.what() == what).toList();
      return new Done(
          took.size(), middle(took, Happening.Took::worked), middle(took, Happening.Took::passed));
    }

    private static Optional<Duration> middle(
        List<Happening> all, Function<Happening.Took, Duration> which) {
      var sorted =
          all.stream()
              .flatMap(it -> it.took().stream())
              .map(which)
              .sorted(Comparator.naturalOrder())
              .toList();
      return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }
  }

  static WeekFigures of(List<Happening> all) {
    return new WeekFigures(
        count(all, What.ANNOUNCED),
        Done.of(all, What.ACCEPTED),
        count(all, What.NOT_ACCEPTED),
        count(all, What.RETURNED),
        count(all, What.ASKED),
        Done.of(all, What.ANSWERED),
        count(all, What.NOT_ANSWERED));
  }

  private static int count(List<Happening> all, What what) {
    return (int) all.stream().filter(it -> it.what() == what).count();
  }
}
