package dev.warmline.rule;

import java.util.List;

/**
 * A name for a range of points.
 *
 * @param name for example {@code A} or {@code hot}
 * @param milliPoints where it begins, in thousandths of a point
 */
public record Band(String name, long milliPoints) {

  /**
   * The highest band that so many milli-points reach; below all of them the lowest.
   *
   * @param bands at least one, the highest first
   */
  public static Band of(List<Band> bands, long milliPoints) {
    return bands.stream()
        .filter(band -> milliPoints >= band.milliPoints())
        .findFirst()
        .orElseGet(bands::getLast);
  }
}
