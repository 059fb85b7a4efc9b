package dev.warmline.lead;

import dev.warmline.score.Scorecard.FastTrack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the stage machine makes of an act. */
public sealed interface Decision {

  /** The lead goes to another stage. */
  record Moved(Standing standing, String why, List<Tell> tells) implements Decision {
    public Moved {
      tells = List.copyOf(tells);
    }
  }

  /** The lead stays in its stage; its standing may have changed all the same. */
  record Stayed(Standing standing, String why, List<Tell> tells) implements Decision {
    public Stayed {
      tells = List.copyOf(tells);
    }
  }

  /** The lead stays in its stage, and the record of its cycle says what was done. */
  record Recorded(Standing standing, String why, List<Tell> tells) implements Decision {
    public Recorded {
      tells = List.copyOf(tells);
    }
  }

  /** The act cannot be done. */
  record Refused(String why) implements Decision {}

  /**
   * What somebody must be told.
   *
   * @param at not before then
   * @param why in words
   * @param signal the signal it is about, if it is about one
   */
  record Tell(NoticeId.Kind kind, Instant at, String why, Optional<FastTrack> signal) {}
}
