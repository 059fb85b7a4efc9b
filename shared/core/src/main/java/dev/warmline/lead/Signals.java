package dev.warmline.lead;

import dev.warmline.score.Scorecard.FastTrack;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What sales was told of the fast-track signals of a lead. Verified ones and unverified ones have
 * windows of their own; what comes within one is put off into one notice at its end.
 */
public record Signals(Optional<Told> verified, Optional<Told> unverified) {
  /** Nothing was told. */
  public static final Signals NONE = new Signals(Optional.empty(), Optional.empty());

  static final Duration VERIFIED_WINDOW = Duration.ofHours(1);
  static final Duration UNVERIFIED_WINDOW = Duration.ofDays(1);

  /** What is asked for again within this is the same request. */
  static final Duration SAME_REQUEST = Duration.ofMinutes(10);

  /**
   * What was asked for.
   *
   * @param at when it was first asked for
   * @param name the event's name and the form
   * @param last when it was last asked for again
   */
  public record Request(Instant at, String name, Instant last) {

    /** Asked for once. */
    public Request(Instant at, String name) {
      this(at, name, at);
    }

    boolean isSame(FastTrack signal) {
      return name.equals(signal.request())
          && Duration.between(at, signal.at()).abs().compareTo(SAME_REQUEST) < 0;
    }
  }

  /**
   * One window.
   *
   * @param newest the newest request that is told or put off, if any was
   * @param until the end of the window
   * @param putOff when the notice comes into which signals are put off, if any is
   * @param more how many further requests that notice is about
   */
  public record Told(Optional<Request> newest, Instant until, Optional<Instant> putOff, int more) {}

  /**
   * What a signal changes.
   *
   * @param tellAt when a new notice is to tell of it; empty if one that is put off will
   */
  record Heard(Signals next, Optional<Instant> tellAt) {}

  /** A signal of a lead that sales has, or empty if it is known. */
  Optional<Heard> hear(FastTrack signal, Instant now) {
    var own = window(signal);
    if (own.flatMap(Told::newest).filter(it -> !signal.at().isAfter(it.last())).isPresent()) {
      return Optional.empty();
    }
    var same = all().filter(request -> request.isSame(signal)).findFirst();
    return Optional.of(
        same.map(request -> again(signal, request, now)).orElseGet(() -> heard(signal, own, now)));
  }

  /** Remembered as told, so that it is no news once something else was asked for. */
  private Heard again(FastTrack signal, Request same, Instant now) {
    var request = Optional.of(new Request(same.at(), same.name(), signal.at()));
    var told =
        window(signal)
            .map(own -> new Told(request, own.until(), own.putOff(), own.more()))
            .orElseGet(() -> new Told(request, now, Optional.empty(), 0));
    return new Heard(with(signal, told), Optional.empty());
  }

  private Heard heard(FastTrack signal, Optional<Told> own, Instant now) {
    var request = Optional.of(new Request(signal.at(), signal.request()));
    var length = signal.verified() ? VERIFIED_WINDOW : UNVERIFIED_WINDOW;
    if (own.filter(told -> now.isBefore(told.until())).isEmpty()) {
      var told = new Told(request, now.plus(length), Optional.empty(), 0);
      return new Heard(with(signal, told), Optional.of(now));
    }
    var before = own.get();
    if (before.putOff().filter(now::isBefore).isPresent()) {
      var told = new Told(request, before.until(), before.putOff(), before.more() + 1);
      return new Heard(with(signal, told), Optional.empty());
    }
    var end = before.until();
    var told = new Told(request, end.plus(length), Optional.of(end), 0);
    return new Heard(with(signal, told), Optional.of(end));
  }

  /** Sales is told of the lead itself, and so of these signals: both windows begin. */
  Signals announced(List<FastTrack> signals, Instant now) {
    return new Signals(
        Optional.of(told(verified, signals, true, now.plus(VERIFIED_WINDOW))),
        Optional.of(told(unverified, signals, false, now.plus(UNVERIFIED_WINDOW))));
  }

  /** What either of two leads was told of. */
  Signals joined(Signals other) {
    return new Signals(later(verified, other.verified()), later(unverified, other.unverified()));
  }

  /** How many further requests the notice that is put off to this instant is about. */
  public int more(Instant putOff) {
    return Stream.of(verified, unverified)
        .flatMap(Optional::stream)
        .filter(told -> told.putOff().filter(putOff::equals).isPresent())
        .mapToInt(Told::more)
        .sum();
  }

  private static Told told(
      Optional<Told> before, List<FastTrack> signals, boolean verified, Instant until) {
    var newest =
        signals.stream()
            .filter(signal -> signal.verified() == verified)
            .map(signal -> new Request(signal.at(), signal.request()))
            .findFirst()
            .or(() -> before.flatMap(Told::newest));
    return new Told(newest, until, Optional.empty(), 0);
  }

  private Optional<Told> window(FastTrack signal) {
    return signal.verified() ? verified : unverified;
  }

  private Signals with(FastTrack signal, Told told) {
    return signal.verified()
        ? new Signals(Optional.of(told), unverified)
        : new Signals(verified, Optional.of(told));
  }

  private Stream<Request> all() {
    return Stream.of(verified, unverified)
        .flatMap(Optional::stream)
        .flatMap(told -> told.newest().stream());
  }

  /** The longer window, with the newer request: what either told is not told again. */
  private static Optional<Told> later(Optional<Told> one, Optional<Told> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    var window = one.get().until().isBefore(other.get().until()) ? other.get() : one.get();
    var newest =
        Stream.concat(one.get().newest().stream(), other.get().newest().stream())
            .max(Comparator.comparing(Request::last));
    return Optional.of(new Told(newest, window.until(), window.putOff(), window.more()));
  }
}
