package dev.warmline.measure.benchmarks;

import static dev.warmline.measure.benchmarks.PlainRule.always;
import static dev.warmline.measure.benchmarks.PlainRule.daily;
import static dev.warmline.measure.benchmarks.PlainRule.is;
import static dev.warmline.measure.benchmarks.PlainRule.isPage;
import static dev.warmline.measure.benchmarks.PlainRule.isPageAt;
import static dev.warmline.measure.benchmarks.PlainRule.isTrack;
import static dev.warmline.measure.benchmarks.PlainRule.text;

import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import java.util.List;
import java.util.Locale;

/** The models' rules written by hand: same matches, in the order of each model. */
final class PlainRules {
  private PlainRules() {}

  static List<PlainRule> of(String model) {
    return model.equals("default") ? ofDefault() : ofExample();
  }

  private static List<PlainRule> ofExample() {
    return List.of(
        daily(15, event -> isTrack(event, "Whitepaper Downloaded")).oncePer("title"),
        daily(
            10, event -> isPage(event) && text(event, "properties", "path").startsWith("/pricing")),
        daily(10, PlainRule::isPage),
        always(-15, event -> is(event, EventType.EMAIL, "Email Unsubscribed")),
        always(0, event -> isTrack(event, "Demo Requested")));
  }

  private static List<PlainRule> ofDefault() {
    return List.of(
        daily(1, PlainRule::isPage),
        daily(15, event -> isPageAt(event, "/pricing")),
        daily(10, PlainRule::isPage),
        daily(20, event -> isTrack(event, "Whitepaper Downloaded")).oncePer("title"),
        daily(25, event -> isTrack(event, "Form Submitted")),
        daily(25, event -> isTrack(event, "Webinar Registered")).oncePer("title"),
        daily(30, event -> isTrack(event, "Webinar Attended")).oncePer("title"),
        daily(40, event -> isTrack(event, "Trial Started") || isTrack(event, "Signed Up")),
        daily(3, PlainRules::isSocial),
        daily(5, PlainRules::isClick),
        daily(10, PlainRules::isClick),
        always(-15, event -> is(event, EventType.EMAIL, "Email Unsubscribed")),
        daily(-20, event -> isPageAt(event, "/careers") || isPageAt(event, "/jobs")),
        daily(-10, PlainRules::isActivity),
        always(0, event -> isTrack(event, "Demo Requested")),
        always(0, event -> isTrack(event, "Pricing Requested") || isTrack(event, "Contact Sales")));
  }

  private static boolean isSocial(Event event) {
    return (isPage(event) || event.type() == EventType.TRACK)
        && text(event, "context", "campaign", "medium").toLowerCase(Locale.ROOT).contains("social");
  }

  private static boolean isClick(Event event) {
    return is(event, EventType.EMAIL, "Email Clicked")
        || is(event, EventType.EMAIL, "Email Link Clicked");
  }

  private static boolean isActivity(Event event) {
    return switch (event.type()) {
      case PAGE, SCREEN, TRACK, EMAIL -> true;
      case IDENTIFY, GROUP, ALIAS, IMPORT, ADJUSTMENT, OUTCOME, CONSENT, VERDICT -> false;
    };
  }
}
