package dev.warmline.functions.desk.page;

import dev.warmline.event.Event;
import dev.warmline.functions.desk.api.LeadTimeline;
import dev.warmline.functions.desk.page.LeadPageView.Worth;
import dev.warmline.rule.Model;
import dev.warmline.score.Moment;
import dev.warmline.score.Scorer;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person did, each event with what it is worth now. */
final class WhatTheyDid {
  private WhatTheyDid() {}

  static LeadPageView.Did of(LeadTimeline log, Model model, Times times) {
    var worth =
        Scorer.moments(log.all(), model, times.now()).stream()
            .collect(Collectors.groupingBy(Moment::event));
    var events = log.newest().stream().map(event -> event(event, worth, times)).toList();
    return new LeadPageView.Did(events, log.isWhole());
  }

  private static LeadPageView.Event event(
      Event event, Map<String, List<Moment>> worth, Times times) {
    return new LeadPageView.Event(
        times.at(event.occurredAt()),
        event.type().word(),
        LeadTimeline.name(event).orElse(""),
        event.source(),
        worth.getOrDefault(event.id(), List.of()).stream().map(WhatTheyDid::worth).toList());
  }

  private static Worth worth(Moment moment) {
    var points = moment.points().toDecimal().setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
    var sign = points.signum() > 0 ? "+" : "";
    return new Worth(sign + points.toPlainString(), moment.says(), points.signum() < 0);
  }
}
