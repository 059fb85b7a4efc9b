package dev.warmline.rule;

import java.util.Optional;

/**
 * Where an alert goes: the first route whose segment the lead is in.
 *
 * @param segment the id of a segment; without it the route takes everyone
 * @param queue the name of the queue
 * @param warmHandoff whether a queue that says who introduces hands over warmly what comes by such
 *     routes, and nothing else
 */
public record Route(Optional<String> segment, String queue, boolean warmHandoff) {}
