package dev.warmline.functions.desk.session;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who has signed in, as their browsers keep it: signed, for twelve hours. */
public final class Sessions {
  static final Duration LONGEST = Duration.ofHours(12);

  private static final String NAME = "session";
  private static final String FORM = "form";

  private final DeskKeys keys;

  /** Signed by these keys. */
  public Sessions(DeskKeys keys) {
    this.keys = keys;
  }

  /** The session of whoever asks; empty if there is none or it is over. */
  public Optional<Session> find(ApiRequest request, Instant now) {
    return new Cookies(request)
        .find(NAME)
        .flatMap(cookie -> seal(now).open(NAME, cookie))
        .flatMap(Session::read)
        .filter(session -> now.isBefore(session.until()));
  }

  /** The answer, which begins a session that nobody had before. */
  ApiResponse begin(ApiRequest request, ApiResponse answer, EmailAddress email, Instant now) {
    return answer.withCookie(new Cookies(request).set(NAME, begun(email, now), LONGEST));
  }

  /** What the browser of whoever has this address keeps, of a session that nobody had before. */
  public String begun(EmailAddress email, Instant now) {
    var session = new Session(Seal.random(), email, now.plus(LONGEST));
    return seal(now).seal(NAME, session.write());
  }

  /** The answer, which ends the session. */
  public ApiResponse end(ApiRequest request, ApiResponse answer) {
    return answer.withCookie(new Cookies(request).clear(NAME));
  }

  /** What every form of a session carries, so that no other site can send one in its name. */
  public String formToken(Session session, Instant now) {
    return seal(now).mark(FORM, session.id());
  }

  /** Whether a form is of this session. */
  public boolean isOf(Session session, String formToken, Instant now) {
    return seal(now).isMark(FORM, session.id(), formToken);
  }

  private Seal seal(Instant now) {
    return new Seal(keys.at(now).key());
  }
}
