package dev.warmline.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.event.ParkedEvent;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.LeadId;
import java.net.URLDecoder;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether something parked is of somebody: it was refused, so only its words can tell. */
record OfPerson(Set<ProfileKey> profiles, Collection<LeadId> leads) {
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.){1,600})\"");
  private static final Pattern WORD = Pattern.compile("[^\\s\"'<>()\\[\\]{},;=&?/]{1,600}");

  boolean test(ParkedEvent parked) {
    return Stream.concat(
            QUOTED.matcher(parked.raw()).results().map(found -> found.group(1)),
            WORD.matcher(parked.raw()).results().map(found -> found.group()))
        .anyMatch(this::names);
  }

  private boolean names(String word) {
    return LeadId.parse(word).filter(leads::contains).isPresent()
        || profiles.stream().anyMatch(it -> it.value().equals(word))
        || Profile.meant(word).map(Profile::key).anyMatch(profiles::contains)
        || (word.contains("%")
            && Profile.meant(decoded(word)).map(Profile::key).anyMatch(profiles::contains));
  }

  private static String decoded(String word) {
    try {
      return URLDecoder.decode(word, UTF_8);
    } catch (IllegalArgumentException e) {
      return word;
    }
  }
}
