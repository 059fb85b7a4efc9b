package dev.warmline.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Publication;
import dev.warmline.score.Moment;
import dev.warmline.score.Points;
import dev.warmline.score.Scorecard;
import dev.warmline.score.ScorecardJson;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a cycle opened or was announced, or what a signal was told with: enough to tell it without
 * reading the log, and never changed by what is edited later.
 *
 * @param scorecard the scorecard as JSON, with counts in place of event lists; names the model
 * @param recent the newest hits, newest first
 * @param queue the queue that the lead came to, or would by the routes of the model
 * @param owner who had it then, if somebody did
 * @param sameAddress another lead with its e-mail address that sales has already, and who set it
 * @param zone the time zone that dates are shown in
 * @param beside what is said beside it; nothing in the record of a cycle
 */
public record Qualification(
    ObjectNode scorecard,
    ObjectNode traits,
    List<Moment> recent,
    Tier tier,
    int publication,
    Optional<String> queue,
    Optional<Owner> owner,
    Optional<SameAddress.Other> sameAddress,
    ZoneId zone,
    Beside beside) {

  public Qualification {
    recent = List.copyOf(recent);
  }

  /** What this scorecard says of a lead under a publication. */
  public static Qualification of(LeadId lead, Scorecard card, Publication publication) {
    var model = publication.model();
    return new Qualification(
        ScorecardJson.summary(lead.value(), card),
        StoredTraits.bounded(card.traits()),
        card.recent(),
        Terms.tier(card),
        publication.number(),
        Queues.of(model, card.segments()),
        Optional.empty(),
        Optional.empty(),
        model.file().zone(),
        Beside.NOTHING);
  }

  /** What is stored of a lead, of which no more is known now. */
  static Qualification stored(Lead lead) {
    var hands = lead.standing().assignment();
    return new Qualification(
        lead.card().scorecard(),
        lead.card().traits(),
        List.of(),
        Tier.WARM,
        lead.card().publication(),
        hands.queue(),
        hands.owner().map(id -> new Owner(id, id)),
        Optional.empty(),
        ZoneOffset.UTC,
        Beside.NOTHING);
  }

  /**
   * When the newest evidence was received, if this was written soon after: what waited and was
   * released tells nothing of how fast alerts are.
   */
  public Optional<Instant> evidenceBefore(Instant written) {
    return EventJson.parseInstant(scorecard.path("evidence").path("newest").asText())
        .filter(at -> Duration.between(at, written).compareTo(Terms.TOGETHER) <= 0);
  }

  /** The same of a lead whose address another one gave too. */
  public Qualification withSameAddress(Optional<SameAddress.Other> other) {
    return new Qualification(
        scorecard, traits, recent, tier, publication, queue, owner, other, zone, beside);
  }

  /** The same with what is said beside it. */
  Qualification with(Beside said) {
    return new Qualification(
        scorecard, traits, recent, tier, publication, queue, owner, sameAddress, zone, said);
  }

  /**
   * The same of a lead in these hands.
   *
   * @param there the zone of those who serve the queue, if the team says one
   */
  Qualification in(Assignment hands, Optional<Owner> owner, Optional<ZoneId> there) {
    return new Qualification(
        scorecard,
        traits,
        recent,
        tier,
        publication,
        hands.queue().or(() -> queue),
        owner,
        sameAddress,
        there.orElse(zone),
        beside);
  }

  /** The same without a word of whom it is of: by which rules, and where they came from. */
  Qualification withoutPerson() {
    var kept = scorecard.deepCopy().retain("model", "leadSource", "segments", "interests");
    return new Qualification(
        kept,
        EventJson.newObject(),
        List.of(),
        tier,
        publication,
        queue,
        owner,
        Optional.empty(),
        zone,
        Beside.NOTHING);
  }

  /** As JSON; {@link #read} of it gives an equal qualification. */
  public ObjectNode write() {
    var json = EventJson.newObject();
    json.set("scorecard", scorecard);
    json.set("traits", traits);
    var moments = json.putArray("recent");
    for (var moment : recent) {
      var one =
          moments
              .addObject()
              .put("at", EventJson.format(moment.at()))
              .put("event", moment.event())
              .put("rule", moment.rule())
              .put("says", moment.says());
      one.set("points", ScorecardJson.number(moment.points()));
    }
    json.put("tier", tier.word()).put("publication", publication);
    queue.ifPresent(name -> json.put("queue", name));
    owner.ifPresent(who -> who.write(json));
    sameAddress.ifPresent(other -> other.write(json));
    beside.write(json);
    return json.put("zone", zone.getId());
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Qualification read(JsonNode json) {
    if (!(json.path("scorecard") instanceof ObjectNode scorecard)
        || !(json.path("traits") instanceof ObjectNode traits)) {
      throw new IllegalArgumentException("a qualification has a scorecard and traits");
    }
    var recent = new ArrayList<Moment>();
    json.path("recent").forEach(one -> recent.add(moment(one)));
    return new Qualification(
        scorecard,
        traits,
        recent,
        Tier.parse(json.path("tier").asText()).orElse(Tier.WARM),
        json.path("publication").asInt(),
        Optional.ofNullable(json.path("queue").textValue()),
        Owner.read(json),
        SameAddress.Other.read(json),
        ZoneId.of(json.path("zone").asText("UTC")),
        Beside.read(json));
  }

  private static Moment moment(JsonNode one) {
    var points = one.path("points").decimalValue().setScale(3, RoundingMode.HALF_EVEN);
    return new Moment(
        EventJson.parseInstant(one.path("at").asText()).orElseThrow(IllegalArgumentException::new),
        one.path("event").asText(),
        one.path("rule").asText(),
        one.path("says").asText(),
        Points.of(points));
  }
}
