package dev.warmline.team;

import dev.warmline.rule.Block;
import dev.warmline.rule.Key;
import dev.warmline.rule.Shape.Items;
import dev.warmline.rule.Shape.Named;
import dev.warmline.rule.Value;
import dev.warmline.team.WorkingCalendar.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of a calendar; one that is never open is read as none. */
final class CalendarKeys extends Block<Optional<WorkingCalendar>> {
  private final Key<ZoneId> zone =
      must("zone", "where it is, such as Europe/Berlin", new Value.Zone());
  private final Key<Map<String, List<Window>>> open =
      must(
          "open",
          "days such as fri or mon-thu, and when people work on them",
          new Named<>(
              "open",
              new Items<>(
                  "windows",
                  new Value.Formed<>(
                      Window.FORM, "a window such as \"09:00-17:30\"", Window::parse),
                  0)));
  private final Key<List<LocalDate>> holidays =
      list(
          "holidays", "dates on which nobody works", new Items<>("holidays", WorkingDates.DATE, 0));

  CalendarKeys() {
    super("a calendar");
  }

  @Override
  protected Optional<WorkingCalendar> make(Values in) {
    var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
    in.get(open)
        .forEach(
            (days, windows) ->
                WorkingDays.parse(days)
                    .forEach(
                        day -> week.computeIfAbsent(day, _ -> new ArrayList<>()).addAll(windows)));
    return week.values().stream().allMatch(List::isEmpty)
        ? Optional.empty()
        : Optional.of(new WorkingCalendar(in.get(zone), week, Set.copyOf(in.get(holidays))));
  }
}
