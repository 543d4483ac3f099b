package org.quorate.quorum.proof;

import java.util.List;

/** The values of k, f, b or c that a proof is about. */
public sealed interface Values {

  /**
   * Some numbers.
   *
   * @param numbers at least one; none is negative
   */
  record Listed(List<Integer> numbers) implements Values {
    /** A copy of the numbers. */
    public Listed {
      numbers = List.copyOf(numbers);
      if (numbers.isEmpty() || numbers.stream().anyMatch(n -> n < 0)) {
        throw new IllegalArgumentException("no numbers, or negative ones: " + numbers);
      }
    }
  }

  /**
   * All numbers from one on, without an upper bound.
   *
   * @param least not negative
   */
  record From(int least) implements Values {
    /** All numbers from one on. */
    public From {
      if (least < 0) {
        throw new IllegalArgumentException("negative: " + least);
      }
    }
  }

  /** Just one number. */
  static Values only(int number) {
    return new Listed(List.of(number));
  }
}
