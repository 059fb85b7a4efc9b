package dev.warmline.cli;

import java.util.Arrays;

/** A list of numbers that costs eight bytes each. */
final class Places {
  private static final int FIRST = 4;

  private long[] places = new long[FIRST];
  private int size;

  void add(long place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size + size / 2 + 1);
    }
    places[size++] = place;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return places[index];
  }
}
