package dev.warmline.functions.desk.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.api.ApiRequest;
import java.net.URLDecoder;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a form says, by the names of its fields, in their order; of two of one name the last. */
public record Form(Map<String, String> fields) {
  /** By what a form shows whose session it is of. */
  static final String TOKEN = "token";

  /** What is done, so that sending it again does nothing. */
  static final String KEY = "key";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 12;
  private static final int MOST_BYTES = 64 * 1024;

  public Form {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Reads a body; empty if it is larger than 64 KB. */
  static Optional<Form> read(ApiRequest request) {
    var body = request.body();
    if (body.length > MOST_BYTES) {
      return Optional.empty();
    }
    var fields = new LinkedHashMap<String, String>();
    for (var pair : new String(body, UTF_8).split("&")) {
      var end = pair.indexOf('=');
      if (end > 0) {
        fields.put(decoded(pair.substring(0, end)), decoded(pair.substring(end + 1)));
      }
    }
    return Optional.of(new Form(fields));
  }

  /** The beginning of keys that nobody used before. */
  static String newKey() {
    var bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The text of a field, without blanks around it; empty if it is blank. */
  public Optional<String> text(String name) {
    return Optional.of(fields.getOrDefault(name, "").strip()).filter(it -> !it.isEmpty());
  }

  /** Browsers send line ends as two characters. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8).replace("\r\n", "\n");
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
