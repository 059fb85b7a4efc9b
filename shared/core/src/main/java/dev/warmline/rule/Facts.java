package dev.warmline.rule;

import static dev.warmline.rule.FactReader.LOWER_BOUND;
import static dev.warmline.rule.FactReader.TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A map from facts to the traits they may come from: what rules, required information and alerts
 * read.
 */
public final class Facts {
  /** What the Segment spec reserves, and the names that forms use beside it. */
  public static final Facts BUILT_IN =
      new Facts(
          List.of(
              fact(
                  "name",
                  "name",
                  "firstName + lastName",
                  "first_name + last_name",
                  "fullName",
                  "full_name"),
              fact(
                  "company",
                  "company",
                  "company.name",
                  "companyName",
                  "company_name",
                  "organization",
                  "group.name"),
              new Fact(
                  "employees",
                  List.of("employees", "company.employee_count", "group.employees"),
                  LOWER_BOUND),
              fact("role", "role", "title", "position", "jobTitle", "job_title"),
              fact("country", "country", "address.country"),
              fact("city", "city", "address.city"),
              fact("state", "state", "address.state"),
              fact("industry", "industry", "company.industry", "group.industry"),
              fact("plan", "plan", "company.plan", "group.plan"),
              fact("website", "website", "group.website"),
              fact("phone", "phone", "phoneNumber", "phone_number", "mobile")));

  private static final String GROUP = "group.";

  private final Map<String, Fact> byName = new LinkedHashMap<>();

  /** A map of these facts; of two with one name the later. */
  public Facts(List<Fact> facts) {
    facts.forEach(fact -> byName.put(fact.name(), fact));
  }

  /** These facts too, each instead of the one of its name. */
  Facts with(List<Fact> others) {
    return new Facts(Stream.concat(list().stream(), others.stream()).toList());
  }

  private static Fact fact(String name, String... from) {
    return new Fact(name, List.of(from), TEXT);
  }

  /** The facts in the order of the map. */
  public List<Fact> list() {
    return List.copyOf(byName.values());
  }

  /** The fact of this name; empty if it is a trait like any other. */
  public Optional<Fact> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The traits with all facts that can be read from them, each under its name. What an object said
   * that stood there is still found by its path: {@code company.id} becomes a key.
   */
  public ObjectNode in(ObjectNode traits) {
    var whole = traits.objectNode();
    whole.setAll(traits);
    byName.forEach((name, fact) -> fact.of(traits).ifPresent(value -> put(name, value, whole)));
    return whole;
  }

  private static void put(String name, JsonNode value, ObjectNode whole) {
    if (whole.get(name) instanceof ObjectNode object) {
      object.properties().forEach(one -> whole.set(name + "." + one.getKey(), one.getValue()));
    }
    whole.set(name, value);
  }

  /**
   * The keys of the traits that these names may depend on: each name, and where it is read from; of
   * group traits {@code group.} and their key.
   */
  public Set<String> sources(Set<String> names) {
    return names.stream()
        .flatMap(name -> Stream.concat(Stream.of(name), find(name).stream().flatMap(Fact::paths)))
        .map(Facts::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String key(String path) {
    return path.startsWith(GROUP)
        ? GROUP + path.substring(GROUP.length()).split("\\.", 2)[0]
        : path.split("\\.", 2)[0];
  }
}
