package dev.warmline.lead;

import java.util.Optional;

/**
 * What an evaluation makes of a lead.
 *
 * @param lead the lead to store, one version on
 * @param entry the line of history, if it changed its stage
 * @param signal what sales must hear of beside the stage, if anything
 * @param isChange false if storing it would say nothing new
 */
public record Evaluation(
    Lead lead, Optional<StageEntry> entry, Optional<HotSignal> signal, boolean isChange) {}
