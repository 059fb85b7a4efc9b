package dev.warmline.rule;

/**
 * A model put in force.
 *
 * @param number 1 for the first publication, and one more for each that follows
 * @param silent whether leads that qualify by the change alone are told to nobody
 */
public record Publication(int number, Model model, boolean silent) {}
