package org.quorate.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/**
 * A configuration of a protocol for both tools.
 *
 * @param specification the protocol
 * @param sizes one for each option of the specification
 * @param symmetric whether states count up to the whole symmetry
 */
record Configuration(Specification specification, List<Integer> sizes, boolean symmetric) {

  private static final Pattern TEXT = Pattern.compile("(\\w+):(\\d{1,2}(?:/\\d{1,2})*)(\\+sym)?");
  private static final String SYMMETRIC = "+sym";

  /** How many states the search must find. */
  private static final Map<String, Long> STATES =
      Map.of(
          "paxos:3/3/2", 185_369L,
          "paxos:3/4/2", 8_220_065L,
          "paxos:3/4/2+sym", 710_709L,
          "paxos:5/3/2+sym", 2_088_565L,
          "paxos:3/5/2+sym", 29_730_227L,
          "multipaxos:3/3/2/2+sym", 18_803_441L,
          "pbft:4/1/2/1/2", 38_052L,
          "pbft:4/1/3/1/2+sym", 2_070_859L,
          "pbft:7/2/2/1/2+sym", 744_355L);

  /** The smallest one: a run that stores next to nothing. */
  static final Configuration SMALLEST = parse("paxos:1/1/2+sym");

  /** Reads a protocol and its sizes, {@code paxos:3/4/2}, with {@code +sym} for all symmetries. */
  static Configuration parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      for (Specification each : Specification.values()) {
        List<Integer> sizes =
            Arrays.stream(matcher.group(2).split("/")).map(Integer::valueOf).toList();
        if (each.model().equals(matcher.group(1)) && each.options().size() == sizes.size()) {
          return new Configuration(each, sizes, matcher.group(3) != null);
        }
      }
    }
    throw new TypeConversionException(
        "a row is %s, with or without %s; not '%s'".formatted(forms(), SYMMETRIC, text));
  }

  private static String forms() {
    return Arrays.stream(Specification.values())
        .map(s -> s.model() + ":" + String.join("/", s.options()))
        .collect(Collectors.joining(", "));
  }

  /** The number of states, where it is known. */
  OptionalLong states() {
    Long states = STATES.get(toString());
    return states == null ? OptionalLong.empty() : OptionalLong.of(states);
  }

  /** The arguments of {@code cli/quorate}. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("check", specification.model()));
    for (int i = 0; i < sizes.size(); i++) {
      String option = specification.options().get(i);
      arguments.add((option.length() == 1 ? "-" : "--") + option + "=" + sizes.get(i));
    }
    arguments.add("--symmetry=" + (symmetric ? "all" : "none"));
    arguments.addAll(List.of("--json", "--no-progress"));
    return arguments;
  }

  /** TLC's configuration file: what {@code check} checks, and no more. */
  List<String> tlc() {
    List<String> lines = new ArrayList<>(List.of("SPECIFICATION Spec"));
    specification.constants(sizes).forEach(c -> lines.add("CONSTANT " + c));
    lines.addAll(List.of("INVARIANT Agreement", "INVARIANT Validity"));
    if (symmetric) {
      lines.add("SYMMETRY " + specification.symmetry());
    }
    return lines;
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    String numbers = sizes.stream().map(String::valueOf).collect(Collectors.joining("/"));
    return specification.model() + ":" + numbers + (symmetric ? SYMMETRIC : "");
  }
}
