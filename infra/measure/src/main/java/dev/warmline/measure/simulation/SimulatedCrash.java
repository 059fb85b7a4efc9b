package dev.warmline.measure.simulation;

/** The process is gone. An error, so that no code that works on in spite of failures catches it. */
final class SimulatedCrash extends Error {
  private static final long serialVersionUID = 1L;

  SimulatedCrash(String when) {
    super(when, null, false, false);
  }
}
