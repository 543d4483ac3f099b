package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Mutant;
import org.quorate.model.Option;
import org.quorate.model.Option.Choice;
import org.quorate.model.Option.Fault;
import org.quorate.model.Option.WholeNumber;
import org.quorate.model.Protocol;
import org.quorate.model.Settings;
import org.quorate.models.network.FaultOptions;
import org.quorate.models.options.Implied;
import org.quorate.models.options.Labels;
import org.quorate.models.options.PhaseQuorums;
import org.quorate.models.options.PhaseSystems;
import org.quorate.models.options.Processes;
import org.quorate.quorum.Composite;
import org.quorate.quorum.QuorumSystem;
import org.quorate.quorum.Threshold;
import org.quorate.state.Scalarset;
import org.quorate.state.Subrange;

/** Paxos with its options, for the command line and for spec files. */
public final class PaxosProtocol implements Protocol {

  private static final int DEFAULT_K = 2;

  /** Faults beside those of the network, and crashes that lose nothing. */
  private static final List<Fault> FAULTS =
      List.of(
          new Fault("forget", "one crash that forgets all", "%d crashes that forget all"),
          new Fault(
              "forget-promise",
              "one crash that forgets the promise",
              "%d crashes that forget the promise"),
          new Fault(
              "forget-vote", "one crash that forgets the vote", "%d crashes that forget the vote"),
          FaultOptions.REUSE,
          new Fault("byzantine", "one Byzantine acceptor", "%d Byzantine acceptors"));

  @Override
  public String name() {
    return "paxos";
  }

  @Override
  public String description() {
    return "single-decree Paxos: one value is chosen by ballots of promises and votes";
  }

