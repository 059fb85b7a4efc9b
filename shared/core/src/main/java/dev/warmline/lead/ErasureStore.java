package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.ProfileKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What {@link LeadStore} keeps of one lead, as it is kept, and how it is taken away. Each step may
 * be done again. Failures of the infrastructure are thrown as {@link
 * dev.warmline.event.StoreUnavailable}.
 */
public interface ErasureStore {

  /** Erasures that are not finished, the oldest first. */
  List<Erasure> listPending();

  /** Remembers an erasure, in place of what was remembered of it, until {@link #end}. */
  void begin(Erasure erasure);

  /** An erasure is finished: nothing is left but marks. */
  void end(Erasure erasure);

  /** Hands on what is kept under a lead's id: what kind of thing it is, and all of it. */
  void read(LeadId lead, BiConsumer<String, ObjectNode> reader);

  /** Removes what is kept under a lead's id, the lead itself first; records of cycles stay bare. */
  void removeLead(LeadId lead, Instant now);

  /** Removes the link of a person to one of these leads; one to another lead stays. */
  void removeLink(ProfileKey person, Collection<LeadId> leads);

  /** Removes what says that these leads gave an address, and the address where nobody else did. */
  void removeAddress(ProfileKey address, Collection<LeadId> leads);
}
