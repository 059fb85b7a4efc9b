package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import dev.warmline.lead.Claim;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Possession;
import dev.warmline.lead.Stretch;
import dev.warmline.lead.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who had which device when, as JSON: short, because it is read with every event. */
final class IdentityJson {
  private static final String PERSONS = "persons";
  private static final String CLAIMS = "claims";

  private IdentityJson() {}

  /** By device where each stretch begins and ends; null where never. */
  static ObjectNode write(SortedMap<ProfileKey, Possession> devices) {
    var json = EventJson.newObject();
    devices.forEach((device, possession) -> write(json.putArray(device.value()), possession));
    return json;
  }

  private static void write(ArrayNode json, Possession possession) {
    for (var stretch : possession.stretches()) {
      add(json, stretch.from());
      add(json, stretch.until());
    }
  }

  static SortedMap<ProfileKey, Possession> devices(JsonNode json) {
    var devices = new TreeMap<ProfileKey, Possession>();
    json.properties()
        .forEach(one -> devices.put(new ProfileKey(one.getKey()), possession(one.getValue())));
    return devices;
  }

  private static Possession possession(JsonNode json) {
    var stretches = new ArrayList<Stretch>();
    for (var i = 0; i + 1 < json.size(); i += 2) {
      stretches.add(
          new Stretch(instant(json.get(i), Instant.MIN), instant(json.get(i + 1), Instant.MAX)));
    }
    return new Possession(stretches);
  }

  /** Each person once with the lead, then the claims by the places of their persons. */
  static ObjectNode write(Timeline timeline) {
    var json = EventJson.newObject();
    var places = new HashMap<ProfileKey, Integer>();
    var persons = json.putArray(PERSONS);
    timeline
        .leads()
        .forEach(
            (person, lead) -> {
              places.put(person, places.size());
              persons.add(person.value()).add(lead.value());
            });
    var claims = json.putArray(CLAIMS);
    for (var claim : timeline.claims().values()) {
      claims
          .add(places.getOrDefault(claim.person(), -1))
          .add(claim.trust().word())
          .add(claim.occurredAt().toEpochMilli())
          .add(claim.eventId());
    }
    return json;
  }

  static Timeline timeline(long version, JsonNode json) {
    var persons = new ArrayList<ProfileKey>();
    var leads = new HashMap<ProfileKey, LeadId>();
    var named = json.path(PERSONS);
    for (var i = 0; i + 1 < named.size(); i += 2) {
      var person = new ProfileKey(named.get(i).asText());
      persons.add(person);
      leads.put(person, new LeadId(named.get(i + 1).asText()));
    }
    return Timeline.of(version, claims(persons, json.path(CLAIMS)), leads);
  }

  private static List<Claim> claims(List<ProfileKey> persons, JsonNode json) {
    var claims = new ArrayList<Claim>();
    for (var i = 0; i + 3 < json.size(); i += 4) {
      var place = json.get(i).asInt();
      if (place < 0 || place >= persons.size()) {
        throw new MalformedItem("a claim is of nobody");
      }
      claims.add(
          new Claim(
              persons.get(place),
              trust(json.get(i + 1)),
              instant(json.get(i + 2)),
              json.get(i + 3).asText()));
    }
    return claims;
  }

  static ObjectNode write(Claim claim) {
    return EventJson.newObject()
        .put("person", claim.person().value())
        .put("class", claim.trust().word())
        .put(Schema.AT, claim.occurredAt().toEpochMilli())
        .put("event", claim.eventId());
  }

  static Claim claim(JsonNode json) {
    return new Claim(
        new ProfileKey(json.path("person").asText()),
        trust(json.path("class")),
        instant(json.path(Schema.AT)),
        json.path("event").asText());
  }

  private static void add(ArrayNode json, Instant instant) {
    if (instant.equals(Instant.MIN) || instant.equals(Instant.MAX)) {
      json.addNull();
    } else {
      json.add(instant.toEpochMilli());
    }
  }

  private static Instant instant(JsonNode json, Instant never) {
    return json.isNull() ? never : instant(json);
  }

  private static Instant instant(JsonNode json) {
    return Instant.ofEpochMilli(json.asLong());
  }

  private static Trust trust(JsonNode json) {
    return Trust.parse(json.asText())
        .orElseThrow(() -> new MalformedItem("no trust: " + json.asText()));
  }
}
