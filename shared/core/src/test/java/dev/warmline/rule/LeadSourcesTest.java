package dev.warmline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.EventJson;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadSourcesTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.google.com/, organic",
    "https://google.co.uk, organic",
    "https://images.google.de/search?q=x, organic",
    "android-app://com.google.android.googlequicksearchbox/, organic",
    "https://uk.search.yahoo.com/, organic",
    "https://www.bing.com/search, organic",
    "https://duckduckgo.com/, organic",
    "https://yandex.com.tr/, organic",
    "https://search.brave.com/search?q=a, organic",
    "https://l.facebook.com/l.php?u=x, social",
    "https://lnkd.in/abc, social",
    "https://t.co/abc, social",
    "https://x.com/someone, social",
    "https://www.pinterest.de/, social",
    "android-app://com.linkedin.android/, social",
    "https://chatgpt.com/, assistant",
    "https://www.perplexity.ai/search/a, assistant",
    "https://gemini.google.com/app, assistant",
    "https://copilot.microsoft.com/, assistant",
    "https://claude.ai, assistant",
    "https://t.example.net/, referral",
    "https://x.ai/, referral",
    "https://x.example.com/, referral",
    "https://notgoogle.com/, referral",
    "https://google.example.com/, referral",
    "https://facebook.com.example.net/, referral",
    "https://blog.example:8443/a, referral",
    "https://user@news.example/, referral",
    "HTTPS://WWW.GOOGLE.COM/, organic"
  })
  void aSiteIsWhatTheListsSay(String referrer, String channel) {
    assertThat(touch("'page':{'url':'https://us.test/a','referrer':'%s'}".formatted(referrer)))
        .contains(channel);
  }

  @ParameterizedTest
  @CsvSource({
    "https://mail.google.com/mail/u/0/",
    "android-app://com.google.android.gm/",
    "https://outlook.office.com/mail",
    "https://webmail.example.org/",
    "https://docs.google.com/document/d/1",
    "https://meet.google.com/",
    "https://translate.google.de/",
    "https://maps.yandex.ru/",
    "https://finance.yahoo.com/",
    "https://accounts.google.com/",
    "https://accounts.google.co.uk/o/oauth2",
    "https://login.microsoftonline.com/common/oauth2",
    "https://corp.okta.com/",
    "https://login.partner.example/",
    "https://www.paypal.com/checkoutnow",
    "https://checkout.stripe.com/c/pay",
    "https://pay.example.org/",
    "https://us.test/b",
    "https://www.us.test/b",
    "https://app.us.test/",
    "about:blank",
    "no address",
    "https://"
  })
  void noTouchComesFromMailSignInPaymentOtherServicesOrTheSiteItself(String referrer) {
    assertThat(touch("'page':{'url':'https://us.test/a','referrer':'%s'}".formatted(referrer)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Social, social",
    "SOCIAL, social",
    "social_media, social",
    "Organic Social, social",
    "paid-social, paid",
    "Paid Social, paid",
    "paidsocial, paid",
    "social-paid, paid",
    "CPC, paid",
    "E-Mail, email",
    "newsletter, email",
    "AI, assistant",
    "organic, organic",
    "trade show, event",
    "audio, referral"
  })
  void aMediumIsReadInAnyCaseAndSpelling(String medium, String channel) {
    assertThat(touch("'campaign':{'medium':'%s'}".formatted(medium))).contains(channel);
  }

  @ParameterizedTest
  @CsvSource({
    "linkedin, social",
    "X, social",
    "t, referral",
    "Google, organic",
    "chatgpt.com, assistant",
    "perplexity, assistant",
    "newsletter-may, email",
    "mailchimp, email",
    "webinar-2026, event",
    "prevention-blog, referral",
    "t.example.net, referral",
    "x.ai, referral"
  })
  void aSourceIsASiteOrTheNameOfOne(String source, String channel) {
    assertThat(touch("'campaign':{'source':'%s'}".formatted(source))).contains(channel);
  }

  @ParameterizedTest
  @CsvSource({
    "?utm_source=news&utm_medium=email, email",
    "?a=b&utm_medium=Paid%20Social#top, paid",
    "?utm_medium=paid+social, paid",
    "?utm_source=chatgpt.com, assistant",
    "?xutm_medium=email&utm_source=linkedin, social",
    "?gclid=1, paid",
    "?fbclid=1&gclid=2, paid",
    "?mkt_tok=1, email",
    "?fbclid=1, social"
  })
  void theAddressOfThePageSaysWhatTheEventDoesNot(String search, String channel) {
    assertThat(touch("'page':{'url':'https://us.test/a%s'}".formatted(search))).contains(channel);
    assertThat(touch("'page':{'url':'https://us.test/a','search':'%s'}".formatted(search)))
        .contains(channel);
  }

  @Test
  void aPageEventWithoutAContextSaysItInItsProperties() {
    var event =
        EventJson.parse(
            """
            {"id":"1","type":"page","occurredAt":"2026-03-01T00:00:00Z","userId":"u",
             "properties":{"url":"https://us.test/a?utm_medium=email"}}
            """);

    assertThat(LeadSources.touch(event)).contains("email");
  }

  @Test
  void whatTheEventSaysComesBeforeTheAddress() {
    assertThat(
            touch(
                "'campaign':{'medium':'social'},'page':{'url':'https://us.test/?utm_medium=email&gclid=1'}"))
        .contains("social");
    assertThat(touch("'page':{'url':'https://us.test/?gclid='}")).isEmpty();
    assertThat(touch("'campaign':7,'page':[1]")).isEmpty();
  }

  @Test
  void everyChannelThatTheListsNameIsOne() {
    assertThat(LeadSources.CHANNELS)
        .containsAll(
            java.util.List.of("organic", "social", "paid", "assistant", Referrers.REFERRAL));
    assertThat(Referrers.channel("adnxs.com")).isEqualTo("paid");
  }

  private static Optional<String> touch(String context) {
    var json =
        """
        {'id':'1','type':'track','event':'A','occurredAt':'2026-03-01T00:00:00Z','userId':'u','context':{%s}}
        """
            .formatted(context);
    return LeadSources.touch(EventJson.parse(json.replace('\'', '"')));
  }
}
