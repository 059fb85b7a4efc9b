package dev.warmline.rule;

import java.util.Optional;

/**
 * Rules of one score that share limits: they clamp the sum of the group's rules.
 *
 * @param per the path of a field: the max then holds apart for each of its values
 */
public record Group(String name, Bounds bounds, Optional<String> per) {}
