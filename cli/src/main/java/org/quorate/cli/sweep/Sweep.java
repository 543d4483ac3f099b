package org.quorate.cli.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A map of a model: what was found at every point of some k and some f.
 *
 * @param version of the tool
 * @param model the name of the model
 * @param given the options that the user gave besides k and f, in the model's order
 * @param cells by k, then by f, both ascending; for each k all f
 * @param seconds the time that everything took
 */
public record Sweep(
    String version, String model, Map<String, String> given, List<Cell> cells, double seconds) {

  /** The cells of each k, from left to right. */
  Map<Integer, List<Cell>> rows() {
    return cells.stream()
        .collect(Collectors.groupingBy(c -> c.point().k(), TreeMap::new, Collectors.toList()));
  }

  /** The f of the columns, from left to right. */
  List<Integer> columns() {
    return cells.stream().map(c -> c.point().f()).distinct().toList();
  }

  /** Whether the check and the formula differ somewhere. */
  public boolean disagrees() {
    return cells.stream().anyMatch(Cell::disagrees);
  }

  /** Whether some point was not checked to its end. */
  public boolean isIncomplete() {
    return cells.stream().anyMatch(c -> c.mark() == Mark.INCOMPLETE);
  }

  /** Whether all answers are certain; false if states were told apart by fingerprints. */
  boolean isExact() {
    return cells.stream().flatMap(c -> c.search().stream()).allMatch(s -> s.exact());
  }

  /** The marks that occur, with how often they do. */
  Map<Mark, Long> counts() {
    Map<Mark, Long> counts = new LinkedHashMap<>();
    for (Mark mark : Mark.values()) {
      long count = count(c -> c.mark() == mark);
      if (count > 0) {
        counts.put(mark, count);
      }
    }
    return counts;
  }

  private long count(Predicate<Cell> which) {
    return cells.stream().filter(which).count();
  }

  /** The options that were given: {@code views 1, quorum 2*f+1}. */
  String options() {
    return given.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  /** How many points there are of each mark: {@code 4 points: 3 safe and live, 1 unsafe}. */
  String tally() {
    String marks =
        counts().entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey().word())
            .collect(Collectors.joining(", "));
    return "%d %s: %s".formatted(cells.size(), cells.size() == 1 ? "point" : "points", marks);
  }

  /** Where the check and the formula agree, in one sentence without a full stop. */
  String agreement() {
    long answered = count(c -> c.mark().isFinal());
    if (answered == 0) {
      return "no point was checked to its end, so there is nothing to compare with the formula";
    }
    if (disagrees()) {
      return "the formula says otherwise at "
          + cells.stream()
              .filter(Cell::disagrees)
              .map(c -> c.point().toString())
              .collect(Collectors.joining("; "));
    }
    return answered == cells.size()
        ? "the formula agrees at every point"
        : "the formula agrees at each of the %d that were checked to their end".formatted(answered);
  }
}
