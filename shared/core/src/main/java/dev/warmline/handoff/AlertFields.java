package dev.warmline.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.lead.Beside;
import dev.warmline.lead.Beside.Colleague;
import dev.warmline.lead.Beside.GaveBack;
import dev.warmline.lead.Beside.Introduction;
import dev.warmline.lead.Beside.Reply;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Owner;
import dev.warmline.lead.SameAddress;
import dev.warmline.score.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The parts that a stored verdict and the JSON body of an alert share, read with their bounds. */
final class AlertFields {
  /** The longest text of one line. */
  static final int LONGEST_LINE = 120;

  /** The longest id or name out of a model. */
  static final int LONGEST_ID = 64;

  private static final int LONGEST_NOTE = 400;
  private static final int MAX_LIST = 12;
  private static final int MAX_SCORES = 4;

  private AlertFields() {}

  static List<Alert.Score> scores(JsonNode scores) {
    return scores.properties().stream()
        .limit(MAX_SCORES)
        .map(
            score ->
                new Alert.Score(
                    VisitorText.clean(score.getKey(), LONGEST_ID),
                    points(score.getValue().path("points")),
                    id(score.getValue().path("band")),
                    reasons(score.getValue().path("lines"))))
        .toList();
  }

  static Optional<Alert.Fit> fit(JsonNode fit) {
    return id(fit.path("grade"))
        .map(
            grade ->
                new Alert.Fit(
                    grade,
                    unknown(fit.path("unknown")),
                    points(fit.path("points")),
                    reasons(fit.path("lines"))));
  }

  private static List<String> unknown(JsonNode facts) {
    return facts.valueStream().limit(MAX_SCORES).flatMap(fact -> id(fact).stream()).toList();
  }

  static Optional<Alert.FastTrack> fastTrack(JsonNode node) {
    return line(node.path("says"))
        .map(says -> new Alert.FastTrack(says, node.path("verified").asBoolean(false)));
  }

  static Alert.Source source(JsonNode node) {
    return new Alert.Source(id(node.path("first")), id(node.path("last")));
  }

  static Alert.RulesVersion model(JsonNode node) {
    return new Alert.RulesVersion(
        id(node.path("name")).orElse("unnamed"), node.path("version").asInt(0));
  }

  /** The zone that the node names, else UTC. */
  static ZoneId zone(JsonNode node) {
    try {
      return node.isTextual() ? ZoneId.of(node.textValue()) : ZoneOffset.UTC;
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  static URI leadPage(URI base, LeadId lead) {
    var text = base.toString();
    return URI.create(text + (text.endsWith("/") ? "" : "/") + "leads/" + lead.value());
  }

  /** The points that the node gives, to the thousandth; none if it is no number. */
  static Points points(JsonNode node) {
    var decimal = node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
    return Points.of(decimal.setScale(3, RoundingMode.HALF_EVEN));
  }

  /** The text as one bounded line; empty if there is none. */
  static Optional<String> line(JsonNode node) {
    return text(node, LONGEST_LINE);
  }

  /** The id or name out of a model; empty if there is none. */
  static Optional<String> id(JsonNode node) {
    return text(node, LONGEST_ID);
  }

  /** The first ids of a list. */
  static List<String> ids(JsonNode list) {
    return array(list).flatMap(node -> id(node).stream()).limit(MAX_LIST).toList();
  }

  static Owner clean(Owner owner) {
    return new Owner(
        VisitorText.clean(owner.id(), LONGEST_ID), VisitorText.clean(owner.name(), LONGEST_ID));
  }

  static SameAddress.Other clean(SameAddress.Other other) {
    var name = other.name().map(it -> VisitorText.clean(it, LONGEST_LINE));
    return new SameAddress.Other(other.lead(), other.by(), name.filter(it -> !it.isEmpty()));
  }

  static Beside clean(Beside beside) {
    return new Beside(
        beside.acceptBy(),
        beside
            .introduction()
            .map(it -> new Introduction(clean(it.by()), it.slack().map(AlertFields::cleanId))),
        beside.gaveBack().map(AlertFields::clean),
        beside.colleagues().stream().map(AlertFields::clean).toList(),
        beside.more());
  }

  private static GaveBack clean(GaveBack back) {
    return new GaveBack(
        cleanId(back.act()),
        cleanId(back.by()),
        back.at(),
        VisitorText.clean(back.reason(), LONGEST_LINE),
        back.note().map(AlertFields::cleanNote),
        back.reply()
            .map(
                it ->
                    new Reply(
                        cleanId(it.by()),
                        cleanId(it.answer()),
                        it.note().map(AlertFields::cleanNote))));
  }

  private static Colleague clean(Colleague other) {
    var name = other.name().map(it -> VisitorText.clean(it, LONGEST_LINE));
    return new Colleague(
        other.lead(),
        name.filter(it -> !it.isEmpty()),
        other.stage(),
        other.owner().map(AlertFields::clean));
  }

  private static String cleanId(String text) {
    return VisitorText.clean(text, LONGEST_ID);
  }

  private static String cleanNote(String text) {
    return VisitorText.clean(text, LONGEST_NOTE);
  }

  private static Optional<String> text(JsonNode node, int longest) {
    return node.isTextual()
        ? Optional.of(VisitorText.clean(node.textValue(), longest)).filter(it -> !it.isEmpty())
        : Optional.empty();
  }

  static Stream<JsonNode> array(JsonNode list) {
    return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
  }

  private static List<Reason> reasons(JsonNode lines) {
    return Reasons.bounded(array(lines).map(AlertFields::reason).toList());
  }

  static Reason reason(JsonNode node) {
    var points = points(node.path("points"));
    if (node.has("clamp")) {
      return new Reason.Limit(id(node.path("clamp")).orElse("score"), points);
    }
    if (node.has("adjustment")) {
      return new Reason.Adjustment(points, id(node.path("author")), line(node.path("note")));
    }
    if (node.has("more")) {
      return new Reason.More(node.path("more").asInt(1), points);
    }
    return new Reason.Signal(
        id(node.path("rule")).orElse("a rule"),
        points,
        node.path("hits").asInt(0),
        line(node.path("says")));
  }
}
