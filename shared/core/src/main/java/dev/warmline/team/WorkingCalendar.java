package dev.warmline.team;

import dev.warmline.rule.Model;
import dev.warmline.rule.Sla.BusinessHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Time as people at work count it: it runs while a window of the week is open, but never on a
 * holiday, whatever window it falls into. Time that the clocks skip is not there; of time that they
 * repeat, a window opens and closes at the first.
 *
 * @param zone in which days and times of day are meant
 * @param week the windows of each weekday, those that touch or overlap made one, none over midnight
 * @param holidays dates on which nobody works
 */
public record WorkingCalendar(
    ZoneId zone, Map<DayOfWeek, List<Window>> week, Set<LocalDate> holidays) {
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;

  /**
   * A part of a day, in minutes from midnight.
   *
   * @param from the first minute, less than a day's
   * @param to the end, excluded; after {@code from} by at most a day, so that it may be over
   *     midnight
   */
  public record Window(int from, int to) {
    /** The form of a window, as a regular expression over the whole text. */
    public static final String FORM =
        "(([01][0-9]|2[0-3]):[0-5][0-9])-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)";

    private static final Pattern EXACT = Pattern.compile(FORM);

    public Window {
      if (from < 0 || from >= DAY || to <= from || to > from + DAY) {
        throw new IllegalArgumentException("a window is open for a minute to a day");
      }
    }

    /** The window {@code 09:00-12:30}; one that ends before it begins is over midnight. */
    public static Optional<Window> parse(String text) {
      var parts = EXACT.matcher(text);
      if (!parts.matches() || parts.group(1).equals(parts.group(3))) {
        return Optional.empty();
      }
      var from = minute(parts.group(1));
      var to = minute(parts.group(3));
      return Optional.of(new Window(from, to > from ? to : to + DAY));
    }

    private static int minute(String time) {
      return time.equals("24:00") ? DAY : LocalTime.parse(time).toSecondOfDay() / 60;
    }
  }

  /**
   * A stretch of time in which people work.
   *
   * @param closes the end, excluded; after {@code opens}
   */
  private record Shift(Instant opens, Instant closes) {

    /** How much of it lies between two instants; nothing or less if it lies beside them. */
    Duration within(Instant from, Instant to) {
      return Duration.between(later(from, opens), to.isBefore(closes) ? to : closes);
    }
  }

  public WorkingCalendar {
    week = joined(week);
    holidays = Set.copyOf(holidays);
    if (week.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a calendar is open at some time of the week");
    }
  }

  /** A calendar that never closes. */
  public static WorkingCalendar always(ZoneId zone) {
    var day = List.of(new Window(0, DAY));
    var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
    List.of(DayOfWeek.values()).forEach(name -> week.put(name, day));
    return new WorkingCalendar(zone, week, Set.of());
  }

  /** The business hours of a model; always, if it has none. */
  public static WorkingCalendar of(Model model) {
    return model
        .sla()
        .businessHours()
        .filter(hours -> !hours.days().isEmpty())
        .map(hours -> new WorkingCalendar(model.zone(), week(hours), Set.of()))
        .orElseGet(() -> always(model.zone()));
  }

  private static Map<DayOfWeek, List<Window>> week(BusinessHours hours) {
    var day = new Window(hours.from().toSecondOfDay() / 60, hours.to().toSecondOfDay() / 60);
    var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
    hours.days().forEach(name -> week.put(name, List.of(day)));
    return week;
  }

  /**
   * The first instant by which so much has been worked since {@code from}; of nothing, the next
   * instant at which it is open.
   */
  public Instant deadline(Instant from, Duration worked) {
    var left = worked;
    for (var date = dateOf(from); ; date = date.plusDays(1)) {
      for (var shift : shifts(date)) {
        var open = shift.within(from, shift.closes());
        if (open.isPositive() && left.compareTo(open) <= 0) {
          return later(from, shift.opens()).plus(left);
        }
        left = open.isPositive() ? left.minus(open) : left;
      }
    }
  }

  /** How much is worked between two instants; nothing if the second is not later. */
  public Duration elapsed(Instant from, Instant to) {
    var worked = Duration.ZERO;
    for (var date = dateOf(from); startOf(date).isBefore(to); date = date.plusDays(1)) {
      for (var shift : shifts(date)) {
        var open = shift.within(from, to);
        worked = open.isPositive() ? worked.plus(open) : worked;
      }
    }
    return worked;
  }

  /** Whether people work at an instant. */
  public boolean isOpen(Instant at) {
    return deadline(at, Duration.ZERO).equals(at);
  }

  /** Whether anybody works on a date. */
  public boolean isOpenOn(LocalDate date) {
    return !shifts(date).isEmpty();
  }

  /** The date at an instant. */
  public LocalDate dateOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** The first instant of a date. */
  public Instant startOf(LocalDate date) {
    return instant(date, 0);
  }

  private List<Shift> shifts(LocalDate date) {
    var windows = holidays.contains(date) ? null : week.get(date.getDayOfWeek());
    return windows == null
        ? List.of()
        : windows.stream()
            .map(it -> new Shift(instant(date, it.from()), instant(date, it.to())))
            .filter(shift -> shift.opens().isBefore(shift.closes()))
            .toList();
  }

  /** Of minutes that the clocks skip, the one after them; a later minute is never earlier. */
  private Instant instant(LocalDate date, int minute) {
    var local = date.atStartOfDay().plusMinutes(minute);
    var change = zone.getRules().getTransition(local);
    return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
  }

  private static Map<DayOfWeek, List<Window>> joined(Map<DayOfWeek, List<Window>> written) {
    var open = new BitSet(WEEK);
    written.forEach((day, windows) -> windows.forEach(window -> mark(open, day, window)));
    var joined = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      joined.put(day, windows(open, (day.getValue() - 1) * DAY));
    }
    return Map.copyOf(joined);
  }

  private static void mark(BitSet open, DayOfWeek day, Window window) {
    var midnight = (day.getValue() - 1) * DAY;
    open.set(midnight + window.from(), Math.min(midnight + window.to(), WEEK));
    open.set(0, Math.max(0, midnight + window.to() - WEEK)); // Sunday's night goes on on Monday
  }

  private static List<Window> windows(BitSet open, int midnight) {
    var found = new ArrayList<Window>();
    var from = open.nextSetBit(midnight);
    while (from >= 0 && from < midnight + DAY) {
      var to = Math.min(open.nextClearBit(from), midnight + DAY);
      found.add(new Window(from - midnight, to - midnight));
      from = open.nextSetBit(to);
    }
    return List.copyOf(found);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
