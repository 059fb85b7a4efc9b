package dev.warmline.local.page;

import java.util.Optional;

/** Signs people in. */
@FunctionalInterface
public interface SignedInPeople {

  /** A token of the demo issuer for somebody of the team; empty if they are not in it. */
  Optional<String> of(String person);
}
