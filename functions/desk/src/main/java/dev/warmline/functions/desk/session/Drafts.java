package dev.warmline.functions.desk.session;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What somebody wrote, kept by their own browser while they sign in again. */
public final class Drafts {
  private static final String NAME = "draft";
  private static final Duration KEPT = Duration.ofMinutes(30);

  /** Browsers keep no longer cookies. */
  private static final int LONGEST = 3_900;

  private final DeskKeys keys;

  /** Signed by these keys. */
  public Drafts(DeskKeys keys) {
    this.keys = keys;
  }

  /** The cookie that keeps it; empty if it is too long for one. */
  public Optional<String> keep(ApiRequest request, Draft draft, Instant now) {
    return Optional.of(new Seal(keys.at(now).key()).seal(NAME, draft.write()))
        .filter(cookie -> cookie.length() <= LONGEST)
        .map(cookie -> new Cookies(request).set(NAME, cookie, KEPT));
  }

  /** What was kept. */
  public Optional<Draft> find(ApiRequest request, Instant now) {
    return new Cookies(request)
        .find(NAME)
        .flatMap(cookie -> new Seal(keys.at(now).key()).open(NAME, cookie))
        .flatMap(Draft::read);
  }

  /** The answer, after which nothing is kept. */
  public ApiResponse forget(ApiRequest request, ApiResponse answer) {
    return answer.withCookie(new Cookies(request).clear(NAME));
  }
}
