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

  /** How many requests of each kind of trust are remembered: older ones are seldom sent again. */
  static final int REMEMBERED = 5;

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

    private boolean isOf(Request other) {
      return name.equals(other.name()) && at.equals(other.at());
    }

    boolean isSame(FastTrack signal) {
      return name.equals(signal.request())
          && Duration.between(at, signal.at()).abs().compareTo(SAME_REQUEST) < 0;
    }
  }

  /**
   * One window.
   *
   * @param requests the newest requests that are told or put off, the newest first
   * @param until the end of the window
   * @param putOff when the notice comes into which signals are put off, if any is
   * @param more how many further requests that notice is about
   */
  public record Told(List<Request> requests, Instant until, Optional<Instant> putOff, int more) {
    public Told {
      requests = List.copyOf(requests);
    }

    private Stream<Request> all() {
      return requests.stream();
    }

    private Optional<Request> newest() {
      return requests.stream().findFirst();
    }

    /** The requests with this one, which takes the place of what it is the same as. */
    private List<Request> with(Request request) {
      return remembered(
          Stream.concat(Stream.of(request), requests.stream().filter(it -> !it.isOf(request))));
    }
  }

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
    var request = new Request(same.at(), same.name(), signal.at());
    var told =
        window(signal)
            .map(own -> new Told(own.with(request), own.until(), own.putOff(), own.more()))
            .orElseGet(() -> new Told(List.of(request), now, Optional.empty(), 0));
    return new Heard(with(signal, told), Optional.empty());
  }

  private Heard heard(FastTrack signal, Optional<Told> own, Instant now) {
    var request = new Request(signal.at(), signal.request());
    var requests = own.map(told -> told.with(request)).orElseGet(() -> List.of(request));
    var length = signal.verified() ? VERIFIED_WINDOW : UNVERIFIED_WINDOW;
    if (own.filter(told -> now.isBefore(told.until())).isEmpty()) {
      var told = new Told(requests, now.plus(length), Optional.empty(), 0);
      return new Heard(with(signal, told), Optional.of(now));
    }
    var before = own.get();
    if (before.putOff().filter(now::isBefore).isPresent()) {
      var told = new Told(requests, before.until(), before.putOff(), before.more() + 1);
      return new Heard(with(signal, told), Optional.empty());
    }
    var end = before.until();
    var told = new Told(requests, end.plus(length), Optional.of(end), 0);
    return new Heard(with(signal, told), Optional.of(end));
  }

  /**
   * Sales is told of the lead itself, and so of these signals: both windows begin. One that ends
   * later goes on: it follows a notice that is still to come.
   */
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
    var own =
        signals.stream()
            .filter(signal -> signal.verified() == verified)
            .map(signal -> new Request(signal.at(), signal.request()));
    var requests = remembered(Stream.concat(own, before.stream().flatMap(Told::all)));
    var end = before.map(Told::until).filter(until::isBefore).orElse(until);
    return new Told(requests, end, Optional.empty(), 0);
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
    return Stream.of(verified, unverified).flatMap(Optional::stream).flatMap(Told::all);
  }

  private static List<Request> remembered(Stream<Request> requests) {
    return requests
        .sorted(Comparator.comparing(Request::last).reversed())
        .distinct()
        .limit(REMEMBERED)
        .toList();
  }

  /** The longer window, with the requests of both: what either told is not told again. */
  private static Optional<Told> later(Optional<Told> one, Optional<Told> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    var window = one.get().until().isBefore(other.get().until()) ? other.get() : one.get();
    var requests = remembered(Stream.concat(one.get().all(), other.get().all()));
    return Optional.of(new Told(requests, window.until(), window.putOff(), window.more()));
  }
}
