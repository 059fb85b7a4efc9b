package dev.warmline.team;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person does in the team, and so what they may do to leads. */
public enum Role {
  SALES,
  MARKETING,
  /** Leads one of the teams: hears of what nobody did in time. */
  LEAD;

  /** The word in the team file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role with this word, or empty. */
  public static Optional<Role> parse(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** Every word. */
  static List<String> words() {
    return Arrays.stream(values()).map(Role::word).toList();
  }
}
