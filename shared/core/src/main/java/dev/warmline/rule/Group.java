package dev.warmline.rule;

/** Rules of one score that share limits: they clamp the sum of the group's rules. */
public record Group(String name, Bounds bounds) {}
