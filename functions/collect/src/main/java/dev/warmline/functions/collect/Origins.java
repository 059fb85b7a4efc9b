package dev.warmline.functions.collect;

import dev.warmline.aws.api.ApiRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Which page sent a request: its Origin, else the origin of its Referer. */
final class Origins {
  private Origins() {}

  /** The origin of the page, or empty where the browser did not say. */
  static Optional<String> of(ApiRequest request) {
    return request
        .header("origin")
        .filter(origin -> !origin.isBlank())
        .or(() -> request.header("referer").flatMap(Origins::ofAddress));
  }

  private static Optional<String> ofAddress(String address) {
    try {
      var uri = new URI(address);
      return Optional.ofNullable(uri.getRawAuthority())
          .map(authority -> uri.getScheme() + "://" + authority);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
