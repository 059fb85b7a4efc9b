package dev.warmline.authoring;

import dev.warmline.authoring.Finding.Severity;
import dev.warmline.rule.ModelNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects what the checks find and knows where in the file it is. */
final class Findings {
  private static final int MOST = 1_000;

  private final String file;
  private final LocatedTree tree;
  private final Set<Finding> found = new LinkedHashSet<>();

  Findings(String file, LocatedTree tree) {
    this.file = file;
    this.tree = tree;
    for (var flaw : tree.flaws()) {
      add(Severity.ERROR, flaw.spot(), flaw.pointer(), flaw.message(), flaw.suggestion());
    }
  }

  void error(ModelNode place, String message) {
    error(place, message, Optional.empty());
  }

  void error(ModelNode place, String message, Optional<String> suggestion) {
    add(Severity.ERROR, tree.spotOf(place.pointer()), place.pointer(), message, suggestion);
  }

  /** An error about a key rather than its value. */
  void errorAtKey(ModelNode place, String message, Optional<String> suggestion) {
    add(Severity.ERROR, tree.keySpotOf(place.pointer()), place.pointer(), message, suggestion);
  }

  void warning(ModelNode place, String message) {
    warning(place, message, Optional.empty());
  }

  void warning(ModelNode place, String message, Optional<String> suggestion) {
    add(Severity.WARNING, tree.spotOf(place.pointer()), place.pointer(), message, suggestion);
  }

  /** What is right as it stands, but often not what was wanted. */
  void hint(ModelNode place, String message, String suggestion) {
    var spot = tree.spotOf(place.pointer());
    add(Severity.HINT, spot, place.pointer(), message, Optional.of(suggestion));
  }

  /** Whether a value stands in quotes in the file. */
  boolean isQuoted(ModelNode value) {
    return tree.isQuoted(value.pointer());
  }

  /** The text of the file, and where a value begins in it. */
  SourceText source() {
    return tree.source();
  }

  LocatedTree.Spot spotOf(ModelNode value) {
    return tree.spotOf(value.pointer());
  }

  /** Whether something was already said about this place or a part of it. */
  boolean covers(String pointer) {
    return found.stream().map(Finding::pointer).anyMatch(known -> isWithin(known, pointer));
  }

  /** Whether this place has an error already, or a part of it, from which nothing else follows. */
  boolean isBroken(ModelNode place) {
    return errors().anyMatch(known -> isWithin(known, place.pointer()));
  }

  /** Whether an error is at a place, in a part of it, or in what it is a part of. */
  boolean hasErrorAround(String pointer) {
    return errors().anyMatch(known -> isWithin(known, pointer) || isWithin(pointer, known));
  }

  private Stream<String> errors() {
    return found.stream().filter(Finding::isError).map(Finding::pointer);
  }

  private static boolean isWithin(String pointer, String whole) {
    return pointer.equals(whole) || pointer.startsWith(whole + "/");
  }

  /** All of them in the order of the file, at most {@value #MOST}. */
  List<Finding> inOrder() {
    var list = new ArrayList<>(found);
    list.sort(
        Comparator.comparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::severity));
    return list.size() <= MOST ? list : errorsFirst(list);
  }

  /** A file with thousands of faults shows the first, and at least one error if there is any. */
  private static List<Finding> errorsFirst(List<Finding> list) {
    list.sort(Comparator.comparing(Finding::severity));
    return list.subList(0, MOST);
  }

  private void add(
      Severity severity,
      LocatedTree.Spot spot,
      String pointer,
      String message,
      Optional<String> suggestion) {
    found.add(
        new Finding(severity, file, spot.line(), spot.column(), pointer, message, suggestion));
  }
}
