package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import org.junit.jupiter.api.Test;

class NamingTest {
  private static final ProfileKey DEVICE = Profile.anonymous("a-1").orElseThrow().key();
  private static final ProfileKey JANE = Profile.user("u-1").orElseThrow().key();
  private static final ProfileKey MAIL = Profile.email("jane@example.com").orElseThrow().key();

  @Test
  void anIdentifyOfAKnownPersonClaimsItsDevice() {
    var naming = naming("identify", "browser", "\"userId\":\"u-1\",\"anonymousId\":\"a-1\"");

    assertThat(naming.claim().person()).isEqualTo(JANE);
    assertThat(naming.devices()).containsExactly(DEVICE);
  }

  @Test
  void whateverNamesAPersonAndADeviceClaimsIt() {
    var naming = naming("track", "browser", "\"userId\":\"u-1\",\"anonymousId\":\"a-1\"");

    assertThat(naming.devices()).containsExactly(DEVICE);
  }

  @Test
  void anIdentifyWithoutUserIdBelongsToTheEmailAddress() {
    var naming =
        naming(
            "identify",
            "browser",
            "\"anonymousId\":\"a-1\",\"traits\":{\"email\":\"Jane@Example.com\"}");

    assertThat(naming.claim().person()).isEqualTo(MAIL);
    assertThat(naming.devices()).containsExactly(DEVICE);
  }

  @Test
  void onlyAServerSaysThatAnAddressIsAUsers() {
    var both = "\"userId\":\"u-1\",\"traits\":{\"email\":\"jane@example.com\"}";

    assertThat(naming("identify", "server", both).addresses()).containsExactly(MAIL);
    assertThat(naming("identify", "browser", both).addresses()).isEmpty();
  }

  @Test
  void anAliasClaimsThePreviousIdAndFromAServerJoinsIt() {
    var ids = "\"userId\":\"u-1\",\"previousId\":\"a-1\"";

    assertThat(naming("alias", "browser", ids).devices()).containsExactly(DEVICE);
    assertThat(naming("alias", "browser", ids).same()).isEmpty();
    assertThat(naming("alias", "server", ids).same())
        .containsExactly(Profile.user("a-1").orElseThrow().key());
  }

  @Test
  void idsThatNameNobodyClaimNothing() {
    var naming = naming("identify", "server", "\"userId\":\"u-1\",\"anonymousId\":\"undefined\"");

    assertThat(naming.devices()).isEmpty();
  }

  private static Naming naming(String type, String trust, String ids) {
    Event event =
        EventJson.parse(
            "{\"id\":\"m-1\",\"type\":\"%s\",\"trust\":\"%s\",\"occurredAt\":\"2026-03-01T09:00:00Z\",%s}"
                .formatted(type, trust, ids));
    return Naming.of(event).orElseThrow();
  }
}
