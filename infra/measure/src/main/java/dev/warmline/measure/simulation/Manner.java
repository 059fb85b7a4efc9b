package dev.warmline.measure.simulation;

/**
 * How rough a run is, apart from the faults: a failure that needs less of it is easier to read.
 *
 * @param shuffled whether chance decides what happens next, or each thing happens at once
 * @param interleaved whether invocations go on in turns, or each ends before the next begins
 * @param repeated whether batches, messages and requests come again though all went well
 * @param delayed whether streams and messages are late
 */
record Manner(boolean shuffled, boolean interleaved, boolean repeated, boolean delayed) {
  static final Manner ROUGH = new Manner(true, true, true, true);
  static final Manner CALM = new Manner(false, false, false, false);

  Manner withoutShuffling() {
    return new Manner(false, interleaved, repeated, delayed);
  }

  Manner withoutInterleaving() {
    return new Manner(shuffled, false, repeated, delayed);
  }

  Manner withoutRepetition() {
    return new Manner(shuffled, interleaved, false, delayed);
  }

  Manner withoutDelay() {
    return new Manner(shuffled, interleaved, repeated, false);
  }
}
