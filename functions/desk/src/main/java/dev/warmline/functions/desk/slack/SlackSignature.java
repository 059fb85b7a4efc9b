package dev.warmline.functions.desk.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.api.ApiRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whether a request is Slack's own, signed over its bytes as they came, within five minutes. */
public final class SlackSignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  private SlackSignature() {}

  /** Whether it was signed with this secret around this moment. */
  static boolean isOn(ApiRequest request, String secret, Instant now) {
    var timestamp = request.header("x-slack-request-timestamp");
    var sent = request.header("x-slack-signature");
    return sent.isPresent()
        && timestamp.filter(it -> isNear(it, now)).isPresent()
        && isSame(of(timestamp.get(), request.body(), secret), sent);
  }

  private static boolean isNear(String timestamp, Instant now) {
    return SECONDS.matcher(timestamp).matches()
        && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs()
                .compareTo(WINDOW)
            <= 0;
  }

  /** Takes as long whatever was sent. */
  private static boolean isSame(String ours, Optional<String> sent) {
    return MessageDigest.isEqual(ours.getBytes(UTF_8), sent.orElse("").getBytes(UTF_8));
  }

  /** The signature of a body, sent at this second. */
  public static String of(String timestamp, byte[] body, String secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
