package org.quorate.quorum;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.quorate.quorum.Gate.Input;
import org.quorate.quorum.Member.Leaf;

/**
 * A quorum system made of gates over processes with names.
 *
 * @param names the names of the processes, all different; from 1 to {@value
 *     QuorumSystem#MAX_ENUMERABLE}
 * @param gate the outermost gate
 */
public record Composite(List<String> names, Gate gate) implements QuorumSystem {

  /**
   * @throws IllegalArgumentException if there are too many names, or two are the same
   */
  public Composite {
    names = List.copyOf(names);
    if (names.isEmpty() || names.size() > MAX_ENUMERABLE) {
      throw new IllegalArgumentException(
          "there are from 1 to %d processes with names, not %d"
              .formatted(MAX_ENUMERABLE, names.size()));
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("two processes have the same name");
    }
  }

  /**
   * The system that a text spells, such as {@code 2 of {a, b, any of {c, d}}}: a number, {@code
   * all}, {@code any} or {@code majority} of members, which are processes or systems and may have
   * weights, {@code 3*a}; or {@code rows}, {@code columns} or the {@code cross} of {@code {a, b; c,
   * d}}. All processes are meant by their number, {@code 3 of 5}, or {@code rows of 3x3}.
   *
   * @throws NotationException if it spells none, or names another process
   */
  public static Composite parse(String text, List<String> names) {
    return Notation.parse(text, names);
  }

  /**
   * The processes that texts name, in the order in which they do. Where none is named, they are p1,
   * p2 and so on, as many as a text says that there are.
   *
   * @throws NotationException if a text spells no quorum system
   */
  public static List<String> namesIn(List<String> texts) {
    return Notation.names(texts);
  }

  /**
   * Sets of processes that weigh at least the threshold (Gifford, 1979).
   *
   * @param weights for each process, in the order of the names
   */
  public static Composite weighted(List<String> names, List<Integer> weights, int threshold) {
    List<Input> inputs = new ArrayList<>();
    for (int p = 0; p < weights.size(); p++) {
      inputs.add(new Input(new Leaf(p), weights.get(p)));
    }
    return new Composite(names, new Gate(threshold, inputs));
  }

  /** Which lines of a grid make a quorum. */
  public enum Lines {
    /** A full row. */
    ROWS,
    /** A full column. */
    COLUMNS,
    /** A full row and a full column (Maekawa, <i>A √N Algorithm for Mutual Exclusion</i>, 1985). */
    CROSS;

    /** The lines of a grid, given row by row; all rows must have the same length. */
    Gate of(List<List<Integer>> rows) {
      int width = rows.get(0).size();
      if (rows.stream().anyMatch(r -> r.size() != width)) {
        throw new IllegalArgumentException("the rows of a grid must have the same length");
      }
      List<List<Integer>> columns =
          IntStream.range(0, width)
              .mapToObj(c -> rows.stream().map(row -> row.get(c)).toList())
              .toList();
      return switch (this) {
        case ROWS -> anyOf(rows);
        case COLUMNS -> anyOf(columns);
        case CROSS -> Gate.all(List.of(anyOf(rows), anyOf(columns)));
      };
    }
  }

  private static Gate anyOf(List<List<Integer>> sets) {
    return Gate.any(sets.stream().map(s -> Gate.all(s.stream().map(Leaf::new).toList())).toList());
  }

  /** Processes in a grid, named row by row, of which lines are quorums. */
  public static Composite grid(List<String> names, int rows, int columns, Lines lines) {
    if (names.size() != rows * columns) {
      throw new IllegalArgumentException(
          "a grid of %d × %d has %d processes, not %d"
              .formatted(rows, columns, rows * columns, names.size()));
    }
    List<Integer> processes = IntStream.range(0, names.size()).boxed().toList();
    return new Composite(names, lines.of(Lists.partition(processes, columns)));
  }

  /** The given sets. */
  public static Composite sets(List<String> names, List<ProcessSet> quorums) {
    return new Composite(
        names, anyOf(quorums.stream().map(q -> q.stream().boxed().toList()).toList()));
  }

  @Override
  public int processes() {
    return names.size();
  }

  @Override
  public String name(int process) {
    return names.get(process);
  }

  @Override
  public boolean isQuorum(long set) {
    return gate.isSatisfied(set);
  }

  @Override
  public int threshold() {
    return gate.threshold();
  }

  @Override
  public Composite withThreshold(int threshold) {
    return new Composite(names, gate.withThreshold(threshold));
  }

  @Override
  public OptionalInt quorumSize() {
    boolean plain =
        gate.members().size() == processes()
            && gate.weight() == processes()
            && gate.members().stream().map(Input::member).allMatch(Leaf.class::isInstance)
            && gate.members().stream().map(Input::member).distinct().count() == processes();
    return plain ? OptionalInt.of(gate.threshold()) : OptionalInt.empty();
  }

  /** The system in the notation, which {@link #parse} reads. */
  @Override
  public String toString() {
    return Notation.write(this);
  }
}
