package dev.warmline.architecture.planted.lead;

import dev.warmline.architecture.planted.score.NeedsALead;

/** The other half of a cycle. */
public record NeedsAScore(NeedsALead score) {}
