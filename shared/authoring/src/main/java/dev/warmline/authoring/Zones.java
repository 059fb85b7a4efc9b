package dev.warmline.authoring;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Time zones by what people call them. */
final class Zones {
  private static final Map<String, String> BY_WORDS =
      Map.ofEntries(
          zone(
              "Europe/Berlin",
              "cet cest mez mesz germany deutschland centraleuropeantime centraleurope mitteleuropa"
                  + " mitteleuropäischezeit"),
          zone("Europe/London", "bst uk gb england unitedkingdom greatbritain britishsummertime"),
          zone("Europe/Paris", "france frankreich"),
          zone("Europe/Madrid", "spain spanien españa"),
          zone("Europe/Rome", "italy italien italia"),
          zone("Europe/Zurich", "switzerland schweiz suisse"),
          zone("Europe/Vienna", "austria österreich osterreich wien"),
          zone("Europe/Amsterdam", "netherlands niederlande nederland holland"),
          zone("Europe/Helsinki", "eet eest"),
          zone("Europe/Lisbon", "wet west portugal"),
          zone("Europe/Moscow", "msk"),
          zone("America/New_York", "est edt et eastern easterntime useastern washington boston"),
          zone("America/Chicago", "cst cdt ct central centraltime uscentral"),
          zone("America/Denver", "mst mdt mt mountain mountaintime"),
          zone(
              "America/Los_Angeles",
              "pst pdt pt pacific pacifictime uspacific sanfrancisco seattle"),
          zone("America/Sao_Paulo", "brt brazil brasil"),
          zone("Asia/Kolkata", "ist india"),
          zone("Asia/Tokyo", "jst japan"),
          zone("Asia/Singapore", "sgt singapore"),
          zone("Asia/Shanghai", "china beijing"),
          zone("Australia/Sydney", "aest aedt australia"),
          zone("Pacific/Auckland", "nzst nzdt newzealand"),
          zone("UTC", "gmtutc coordinateduniversaltime worldtime"));

  private Zones() {}

  private static Map.Entry<String, String> zone(String id, String words) {
    return Map.entry(id, " " + words + " ");
  }

  /** The zone that somebody meant. */
  static Optional<String> of(String written) {
    var word = Typography.word(written).replaceAll("time$", "");
    return byWords(word)
        .or(() -> byWords(word + "time"))
        .or(() -> byCity(word))
        .or(() -> nearest(written));
  }

  private static Optional<String> byWords(String word) {
    return BY_WORDS.entrySet().stream()
        .filter(zone -> zone.getValue().contains(" " + word + " "))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Optional<String> byCity(String word) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> Typography.word(id.substring(id.lastIndexOf('/') + 1)).equals(word))
        .min(Comparator.comparing((String id) -> id.indexOf('/') < 0).thenComparing(id -> id));
  }

  private static Optional<String> nearest(String written) {
    var cities =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.indexOf('/') > 0 && !id.startsWith("SystemV"))
            .sorted()
            .toList();
    return Spelling.nearest(written, cities)
        .or(
            () ->
                Spelling.nearest(
                        written,
                        cities.stream().map(id -> id.substring(id.lastIndexOf('/') + 1)).toList())
                    .flatMap(city -> byCity(Typography.word(city))));
  }
}
