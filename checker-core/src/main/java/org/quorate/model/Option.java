package org.quorate.model;

import java.util.List;

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
   * loss,crash=1}.
   *
   * @param switches those that there are or are not
   * @param counted those of which there are so many at most, as in {@code crash=1}
   */
  public record FaultSet(List<String> switches, List<String> counted) implements Type {}

  /**
   * Quorum systems as text, those of several phases separated by {@code /}; the protocol reads it.
   * A command line may take a file that describes them instead.
   */
  public record QuorumSystems() implements Type {}
}
