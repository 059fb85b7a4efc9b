package dev.warmline.cli;

import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Identity;
import dev.warmline.lead.LeadId;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;

/** Finds the lead of a file that a person means. */
final class FileLead {
  private final EventFile file;
  private final Set<Entry<LeadId, Identity>> leads;

  FileLead(EventFile file) {
    this.file = file;
    this.leads = file.leads().entrySet();
  }

  /**
   * The lead and who it is.
   *
   * @param anyId its id or any id of its events; may be left out where there is one lead
   * @return empty if there is none
   */
  Optional<Entry<LeadId, Identity>> find(Optional<String> anyId) {
    if (anyId.isEmpty()) {
      if (leads.size() != 1) {
        throw Failure.wrongInput("the file has " + leads.size() + " leads: name one as LEAD");
      }
      return leads.stream().findFirst();
    }
    var name = anyId.get();
    var byId = leads.stream().filter(entry -> entry.getKey().value().equals(name)).findFirst();
    return byId.or(
            () ->
                Profile.meant(name).flatMap(profile -> having(profile.key()).stream()).findFirst())
        .or(() -> file.whoGave(name).stream().flatMap(key -> having(key).stream()).findFirst());
  }

  private Optional<Entry<LeadId, Identity>> having(ProfileKey profile) {
    return leads.stream().filter(entry -> entry.getValue().has(profile)).findFirst();
  }
}
