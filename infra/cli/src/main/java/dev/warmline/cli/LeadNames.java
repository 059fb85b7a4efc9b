package dev.warmline.cli;

import dev.warmline.event.Profile;
import dev.warmline.lead.LeadId;
import java.util.Optional;
import java.util.stream.Stream;

/** What people call a lead: its id, or any id that its events carry. */
final class LeadNames {
  private LeadNames() {}

  static Optional<LeadId> leadId(String anyId) {
    return LeadId.parse(anyId);
  }

  /** The profiles an id may stand for, the surest first. */
  static Stream<Profile> profiles(String anyId) {
    return Stream.of(
            Profile.parse(anyId),
            Profile.user(anyId),
            Profile.email(anyId),
            Profile.phone(anyId),
            Profile.anonymous(anyId))
        .flatMap(Optional::stream)
        .distinct();
  }
}
