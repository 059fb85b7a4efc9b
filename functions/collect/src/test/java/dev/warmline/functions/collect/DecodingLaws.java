package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

/** What decoding gives for every input. */
class DecodingLaws {

  @Property
  void base64SurvivesEveryWayItIsWritten(@ForAll byte[] bytes) {
    var standard = Base64.getEncoder().encodeToString(bytes);
    var urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    assertThat(LenientBase64.decode(standard)).hasValue(bytes);
    assertThat(LenientBase64.decode(standard.replace("=", ""))).hasValue(bytes);
    assertThat(LenientBase64.decode(standard.replace('+', ' '))).hasValue(bytes);
    assertThat(LenientBase64.decode(urlSafe)).hasValue(bytes);
  }

  @Property
  void anyTextIsBase64OrIsNot(@ForAll String text) {
    assertThat(LenientBase64.decode(text)).isNotNull();
    assertThat(SentWriteKeys.basicUser(text)).isNotNull();
  }

  @Property
  void theKeyIsTheBasicUserWhateverThePassword(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 60) String key,
      @ForAll String password) {
    var credentials = (key + ":" + password).getBytes(UTF_8);
    var encoded = Base64.getEncoder().encodeToString(credentials);

    assertThat(SentWriteKeys.basicUser("Basic " + encoded)).contains(key);
    assertThat(SentWriteKeys.basicUser("basic " + encoded.replace("=", ""))).contains(key);
  }
}
