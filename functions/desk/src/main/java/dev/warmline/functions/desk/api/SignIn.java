package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.functions.desk.api.Members.Asked;
import dev.warmline.functions.desk.token.BearerTokens;
import dev.warmline.functions.desk.token.BearerTokens.Read;
import java.time.Instant;

/** Finds who asks: the person whose address the token names, in the team that is in force. */
public final class SignIn {
  private static final String SCHEME = "Bearer ";

  private final BearerTokens tokens;
  private final Members members;

  /** Believes these tokens, and looks into the team at every request. */
  public SignIn(BearerTokens tokens, Members members) {
    this.tokens = tokens;
    this.members = members;
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
      case Read.Of(var email, var nonce) -> members.find(email, now);
    };
  }
}
