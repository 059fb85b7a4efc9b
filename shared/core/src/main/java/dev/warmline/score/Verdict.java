package dev.warmline.score;

import java.util.List;
import java.util.Optional;

/** The parts of a scorecard that somebody acts on. */
record Verdict(
    boolean enter,
    boolean exit,
    boolean prospect,
    boolean ready,
    boolean contacted,
    List<String> missing,
    Optional<String> fastTrack,
    Optional<String> excluded,
    Optional<String> grade,
    List<Optional<String>> bands,
    List<String> segments) {}
