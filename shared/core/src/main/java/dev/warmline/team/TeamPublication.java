package dev.warmline.team;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A team put in force.
 *
 * @param number 1 for the first publication, and one more for each that follows
 * @param source the JSON that the team is read from; nobody changes it
 * @param by who put it in force
 * @param why what they did, in a few words
 */
public record TeamPublication(
    int number, Team team, ObjectNode source, Instant at, String by, String why) {}
