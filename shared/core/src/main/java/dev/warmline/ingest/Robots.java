package dev.warmline.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which agents are robots: those that say so, and the well-known ones that fetch pages without a
 * person. HTTP libraries and headless browsers are not: tests, apps and servers use them for
 * people. Deliberately short; a verdict can be changed later, an event that was dropped cannot.
 */
final class Robots {
  private record Kind(String reason, Pattern agent) {}

  private static final List<Kind> ROBOTS =
      List.of(
          kind("says it is a robot", "(?<!cu)bots?\\b|bot[/;_-]|crawl(er|ing)|spider|scraper"),
          kind("search engine", "slurp|mediapartners-google|google-inspectiontool|bingpreview"),
          kind("link preview", "facebookexternalhit|facebookcatalog|whatsapp/|skypeuripreview"),
          kind("monitoring", "pingdom|statuscake|site24x7|lighthouse|pagespeed|gtmetrix"),
          kind("archive", "ia_archiver|heritrix"));

  private static final List<Kind> MAIL_PROXIES =
      List.of(kind("mail proxy", "googleimageproxy|yahoomailproxy|^mozilla/5\\.0$"));

  private Robots() {}

  /** Why this agent is a robot, or empty. */
  static Optional<String> judge(String agent) {
    return match(ROBOTS, agent);
  }

  /** Why what loaded an image with this agent was no person, or empty. */
  static Optional<String> judgeImageLoader(String agent) {
    return judge(agent).or(() -> match(MAIL_PROXIES, agent));
  }

  private static Optional<String> match(List<Kind> kinds, String agent) {
    var bounded = Texts.cut(agent.strip(), Budget.UNKNOWN_CHARS);
    return kinds.stream()
        .filter(kind -> kind.agent.matcher(bounded).find())
        .map(Kind::reason)
        .findFirst();
  }

  private static Kind kind(String reason, String agents) {
    return new Kind(reason, Pattern.compile(agents, Pattern.CASE_INSENSITIVE));
  }
}
