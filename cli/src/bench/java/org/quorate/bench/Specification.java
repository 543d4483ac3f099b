package org.quorate.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A protocol that both tools know, and how its sizes are spelled for each. */
enum Specification {
  PAXOS("paxos", "Paxos", "BothSymmetry", "acceptors", "ballots", "values") {
    @Override
    List<String> constants(List<Integer> sizes) {
      int majority = sizes.get(0) / 2 + 1;
      return List.of(
          "Acceptors = " + modelValues("a", 1, sizes.get(0)),
          "Values = " + modelValues("v", 1, sizes.get(2)),
          "None = None",
          "BallotCount = " + sizes.get(1),
          "Phase1Quorum = " + majority,
          "Phase2Quorum = " + majority,
          "ProposersPerBallot = 1",
          "MaxForgets = 0",
          "Forgets = \"all\"",
          "Byzantine = 0");
    }
  },
  MULTIPAXOS("multipaxos", "MultiPaxos", "AllSymmetry", "acceptors", "ballots", "slots", "values") {
    @Override
    List<String> constants(List<Integer> sizes) {
      int majority = sizes.get(0) / 2 + 1;
      return List.of(
          "Acceptors = " + modelValues("a", 1, sizes.get(0)),
          "Values = " + modelValues("v", 1, sizes.get(3)),
          "Proposers = {p1}",
          "None = None",
          "BallotCount = " + sizes.get(1),
          "SlotCount = " + sizes.get(2),
          "Phase1Quorum = " + majority,
          "Phase2Quorum = " + majority);
    }
  },
  PBFT("pbft", "Pbft", "BothSymmetry", "replicas", "f", "views", "slots", "values") {
    @Override
    List<String> constants(List<Integer> sizes) {
      int quorum = (sizes.get(0) + sizes.get(1) + 2) / 2;
      return List.of(
          "Others = " + modelValues("r", sizes.get(2), sizes.get(0) - sizes.get(2)),
          "Values = " + modelValues("v", 1, sizes.get(4)),
          "Null = Null",
          "None = None",
          "ViewCount = " + sizes.get(2),
          "SlotCount = " + sizes.get(3),
          "Byzantine = " + sizes.get(1),
          "PrepareQuorum = " + quorum,
          "CommitQuorum = " + quorum,
          "ViewChangeQuorum = " + quorum);
    }
  };

  private final String model;
  private final String module;
  private final String symmetry;
  private final List<String> options;

  Specification(String model, String module, String symmetry, String... options) {
    this.model = model;
    this.module = module;
    this.symmetry = symmetry;
    this.options = List.of(options);
  }

  /** The constants of the module, as TLC's configuration file assigns them. */
  abstract List<String> constants(List<Integer> sizes);

  /** The name that {@code quorate check} takes. */
  String model() {
    return model;
  }

  /** The name of the module in {@code specs/tla}. */
  String module() {
    return module;
  }

  /** The module's definition of its whole symmetry. */
  String symmetry() {
    return symmetry;
  }

  /** The options of {@code quorate check} that take the sizes, in their order. */
  List<String> options() {
    return options;
  }

  private static String modelValues(String prefix, int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> prefix + i)
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
