package dev.warmline.functions.desk.page;

import java.util.List;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title what the page is
 * @param prefix what stands before the path of every link
 * @param tabs the menu
 * @param person who is signed in, if somebody is
 */
public record Frame(String title, String prefix, List<Tab> tabs, Optional<Person> person) {
  /** One entry of the menu. */
  public record Tab(String label, String href, boolean isHere) {}

  /**
   * Whoever is signed in.
   *
   * @param role what they do in the team
   * @param zone the name of the zone of their times
   * @param token what every form of theirs carries
   */
  public record Person(String name, String role, String zone, String token) {}

  public Frame {
    tabs = List.copyOf(tabs);
  }

  /** Where a file is that belongs to all pages. */
  public String asset(String name) {
    return prefix + Assets.path(name);
  }

  /** Where a path of the desk leads. */
  public String link(String path) {
    return prefix + path;
  }

  /** What every form carries; empty before anybody signed in. */
  public String token() {
    return person.map(Person::token).orElse("");
  }
}