  @Override
  public List<Option> options() {
    int most = PaxosConfig.MAX_ACCEPTORS;
    List<Option> options = new ArrayList<>(Processes.options("acceptors", DEFAULT_K, most));
    options.addAll(
        List.of(
            new Option(
                "ballots", new WholeNumber(1, PaxosConfig.MAX_BALLOTS), "3", "ballot numbers"),
            new Option(
                "values",
                new WholeNumber(1, PaxosConfig.MAX_VALUES),
                "2",
                "values that may be proposed")));
    options.addAll(PhaseQuorums.options());
    options.add(PhaseSystems.option());
    options.addAll(
        List.of(
            new Option(
                "proposers-per-ballot",
                new WholeNumber(1, PaxosConfig.MAX_VALUES),
                "1",
                "proposers that use the same ballot number"),
            new Option("forget", new WholeNumber(0, most), "0", "crashes that lose stable state"),
            new Option(
                "byzantine",
                new WholeNumber(0, most - 1),
                "0",
                "acceptors that say anything, of the n"),
            new Option(
                "mutant", new Choice(mutantKeys()), "none", "a deviation from the protocol")));
    options.addAll(FaultOptions.options(FAULTS));
    options.addAll(Labels.options());
    return options;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("--acceptors 5 --ballots 2", "five acceptors"),
        new Example("--acceptors 4 --phase1-quorum 3 --phase2-quorum 2", "flexible quorums"),
        new Example("--quorum-system 'rows of 2x2 / columns of 2x2' --ballots 2", "a grid"),
        new Example("--quorum-system specs/quorums/rows.yaml --ballots 1", "quorums of a file"),
        new Example("--proposers-per-ballot 2 --ballots 1", "two proposers use one number"),
        new Example("--forget 1 --ballots 2", "a crash loses an acceptor's memory"),
        new Example("--acceptors 4 --byzantine 1 --quorum 3 --ballots 2", "one acceptor lies"),
        new Example("--network explicit --faults none --ballots 2", "a network without faults"),
        new Example("--faults loss,crash=1 --ballots 2", "lost messages, and one crash"),
        new Example("--mutant skip-phase1 --acceptors 2 --ballots 2", "a known bug"));
  }

  private static List<String> mutantKeys() {
    return Stream.of(Deviation.values()).map(Deviation::key).toList();
  }

  @Override
  public Configured configure(Settings settings) {
    FaultOptions faults = FaultOptions.of(settings, FAULTS);
    PaxosConfig config = config(settings, faults);
    Map<String, Object> parameters = new LinkedHashMap<>();
    putSystems(config, parameters);
    parameters.put("acceptors", config.acceptors());
    parameters.put("f", config.f());
    parameters.put("ballots", config.ballots());
    parameters.put("values", config.values());
    putThresholds(config, parameters);
    parameters.put("proposers-per-ballot", config.proposersPerBallot());
    parameters.put("forget", config.forgets());
    parameters.put("byzantine", config.byzantine());
    parameters.put("mutant", config.deviation().key());
    faults.put(parameters);
    Labels.putGiven(settings, parameters);
    Subrange ballots = Labels.ballots(settings, config.ballots());
    Scalarset values = Labels.values(settings, config.values());
    return new Configured(Paxos.of(config, ballots, values), parameters);
  }

  private static void putSystems(PaxosConfig config, Map<String, Object> parameters) {
    if (config.phase1() instanceof Composite first && config.phase2() instanceof Composite second) {
      new PhaseSystems(first, second).put(parameters);
    }
  }

  private static void putThresholds(PaxosConfig config, Map<String, Object> parameters) {
    if (config.phase1() instanceof Threshold first && config.phase2() instanceof Threshold second) {
      parameters.put("phase1-quorum", first.threshold());
      parameters.put("phase2-quorum", second.threshold());
    }
  }

  private static PaxosConfig config(Settings settings, FaultOptions faults) {
    Deviation deviation = deviation(settings.text("mutant").orElse(Deviation.NONE.key()));
    Optional<PhaseSystems> systems = systems(settings);
    if (systems.isPresent()) {
      return config(settings, faults, deviation, systems.get());
    }
    Processes acceptors = Processes.of(settings, "acceptors", DEFAULT_K, PaxosConfig.MAX_ACCEPTORS);
    PhaseQuorums quorums = quorums(settings, acceptors, deviation);
    return config(
        settings,
        faults,
        deviation,
        acceptors.f(),
        new Threshold(acceptors.n(), quorums.phase1()),
        new Threshold(acceptors.n(), quorums.phase2()));
  }

  private static Optional<PhaseSystems> systems(Settings settings) {
    List<String> others = List.of("k", "quorum", "phase1-quorum", "phase2-quorum");
    return PhaseSystems.of(settings, PaxosConfig.MAX_ACCEPTORS, others);
  }

  private static PaxosConfig config(
      Settings settings, FaultOptions faults, Deviation deviation, PhaseSystems systems) {
    if (deviation == Deviation.SMALL_QUORUM) {
      throw new InvalidSettingsException(
          "the mutant small-quorum sets the quorums to floor(n/2); leave out quorum-system");
    }
    if (faults.number(settings, "byzantine", "byzantine", 0) > 0) {
      throw new InvalidSettingsException(
          "byzantine goes with numbers as quorums only; leave out quorum-system");
    }
    int n = systems.phase1().processes();
    if (settings.number("acceptors").orElse(n) != n) {
      throw new InvalidSettingsException(
          "quorum-system names %d acceptors; leave out acceptors".formatted(n));
    }
    int f = settings.number("f").orElseGet(systems::resilience);
    return config(settings, faults, deviation, f, systems.phase1(), systems.phase2());
  }

  private static PaxosConfig config(
      Settings settings,
      FaultOptions faults,
      Deviation deviation,
      int f,
      QuorumSystem phase1,
      QuorumSystem phase2) {
    int n = phase1.processes();
    int byzantine = faults.number(settings, "byzantine", "byzantine", 0);
    if (byzantine >= n) {
      throw new InvalidSettingsException(
          "byzantine must be less than the number of acceptors, %d, not %d"
              .formatted(n, byzantine));
    }
    if (f > n) {
      throw new InvalidSettingsException("f is at most the number of acceptors, %d".formatted(n));
    }
    return new PaxosConfig(
        n,
        f,
        settings.number("ballots").orElse(3),
        settings.number("values").orElse(2),
        phase1,
        phase2,
        faults.proposersPerBallot(settings, deviation == Deviation.SHARED_BALLOT),
        losses(settings, faults, deviation),
        loss(faults, deviation),
        byzantine,
        faults.environment(),
        deviation);
  }

  private static int losses(Settings settings, FaultOptions faults, Deviation deviation) {
    if (faults.given().isEmpty()) {
      return Implied.number(settings, "forget", deviation.loss().isPresent(), 1, 0);
    }
    deviation.loss().ifPresent(loss -> faults.requireImplied(faultOf(loss), true));
    return faults.number(settings, faultOf(loss(faults, deviation)), "forget", 0);
  }

  private static Loss loss(FaultOptions faults, Deviation deviation) {
    List<Loss> given = Stream.of(Loss.values()).filter(l -> faults.has(faultOf(l))).toList();
    if (given.size() > 1) {
      throw new InvalidSettingsException(
          "faults: crashes lose one and the same thing; give one of %s"
              .formatted(String.join(", ", given.stream().map(l -> faultOf(l)).toList())));
    }
    return given.stream().findFirst().or(deviation::loss).orElse(Loss.ALL);
  }

  private static String faultOf(Loss loss) {
    return switch (loss) {
      case ALL -> "forget";
      case PROMISE -> "forget-promise";
      case VOTE -> "forget-vote";
    };
  }

  private static Deviation deviation(String key) {
    return Stream.of(Deviation.values()).filter(d -> d.key().equals(key)).findFirst().orElseThrow();
  }

  private static PhaseQuorums quorums(Settings settings, Processes acceptors, Deviation deviation) {
    if (deviation != Deviation.SMALL_QUORUM) {
      return PhaseQuorums.of(settings, acceptors);
    }
    int small = Math.max(1, acceptors.n() / 2);
    for (String name : List.of("quorum", "phase1-quorum", "phase2-quorum")) {
      if (acceptors.quorum(settings, name, Integer.toString(small)) != small) {
        throw new InvalidSettingsException(
            "the mutant small-quorum sets the quorums to floor(n/2); leave out " + name);
      }
    }
    return PhaseQuorums.of(settings, acceptors, Integer.toString(small));
  }

  @Override
  public List<Mutant> mutants() {
    return PaxosCatalogue.mutants();
  }
}
