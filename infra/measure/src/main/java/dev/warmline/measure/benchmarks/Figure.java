package dev.warmline.measure.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured for one method and one choice of parameters.
 *
 * @param benchmark the class, without package
 * @param method what ran
 * @param params the parameters, as {@code rules 20}, in the order of their names
 * @param perSecond operations per second of processor time, one number per iteration, rising
 */
record Figure(String benchmark, String method, List<String> params, List<Double> perSecond) {

  Figure {
    params = List.copyOf(params);
    perSecond = perSecond.stream().sorted().toList();
    if (perSecond.isEmpty()) {
      throw new IllegalArgumentException(benchmark + "." + method + " was not measured");
    }
  }

  static Figure of(RunResult run) {
    var names = run.getParams().getBenchmark().split("\\.");
    var params = new ArrayList<String>();
    run.getParams()
        .getParamsKeys()
        .forEach(key -> params.add(key + " " + run.getParams().getParam(key)));
    var scores =
        run.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(Figure::perSecond)
            .toList();
    return new Figure(names[names.length - 2], names[names.length - 1], params, scores);
  }

  private static double perSecond(IterationResult iteration) {
    return Objects.requireNonNull(iteration.getSecondaryResults().get(CpuTime.PER_SECOND))
        .getScore();
  }

  double median() {
    var middle = perSecond.size() / 2;
    return perSecond.size() % 2 == 1
        ? perSecond.get(middle)
        : (perSecond.get(middle - 1) + perSecond.get(middle)) / 2;
  }

  /** How far the iterations lie apart, as a share of the median. */
  double spread() {
    return (perSecond.getLast() - perSecond.getFirst()) / median();
  }
}
