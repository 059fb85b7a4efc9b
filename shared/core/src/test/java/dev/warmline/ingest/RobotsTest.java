package dev.warmline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "LinkedInBot/1.0",
        "Slackbot-LinkExpanding 1.0",
        "facebookexternalhit/1.1",
        "Mozilla/5.0 AppleWebKit/537.36 (compatible; GPTBot/1.2)",
        "Baiduspider/2.0",
        "Mozilla/5.0 (X11) HeadlessChrome/156.0.0.0 MyCrawler/1.0",
        "archive.org_bot"
      })
  void robotsSaySo(String agent) {
    assertThat(Robots.judge(agent)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " HeadlessChrome/156.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 9; CUBOT NOTE 20) AppleWebKit/537.36",
        "okhttp/4.12.0",
        "analytics-node/3.0.13",
        "curl/8.5.0",
        "python-requests/2.32",
        "Mozilla/5.0"
      })
  void peopleAndTheirToolsAreNoRobots(String agent) {
    assertThat(Robots.judge(agent)).isEmpty();
  }

  @Test
  void imagesLoadedByMailProxiesAreNotSeenByAnyone() {
    assertThat(Robots.judgeImageLoader("Mozilla/5.0")).contains("mail proxy");
    assertThat(Robots.judgeImageLoader("Mozilla/5.0 (via ggpht.com GoogleImageProxy)")).isPresent();
    assertThat(Robots.judgeImageLoader("Mozilla/5.0 (Windows NT 10.0; Win64)")).isEmpty();
  }
}
