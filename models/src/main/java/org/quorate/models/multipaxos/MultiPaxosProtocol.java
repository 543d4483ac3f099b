package org.quorate.models.multipaxos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quorate.model.Mutant;
import org.quorate.model.Option;
import org.quorate.model.Option.Choice;
import org.quorate.model.Option.Fault;
import org.quorate.model.Option.WholeNumber;
import org.quorate.model.Protocol;
import org.quorate.model.Settings;
import org.quorate.models.network.FaultOptions;
import org.quorate.models.options.Labels;
import org.quorate.models.options.PhaseQuorums;
import org.quorate.models.options.Processes;
import org.quorate.state.Scalarset;
import org.quorate.state.Subrange;

/** Multi-Paxos with its options, for the command line and for spec files. */
public final class MultiPaxosProtocol implements Protocol {

  private static final int DEFAULT_K = 2;
  private static final int DEFAULT_BALLOTS = 2;
  private static final int DEFAULT_SLOTS = 2;
  private static final int DEFAULT_VALUES = 2;

  /** Faults beside those of the network, and crashes that lose nothing. */
  private static final List<Fault> FAULTS = List.of(FaultOptions.REUSE);

  @Override
  public String name() {
    return "multipaxos";
  }

  @Override
  public String description() {
    return "Multi-Paxos: a leader prepares once and proposes a value for each slot of a log";
  }

  @Override
  public List<Option> options() {
    int most = MultiPaxosConfig.MAX_ACCEPTORS;
    List<Option> options = new ArrayList<>(Processes.options("acceptors", DEFAULT_K, most));
    options.add(number("ballots", MultiPaxosConfig.MAX_BALLOTS, DEFAULT_BALLOTS, "ballot numbers"));
    options.add(number("slots", MultiPaxosConfig.MAX_SLOTS, DEFAULT_SLOTS, "slots of the log"));
    options.add(
        number(
            "values", MultiPaxosConfig.MAX_VALUES, DEFAULT_VALUES, "values that may be proposed"));
    options.addAll(PhaseQuorums.options());
    options.add(
        number(
            "proposers-per-ballot",
            MultiPaxosConfig.MAX_PROPOSERS,
            1,
            "proposers that use the same ballot number"));
    options.add(
        new Option("mutant", new Choice(mutantKeys()), "none", "a deviation from the protocol"));
    options.addAll(FaultOptions.options(FAULTS));
    options.addAll(Labels.options());
    return options;
  }

  private static Option number(String name, int most, int fallback, String meaning) {
    return new Option(name, new WholeNumber(1, most), Integer.toString(fallback), meaning);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("--ballots 1 --ballot-names 5 --value-names 8,2", "the slides' run is in it"),
        new Example("--acceptors 4 --phase1-quorum 3 --phase2-quorum 2", "flexible quorums"),
        new Example("--proposers-per-ballot 2 --ballots 1", "two proposers use one number"),
        new Example(
            "--mutant single-register --acceptors 1 --ballots 1", "two values, one decision"),
        new Example("--network explicit --faults none", "a network without faults"),
        new Example("--faults loss,crash=1 --slots 1", "lost messages, and one crash"),
        new Example("--mutant report-last-slot", "a known bug"));
  }

  private static List<String> mutantKeys() {
    return Stream.of(Deviation.values()).map(Deviation::key).toList();
  }

  @Override
  public Configured configure(Settings settings) {
    FaultOptions faults = FaultOptions.of(settings, FAULTS);
    MultiPaxosConfig config = config(settings, faults);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("acceptors", config.acceptors());
    parameters.put("f", config.f());
    parameters.put("ballots", config.ballots());
    parameters.put("slots", config.slots());
    parameters.put("values", config.values());
    parameters.put("phase1-quorum", config.quorums().phase1());
    parameters.put("phase2-quorum", config.quorums().phase2());
    parameters.put("proposers-per-ballot", config.proposersPerBallot());
    parameters.put("mutant", config.deviation().key());
    faults.put(parameters);
    Labels.putGiven(settings, parameters);
    Subrange ballots = Labels.ballots(settings, config.ballots());
    Scalarset values = Labels.values(settings, config.values());
    return new Configured(MultiPaxos.of(config, ballots, values), parameters);
  }

  private static MultiPaxosConfig config(Settings settings, FaultOptions faults) {
    Deviation deviation = deviation(settings.text("mutant").orElse(Deviation.NONE.key()));
    Processes acceptors =
        Processes.of(settings, "acceptors", DEFAULT_K, MultiPaxosConfig.MAX_ACCEPTORS);
    return new MultiPaxosConfig(
        PhaseQuorums.of(settings, acceptors),
        acceptors.f(),
        settings.number("ballots").orElse(DEFAULT_BALLOTS),
        settings.number("slots").orElse(DEFAULT_SLOTS),
        settings.number("values").orElse(DEFAULT_VALUES),
        faults.proposersPerBallot(settings, deviation == Deviation.SHARED_BALLOT),
        faults.environment(),
        deviation);
  }

  private static Deviation deviation(String key) {
    return Stream.of(Deviation.values()).filter(d -> d.key().equals(key)).findFirst().orElseThrow();
  }

  @Override
  public List<Mutant> mutants() {
    return MultiPaxosCatalogue.mutants();
  }
}
