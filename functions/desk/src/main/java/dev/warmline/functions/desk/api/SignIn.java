package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.event.EmailAddress;
import dev.warmline.functions.desk.token.BearerTokens;
import dev.warmline.functions.desk.token.BearerTokens.Read;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.Teams;
import java.time.Instant;
import java.util.Optional;

/** Finds who asks: the person whose address the token names, in the team that is in force. */
public final class SignIn {
  private static final String SCHEME = "Bearer ";

  private final BearerTokens tokens;
  private final Teams teams;

  /** Believes these tokens, and looks into the team at every request. */
  public SignIn(BearerTokens tokens, Teams teams) {
    this.tokens = tokens;
    this.teams = teams;
  }

  /** Who asks, or why they are not let in. */
  sealed interface Asked {
    record By(Member member) implements Asked {}

    record Refused(ApiProblem why) implements Asked {}
  }

  Asked who(ApiRequest request, Instant now) {
    var token =
        request
            .header("authorization")
            .filter(it -> it.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            .map(it -> it.substring(SCHEME.length()).strip());
    if (token.isEmpty()) {
      return new Asked.Refused(ApiProblem.unauthorized("there is no bearer token"));
    }
    return switch (tokens.read(token.get(), now)) {
      case Read.Refused(var why) -> new Asked.Refused(ApiProblem.unauthorized(why));
      case Read.Of(var email) -> member(email, teams.current(now));
    };
  }

  private static Asked member(EmailAddress email, Optional<TeamPublication> team) {
    if (team.isEmpty()) {
      return new Asked.Refused(
          ApiProblem.forbidden(
              "no team is published, so nobody may look", "publish one: warmline team publish"));
    }
    return team.get()
        .team()
        .withEmail(email)
        .<Asked>map(person -> new Asked.By(new Member(person, team.get())))
        .orElseGet(
            () ->
                new Asked.Refused(
                    ApiProblem.forbidden(
                        "nobody in the team has the address of this token",
                        "sign in as somebody of the team, or have the team file name you")));
  }
}
