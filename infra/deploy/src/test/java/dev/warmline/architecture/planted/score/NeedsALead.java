package dev.warmline.architecture.planted.score;

import dev.warmline.architecture.planted.lead.NeedsAScore;

/** One half of a cycle. */
public record NeedsALead(NeedsAScore lead) {}
