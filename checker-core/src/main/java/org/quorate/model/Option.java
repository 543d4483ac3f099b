package org.quorate.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An option of a protocol.
 *
 * @param name as on the command line without dashes, and as in spec files
 * @param type what values it takes
 * @param fallback the default as help texts show it, such as {@code 3} or {@code floor(n/2)+1}
 * @param meaning one line
 */
public record Option(String name, Type type, String fallback, String meaning) {

  /** What values an option takes. */
  public sealed interface Type {}

  /** The whole numbers from {@code least} to {@code most}. */
  public record WholeNumber(int least, int most) implements Type {}

  /** One of some names. */
  public record Choice(List<String> names) implements Type {}

  /** A formula over n, k and f whose value is a whole number; the protocol evaluates it. */
  public record Formula() implements Type {}

  /** Words separated by commas. */
  public record Words() implements Type {}

  /**
   * Faults that may occur: {@code none}, or some of them separated by commas, such as {@code
   * loss,crash=1}. The more of them there may be, the more a run can do.
   */
  public record FaultSet(List<Fault> faults) implements Type {

    /** The text for some of the faults, each with how many; none of those with 0. */
    public String text(Map<String, Integer> counts) {
      String text =
          faults.stream()
              .filter(f -> counts.getOrDefault(f.name(), 0) > 0)
              .map(f -> f.isCounted() ? f.name() + "=" + counts.get(f.name()) : f.name())
              .collect(Collectors.joining(","));
      return text.isEmpty() ? NO_FAULTS : text;
    }
  }

  /** Stands for no faults at all. */
  public static final String NO_FAULTS = "none";

  /**
   * A kind of fault.
   *
   * @param isCounted whether there are so many at most, as in {@code crash=1}; otherwise there are
   *     any or none
   * @param isTolerated whether the protocol is there to bear it
   * @param one in words, such as {@code one crash}
   * @param many the same for several, with {@code %d} for how many; as {@code one} if not counted
   */
  public record Fault(
      String name, boolean isCounted, boolean isTolerated, String one, String many) {

    /** A fault that there is or is not, and that the protocol is there to bear. */
    public Fault(String name, String meaning) {
      this(name, false, true, meaning, meaning);
    }

    /** A fault of which there are so many, and that the protocol need not bear. */
    public Fault(String name, String one, String many) {
      this(name, true, false, one, many);
    }

    /** So many of it in words. */
    public String words(int count) {
      return isCounted && count > 1 ? many.formatted(count) : one;
    }
  }

  /**
   * Quorum systems as text, those of several phases separated by {@code /}; the protocol reads it.
   * A command line may take a file that describes them instead.
   */
  public record QuorumSystems() implements Type {}
}
