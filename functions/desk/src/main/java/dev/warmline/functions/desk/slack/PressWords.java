package dev.warmline.functions.desk.slack;

import dev.warmline.handoff.SlackText;
import dev.warmline.lead.Lead;
import dev.warmline.rule.ReturnReason;
import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import dev.warmline.usecase.ActAtDesk.Outcome;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is said about a press.
 *
 * @param page where the lead is shown at the desk
 */
record PressWords(Pressed pressed, TeamMember who, Team team, String page) {
  private static final int LONGEST = 1_000;
  private static final Pattern LINK = Pattern.compile("<[^|>]*\\|([^>]*)>");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** For whoever pressed, when nothing moved. */
  String told(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var lead, var answer) when answer.isRefused() ->
          refused(lead, answer.why());
      case Outcome.Done(var lead, _) ->
          isTheirs(lead) ? "It is yours already." : "It is " + lead.stage().word() + " now.";
      case Outcome.Theirs(var lead, _) -> refused(lead, "");
      case Outcome.Denied(var why, var mend) -> escaped(sentence(why) + " " + sentence(mend));
      case Outcome.Lacking(var what) -> more("It needs " + escaped(what));
      case Outcome.Reused() -> "This press was used for something else: press again.";
      case Outcome.Unknown() -> "There is no such lead any more.";
    };
  }

  /** The same where nothing but text is shown. */
  String plain(Outcome outcome) {
    return LINK.matcher(told(outcome))
        .replaceAll("$1")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /** For whoever chose a reason with which more must be said, where no dialog opened. */
  String asked(ReturnReason reason) {
    return more("Reason " + escaped(reason.name()) + " asks for " + lacking(reason));
  }

  private static String lacking(ReturnReason reason) {
    if (reason.path() == ReturnReason.Path.QUEUE) {
      return "the queue it belongs to";
    }
    return reason.note() ? "a note" : "the day to come back on";
  }

  private String more(String what) {
    return what + ". Nothing was changed: " + link("return it at the desk") + ".";
  }

  /** Somebody was first, or it is in another stage than the message says. */
  private String refused(Lead lead, String why) {
    var owner = lead.standing().owner().filter(it -> !it.equals(who.id()));
    var what =
        owner.isPresent() && !pressed.isReturn()
            ? name(owner.get()) + " has it since " + TIME.format(lead.standing().since()) + "."
            : owner
                .filter(_ -> why.isEmpty())
                .map(it -> name(it) + " has it.")
                .orElse(sentence(why));
    return escaped(what) + " " + link("Look at it at the desk") + ".";
  }

  private boolean isTheirs(Lead lead) {
    return lead.standing().owner().filter(who.id()::equals).isPresent();
  }

  private String link(String words) {
    return "<" + page + "|" + words + ">";
  }

  private String name(String id) {
    return team.person(id).map(TeamMember::name).orElse(id);
  }

  private static String sentence(String words) {
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  private static String escaped(String text) {
    return SlackText.escape(text, LONGEST);
  }
}
