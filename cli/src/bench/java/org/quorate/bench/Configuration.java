package org.quorate.bench;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.TypeConversionException;

/**
 * A configuration of Paxos for both tools.
 *
 * @param symmetric whether acceptors are interchangeable, and values too
 */
record Configuration(int acceptors, int ballots, int values, boolean symmetric) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{1,2})(\\+sym)?");
  private static final String SYMMETRIC = "+sym";

  /** How many states the search must find. */
  private static final Map<String, Long> STATES =
      Map.of(
          "3/3/2", 185_369L,
          "3/4/2", 8_220_065L,
          "3/4/2+sym", 710_709L,
          "5/3/2+sym", 2_088_565L,
          "3/5/2+sym", 29_730_227L);

  /** Reads {@code acceptors/ballots/values}, with {@code +sym} for both symmetries. */
  static Configuration parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "a row is acceptors/ballots/values or acceptors/ballots/values+sym, not '" + text + "'");
    }
    return new Configuration(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        matcher.group(4) != null);
  }

  /** The number of states, where it is known. */
  OptionalLong states() {
    Long states = STATES.get(toString());
    return states == null ? OptionalLong.empty() : OptionalLong.of(states);
  }

  /** The arguments of {@code cli/quorate}. */
  List<String> arguments() {
    return List.of(
        "check",
        "paxos",
        "--acceptors=" + acceptors,
        "--ballots=" + ballots,
        "--values=" + values,
        "--symmetry=" + (symmetric ? "all" : "none"),
        "--json",
        "--no-progress");
  }

  /** The configuration file of {@code Paxos.tla}: what {@code check} checks, and no more. */
  List<String> tlc() {
    int majority = acceptors / 2 + 1;
    return List.of(
        "SPECIFICATION Spec",
        "CONSTANT Acceptors = " + modelValues("a", acceptors),
        "CONSTANT Values = " + modelValues("v", values),
        "CONSTANT None = None",
        "CONSTANT BallotCount = " + ballots,
        "CONSTANT Phase1Quorum = " + majority,
        "CONSTANT Phase2Quorum = " + majority,
        "CONSTANT ProposersPerBallot = 1",
        "CONSTANT MaxForgets = 0",
        "CONSTANT Forgets = \"all\"",
        "CONSTANT Byzantine = 0",
        "INVARIANT Agreement",
        "INVARIANT Validity",
        symmetric ? "SYMMETRY BothSymmetry" : "");
  }

  private static String modelValues(String prefix, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> prefix + i)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return acceptors + "/" + ballots + "/" + values + (symmetric ? SYMMETRIC : "");
  }
}
