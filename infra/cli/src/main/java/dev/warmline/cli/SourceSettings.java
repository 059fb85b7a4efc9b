package dev.warmline.cli;

import dev.warmline.event.DailyLimit;
import dev.warmline.event.Source;
import dev.warmline.event.SourceForm;
import dev.warmline.event.Trust;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a source may do; those that are not given leave things as they are. */
final class SourceSettings {
  private static final Pattern ORIGIN = Pattern.compile("https?://[^/\\s?#]+");

  @Option(
      names = "--origin",
      paramLabel = "URL",
      description = "an origin that browsers may send from; may be repeated (default: any)")
  private @Nullable List<String> origins;

  @Option(
      names = "--daily",
      paramLabel = "N",
      description = "the most events a day (UTC), 0 for no limit (default: 0)")
  private @Nullable Long daily;

  @Option(
      names = "--daily-kb",
      paramLabel = "N",
      description =
          "the most kilobytes a day as they are stored, 0 for no limit (default: 4 for each event"
              + " of --daily)")
  private @Nullable Long dailyKilobytes;

  @Option(
      names = "--backfill",
      negatable = true,
      description = "it brings history: its events alert nobody by themselves")
  private @Nullable Boolean backfill;

  @Option(
      names = "--field",
      paramLabel = "FIELD=TRAIT",
      description = "the trait that a field of its HTML forms stands for; may be repeated")
  private @Nullable Map<String, String> fields;

  @Option(
      names = "--answer",
      paramLabel = "URL",
      description = "the page its HTML forms answer with; may be repeated, the first is the usual")
  private @Nullable List<String> answers;

  /**
   * A source with these settings in place of its own.
   *
   * @throws Failure if one of them is no good
   */
  Source applied(Source source) {
    check();
    return new Source(
        source.name(),
        source.trust(),
        Optional.ofNullable(origins).map(Set::copyOf).orElse(source.allowedOrigins()),
        dailyLimit(source.dailyLimit()),
        Optional.ofNullable(backfill).orElse(source.backfill()),
        new SourceForm(
            Optional.ofNullable(fields).orElse(source.form().traits()),
            Optional.ofNullable(answers).orElse(source.form().answers())));
  }

  /** A new source of this name and kind. */
  Source of(String name, Trust trust) {
    return applied(Source.of(name, trust));
  }

  private DailyLimit dailyLimit(DailyLimit before) {
    var limit = daily == null ? before : DailyLimit.ofEvents(daily);
    return dailyKilobytes == null ? limit : new DailyLimit(limit.events(), dailyKilobytes);
  }

  private void check() {
    each(
        origins,
        origin -> ORIGIN.matcher(origin).matches(),
        "--origin %s: an origin is like https://www.example.com, no path");
    each(
        answers,
        SourceSettings::isPage,
        "--answer %s: a page is like https://www.example.com/thanks");
    refuse(daily != null && daily < 0, "--daily %s: a number of events, 0 for no limit", daily);
    refuse(
        dailyKilobytes != null && dailyKilobytes < 0,
        "--daily-kb %s: a number of kilobytes, 0 for no limit",
        dailyKilobytes);
  }

  private static void each(@Nullable List<String> given, Predicate<String> isGood, String refusal) {
    Optional.ofNullable(given)
        .orElse(List.of())
        .forEach(one -> refuse(!isGood.test(one), refusal, one));
  }

  private static void refuse(boolean isWrong, String refusal, @Nullable Object given) {
    if (isWrong) {
      throw Failure.wrongInput(refusal.formatted(given));
    }
  }

  private static boolean isPage(String page) {
    try {
      var uri = URI.create(page);
      return uri.isAbsolute()
          ? ORIGIN.matcher(uri.getScheme() + "://" + uri.getRawAuthority()).matches()
          : page.startsWith("/") && !page.startsWith("//");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
