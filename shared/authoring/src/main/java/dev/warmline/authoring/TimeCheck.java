package dev.warmline.authoring;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones, working hours, and durations that contradict each other. */
final class TimeCheck {
  private final Findings findings;

  TimeCheck(Findings findings) {
    this.findings = findings;
  }

  void check(ModelPlaces model) {
    zone(model.root().at("time-zone"));
    var lookback = model.root().at("lookback");
    var retention = DurationText.ofMillis(model.retentionMillis());
    if (model.lookbackMillis() > model.retentionMillis() && !findings.isBroken(lookback)) {
      findings.error(lookback, "lookback is longer than the retention of " + retention);
    }
    hours(model.root().at("sla").at("business-hours"));
    fastTrack(model);
  }

  private void zone(Place zone) {
    var name = zone.text();
    if (name.isPresent() && !isZone(name.get())) {
      findings.error(
          zone,
          "unknown time zone " + name.get() + "; write a name such as Europe/Berlin",
          Spelling.nearest(name.get(), ZoneId.getAvailableZoneIds()));
    }
  }

  private static boolean isZone(String name) {
    try {
      return ZoneId.of(name).getRules() != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void hours(Place hours) {
    var from = hours.at("from").text().filter(time -> time.matches(Shape.ClockTime.FORM));
    var to = hours.at("to").text().filter(time -> time.matches(Shape.ClockTime.FORM));
    if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) >= 0) {
      findings.error(hours.at("to"), "work ends at " + to.get() + ", before it begins");
    }
  }

  private void fastTrack(ModelPlaces model) {
    var within = model.qualify().at("fast-track-within");
    if (within.millis().filter(millis -> millis > model.retentionMillis()).isPresent()) {
      findings.warning(within, "fast-track-within is longer than the retention");
    }
    if (within.exists() && model.qualify().at("fast-track").children().isEmpty()) {
      findings.warning(within, "fast-track-within has no effect without a fast-track");
    }
  }
}
