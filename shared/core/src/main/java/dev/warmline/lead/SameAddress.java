package dev.warmline.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Trust;
import java.util.Collections;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which leads gave one e-mail address, and who set it there. Two of them may be one person and are
 * not joined for it, because anybody can type any address; whoever hears of the second is told of
 * the first, and whether a server or only a browser says that it has the address.
 *
 * @param version grows by one with every write, also by an announcement that changes nothing else,
 *     so that of two at the same instant one sees the other; 0 if it was never stored
 * @param leads at most {@link #MOST}; they may have been merged since
 */
public record SameAddress(long version, SortedMap<LeadId, Trust> leads) {
  /** The most leads that are remembered for an address. */
  public static final int MOST = 20;

  /** Of an address that nobody gave. */
  public static final SameAddress NOBODYS = new SameAddress(0, new TreeMap<>());

  private static final String LEAD = "sameAddress";
  private static final String BY = "sameAddressBy";
  private static final String NAME = "sameAddressName";

  /**
   * Another lead with an address.
   *
   * @param by who set it there
   * @param name what that person is called, if it is known
   */
  public record Other(LeadId lead, Trust by, Optional<String> name) {

    /** Adds it to what is told of a lead. */
    public void write(ObjectNode json) {
      json.put(LEAD, lead.value()).put(BY, by.word());
      name.ifPresent(known -> json.put(NAME, known));
    }

    /** What {@link #write} added, if it did. */
    public static Optional<Other> read(JsonNode json) {
      var by = Trust.parse(json.path(BY).asText()).orElse(Trust.BROWSER);
      var name = Optional.ofNullable(json.path(NAME).textValue());
      return LeadId.parse(json.path(LEAD).asText()).map(lead -> new Other(lead, by, name));
    }
  }

  public SameAddress {
    leads = Collections.unmodifiableSortedMap(new TreeMap<>(leads));
  }

  /**
   * The next version, with this lead if there is room. There is always room for those of servers in
   * place of those of browsers: nobody keeps a lead out by typing its address many times.
   */
  public SameAddress with(LeadId lead, Trust by) {
    var more = new TreeMap<>(leads);
    if (by == Trust.SERVER && more.size() == MOST && !more.containsKey(lead)) {
      more.entrySet().stream()
          .filter(entry -> entry.getValue() == Trust.BROWSER)
          .map(Entry::getKey)
          .findFirst()
          .ifPresent(more::remove);
    }
    if (more.size() < MOST || more.containsKey(lead)) {
      more.put(lead, by);
    }
    return new SameAddress(version + 1, more);
  }

  /** The next version, without this lead. */
  public SameAddress without(LeadId lead) {
    var fewer = new TreeMap<>(leads);
    fewer.remove(lead);
    return new SameAddress(version + 1, fewer);
  }
}
