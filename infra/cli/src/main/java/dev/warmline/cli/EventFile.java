package dev.warmline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EmailAddress;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Identity;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.ProfileGraph;
import dev.warmline.lead.Timeline;
import dev.warmline.rule.AddressForm;
import dev.warmline.score.Gathering.Room;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The events of a file, one JSON object a line, put together to leads. Of each event only its place
 * is kept, so that memory does not grow with what events carry.
 */
final class EventFile implements AutoCloseable {
  /** Of a lead with more events no more are read: they are in memory at once. */
  private static final int MOST_OF_A_LEAD = Room.WHOLE.events();

  private static final int MOST_PROBLEMS = 20;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path name;
  private final LineFile lines;
  private final Map<ProfileKey, Places> places = new HashMap<>();
  private final Map<EmailAddress, Set<ProfileKey>> addresses = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final ProfileGraph graph;
  private SortedMap<LeadId, Identity> leads = new TreeMap<>();

  private EventFile(Path name, LineFile lines, Predicate<Event> looksAt) {
    this.name = name;
    this.lines = lines;
    this.graph = new ProfileGraph(looksAt);
  }

  /**
   * Reads a file through once.
   *
   * @param name the file as the user gave it; {@code -} is the standard input
   * @param looksAt what the model looks at: such an event says who has a device
   * @throws Failure naming file and line of what is no event
   */
  static EventFile open(
      Path name, Predicate<Event> looksAt, Surroundings around, Progress progress) {
    try {
      var file = new EventFile(name, LineFile.open(name, around.input()), looksAt);
      try {
        file.lines.each((number, place, text) -> file.add(number, place, text, progress));
      } catch (IOException e) {
        file.close();
        throw e;
      }
      file.leads = file.graph.leads();
      progress.restart();
      return file;
    } catch (IOException e) {
      throw ModelFiles.unreadable(name, e);
    }
  }

  /** What is no event, a sentence each with file and line; at most {@value #MOST_PROBLEMS}. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** The leads, and who each of them is. */
  SortedMap<LeadId, Identity> leads() {
    return leads;
  }

  /** Who gave this e-mail address, in the order of the file: anybody may give any. */
  Set<ProfileKey> whoGave(String address) {
    return EmailAddress.parse(address)
        .flatMap(given -> Optional.ofNullable(addresses.get(given)))
        .orElseGet(Set::of);
  }

  /** What must be said of who has what, a sentence each. */
  List<String> remarks() {
    var remarks = new ArrayList<String>();
    if (graph.shared() > 0) {
      remarks.add(
          graph.shared()
              + " devices are used by more than "
              + Timeline.MAX_PERSONS
              + " persons: what happened on them before anybody said who it was counts for"
              + " nobody");
    }
    leads.forEach(
        (lead, identity) -> {
          if (placesOf(identity).count() > MOST_OF_A_LEAD) {
            remarks.add(
                String.format(
                    Locale.ROOT,
                    "lead %s has more than %,d events: the rest of the file is not read for it",
                    lead,
                    MOST_OF_A_LEAD));
          }
        });
    return remarks;
  }

  /** The events of a lead, the first of the file if there are too many. */
  List<Event> read(Identity identity) {
    return placesOf(identity)
        .sorted()
        .limit(MOST_OF_A_LEAD)
        .mapToObj(this::event)
        .filter(identity::owns)
        .toList();
  }

  private LongStream placesOf(Identity identity) {
    return identity.profiles().stream()
        .flatMap(profile -> Stream.ofNullable(places.get(profile)))
        .flatMapToLong(found -> IntStream.range(0, found.size()).mapToLong(found::get));
  }

  @Override
  public void close() {
    lines.close();
  }

  private void add(long number, long place, Optional<String> text, Progress progress) {
    progress.step("events read");
    try {
      var event =
          parse(text.orElseThrow(() -> new InvalidEvent("the line is longer than a megabyte")));
      graph.add(event);
      var profile = event.profile().key();
      places.computeIfAbsent(profile, _ -> new Places()).add(place);
      AddressForm.address(event.object("traits").path("email"))
          .ifPresent(
              address ->
                  addresses.computeIfAbsent(address, _ -> new LinkedHashSet<>()).add(profile));
    } catch (InvalidEvent e) {
      if (problems.size() < MOST_PROBLEMS) {
        problems.add(shown() + ":" + number + ": " + e.getMessage());
      }
    }
  }

  private String shown() {
    return name.toString().equals("-") ? "standard input" : name.toString();
  }

  private Event event(long place) {
    try {
      return parse(lines.text(place));
    } catch (IOException e) {
      throw ModelFiles.unreadable(name, e);
    } catch (InvalidEvent e) {
      throw Failure.wrongInput(name + " was changed while it was read: " + e.getMessage());
    }
  }

  private static Event parse(String text) {
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        return EventJson.of(object);
      }
      throw new InvalidEvent("an event is one JSON object");
    } catch (JsonProcessingException e) {
      throw new InvalidEvent("not one JSON object: " + e.getOriginalMessage());
    }
  }
}
