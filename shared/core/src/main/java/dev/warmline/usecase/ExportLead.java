package dev.warmline.usecase;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventLog;
import dev.warmline.event.Json;
import dev.warmline.event.ParkedArchive;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.ErasureStore;
import dev.warmline.lead.Identity;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.MergeRecord;
import dev.warmline.lead.Outcomes;
import dev.warmline.lead.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that is kept about a person, page by page, so that neither side needs room for more
 * than one: who they are, then records of every kind, then their events as they are stored.
 */
public final class ExportLead {
  /** About how many characters of records a page has. */
  private static final int PAGE = 2_000_000;

  private static final Pattern RECORD = Pattern.compile("r([0-9]{1,9})");
  private static final Pattern EVENT = Pattern.compile("e([0-9]{1,3})(?:-([A-Za-z0-9._-]{1,40}))?");

  private final LeadStore leads;
  private final ErasureStore store;
  private final EventLog log;
  private final ParkedArchive parked;

  /** Reads from these ports. */
  public ExportLead(LeadStore leads, ErasureStore store, EventLog log, ParkedArchive parked) {
    this.leads = leads;
    this.store = store;
    this.log = log;
    this.parked = parked;
  }

  /** Whether a page can begin after such a text. */
  public static boolean isNext(String text) {
    return RECORD.matcher(text).matches() || EVENT.matcher(text).matches();
  }

  /** A page in the making: records are added until it is full. */
  private static final class Records {
    private final ArrayNode all;
    private int size;
    private Optional<String> next = Optional.empty();

    Records(ArrayNode all) {
      this.all = all;
    }

    boolean isFull() {
      return size >= PAGE;
    }

    void add(String kind, ObjectNode record) {
      size += Json.write(record).length();
      all.addObject().put("kind", kind).set(kind, record);
    }
  }

  /**
   * A page.
   *
   * @param after {@code next} of the page before; empty for the first
   */
  public ObjectNode page(Lead lead, Optional<String> after, Instant now) {
    var json = EventJson.newObject().put("lead", lead.id().value());
    if (after.isEmpty()) {
      json.put("exportedAt", EventJson.format(now));
      who(json, lead.identity());
    }
    var records = new Records(json.putArray("records"));
    var record = RECORD.matcher(after.orElse("r0"));
    if (record.matches()) {
      records(lead, Integer.parseInt(record.group(1)), records);
    }
    if (records.next.isEmpty()) {
      events(lead.identity(), after.filter(it -> EVENT.matcher(it).matches()), records);
    }
    records.next.ifPresent(next -> json.put("next", next));
    return json;
  }

  /** By what they are known, and when devices were theirs. */
  private void who(ObjectNode json, Identity identity) {
    var names = names(identity);
    var persons = json.putArray("persons");
    identity.persons().forEach(it -> persons.add(names.getOrDefault(it, it.value())));
    var devices = json.putArray("devices");
    identity
        .devices()
        .forEach(
            (device, possession) -> {
              var one = devices.addObject().put("device", names.getOrDefault(device, ""));
              var spans = one.putArray("spans");
              possession.stretches().forEach(it -> span(spans.addObject(), it));
            });
  }

  private static void span(ObjectNode json, Stretch stretch) {
    if (!stretch.from().equals(Instant.MIN)) {
      json.put("from", EventJson.format(stretch.from()));
    }
    if (!stretch.until().equals(Instant.MAX)) {
      json.put("until", EventJson.format(stretch.until()));
    }
  }

  /** Keys do not say whom they stand for: their events do. */
  private Map<ProfileKey, String> names(Identity identity) {
    var wanted = identity.profiles();
    var names = new TreeMap<ProfileKey, String>();
    log.read(
        wanted,
        Optional.empty(),
        event -> {
          named(event)
              .filter(it -> wanted.contains(it.key()))
              .forEach(it -> names.put(it.key(), it.toString()));
          return names.size() < wanted.size();
        });
    return names;
  }

  private static Stream<Profile> named(Event event) {
    return Stream.of(
            Stream.of(event.profile()),
            EventJson.userOf(event.json()).stream(),
            EventJson.addressesOf(event.json()),
            event.text("anonymousId").flatMap(Profile::anonymous).stream())
        .flatMap(it -> it);
  }

  private void records(Lead lead, int from, Records records) {
    var place = new int[1];
    var all = merged(lead.id());
    for (var id : all) {
      store.read(id, (kind, record) -> add(place, from, records, kind, record));
    }
    for (var address : lead.identity().persons().stream().filter(it -> !it.isUser()).toList()) {
      var same = EventJson.newObject();
      var listed = same.putArray("leads");
      leads.findSameAddress(address).leads().keySet().forEach(it -> listed.add(it.value()));
      add(place, from, records, "address", same);
    }
    var of = new OfPerson(lead.identity().profiles(), all);
    parked.read(
        one -> {
          if (of.test(one)) {
            add(place, from, records, "parked", parked(one));
          }
        });
  }

  private static void add(int[] place, int from, Records records, String kind, ObjectNode record) {
    var here = place[0]++;
    if (here < from) {
      return;
    }
    if (records.isFull()) {
      records.next = records.next.or(() -> Optional.of("r" + here));
    } else {
      records.add(kind, record);
    }
  }

  private static ObjectNode parked(ParkedEvent one) {
    return EventJson.newObject()
        .put("at", EventJson.format(one.at()))
        .put("source", one.source())
        .put("reason", one.reason())
        .put("raw", one.raw());
  }

  private List<LeadId> merged(LeadId lead) {
    var all = new ArrayList<>(List.of(lead));
    for (var at = 0; at < all.size(); at++) {
      leads.listMerges(all.get(at)).stream().map(MergeRecord::loser).forEach(all::add);
    }
    return all;
  }

  /** One profile after the other, each in the order of its log. */
  private void events(Identity identity, Optional<String> after, Records records) {
    var profiles = List.copyOf(identity.profiles());
    var place = EVENT.matcher(after.orElse("e0"));
    if (!place.matches()) {
      throw new IllegalArgumentException("no place in an export: " + after);
    }
    var begin = Integer.parseInt(place.group(1));
    for (var at = begin; at < profiles.size() && records.next.isEmpty(); at++) {
      var last = at == begin ? Optional.ofNullable(place.group(2)).orElse("") : "";
      events(identity, profiles.get(at), at, last, records);
    }
  }

  private void events(Identity identity, ProfileKey profile, int at, String last, Records records) {
    log.read(
        List.of(profile),
        Optional.empty(),
        event -> {
          var name = event.key().name();
          if (name.compareTo(last) > 0 && identity.owns(event)) {
            records.add("event", event.json());
            answer(event).ifPresent(it -> records.add("answer", it));
          }
          if (records.isFull()) {
            records.next = Optional.of("e" + at + "-" + name);
          }
          return !records.isFull();
        });
  }

  /** What became of an act that an event tells of. */
  private Optional<ObjectNode> answer(Event event) {
    return Outcomes.read(event)
        .flatMap(
            act ->
                leads
                    .findAnswer(act.id())
                    .map(
                        answer ->
                            EventJson.newObject()
                                .put("act", event.id())
                                .put("answer", answer.kind().name())
                                .put("why", answer.why())));
  }
}
