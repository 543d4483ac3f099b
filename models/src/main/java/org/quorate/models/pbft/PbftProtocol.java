package org.quorate.models.pbft;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Mutant;
import org.quorate.model.Option;
import org.quorate.model.Option.Choice;
import org.quorate.model.Option.Fault;
import org.quorate.model.Option.Formula;
import org.quorate.model.Option.WholeNumber;
import org.quorate.model.Protocol;
import org.quorate.model.Settings;
import org.quorate.models.network.FaultOptions;
import org.quorate.models.options.Labels;
import org.quorate.models.options.Processes;

/** PBFT with its options, for the command line and for spec files. */
public final class PbftProtocol implements Protocol {

  private static final int DEFAULT_K = 3;

  /** Faults beside those of the network, and crashes that lose nothing. */
  private static final List<Fault> FAULTS =
      Stream.of(Behaviour.values()).map(Behaviour::fault).toList();

  /** The least q with 2q − n ≥ f + 1. */
  private static final String LEAST_SAFE = "ceil((n+f+1)/2)";

  @Override
  public String name() {
    return "pbft";
  }

  @Override
  public String description() {
    return "PBFT: Byzantine replicas, views with a primary each, and view changes";
  }

  @Override
  public List<Option> options() {
    int most = PbftConfig.MAX_REPLICAS;
    List<Option> options = new ArrayList<>(Processes.options("replicas", DEFAULT_K, most));
    options.addAll(
        List.of(
            number("views", 1, PbftConfig.MAX_VIEWS, "min(3, n)", "views; view v has primary v"),
            number("slots", 1, PbftConfig.MAX_SLOTS, "1", "sequence numbers"),
            number("values", 1, PbftConfig.MAX_VALUES, "2", "requests"),
            number("byzantine", 0, most, "f", "replicas that say anything, of the n"),
            new Option("quorum", new Formula(), LEAST_SAFE, "replicas in a quorum of any kind"),
            new Option(
                "prepare-quorum",
                new Formula(),
                "quorum",
                "prepares in a certificate, the primary's pre-prepare among them"),
            new Option("commit-quorum", new Formula(), "quorum", "commits that decide"),
            new Option(
                "view-change-quorum", new Formula(), "quorum", "view-changes behind a new-view"),
            new Option(
                "mutant", new Choice(mutantKeys()), "none", "a deviation from the protocol")));
    options.addAll(FaultOptions.options(FAULTS));
    options.add(Labels.valueOption());
    return options;
  }

  private static Option number(String name, int least, int most, String fallback, String meaning) {
    return new Option(name, new WholeNumber(least, most), fallback, meaning);
  }

  private static List<String> mutantKeys() {
    return Stream.of(Deviation.values()).map(Deviation::key).toList();
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("-k 3 -f 1 --views 2", "four replicas, one of them Byzantine"),
        new Example("-k 4 -f 1 --views 1 --quorum '2*f+1'", "2f+1 is too few where n > 3f+1"),
        new Example("-k 2 -f 1 --views 1", "safe, but nothing can be decided without the faulty"),
        new Example("--views 2 --view-change-quorum 2", "a new primary hears too few"),
        new Example(
            "--views 2 --slots 2", "two slots, with null requests in gaps; takes some seconds"),
        new Example("--views 1 --faults loss,byzantine=1", "lost messages, and one that lies"),
        new Example("--views 1 --faults reordering,crash=1", "late messages, and one crash"),
        new Example(
            "--views 2 --network growing --faults loss,duplication,reordering,lying=1",
            "a Byzantine replica that lies in view-changes only"),
        new Example("--views 2 --mutant keep-voting", "a known bug"));
  }

  @Override
  public Configured configure(Settings settings) {
    Processes replicas = Processes.of(settings, "replicas", DEFAULT_K, PbftConfig.MAX_REPLICAS);
    FaultOptions faults = FaultOptions.of(settings, FAULTS);
    PbftConfig config = config(settings, faults, replicas);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("replicas", config.replicas());
    parameters.put("f", replicas.f());
    parameters.put("byzantine", config.byzantine());
    parameters.put("views", config.views());
    parameters.put("slots", config.slots());
    parameters.put("values", config.values());
    parameters.put("prepare-quorum", config.prepareQuorum());
    parameters.put("commit-quorum", config.commitQuorum());
    parameters.put("view-change-quorum", config.viewChangeQuorum());
    parameters.put("mutant", config.deviation().key());
    faults.put(parameters);
    Labels.putGiven(settings, parameters);
    return new Configured(Pbft.of(config, Labels.values(settings, config.values())), parameters);
  }

  private static PbftConfig config(Settings settings, FaultOptions faults, Processes replicas) {
    int n = replicas.n();
    Behaviour behaviour = behaviour(faults);
    String fault = behaviour.fault().name();
    int byzantine = faults.number(settings, fault, "byzantine", replicas.f());
    if (byzantine > n) {
      throw new InvalidSettingsException(
          "%s is at most the number of replicas, %d, not %d".formatted(fault, n, byzantine));
    }
    int views = settings.number("views").orElse(Math.min(3, n));
    if (views > n) {
      throw new InvalidSettingsException(
          "views: view v has primary v, so there are at most as many views as replicas, %d, not %d"
              .formatted(n, views));
    }
    String quorum = settings.text("quorum").orElse(LEAST_SAFE);
    replicas.quorum(settings, "quorum", quorum);
    return new PbftConfig(
        n,
        byzantine,
        behaviour,
        views,
        settings.number("slots").orElse(1),
        settings.number("values").orElse(2),
        replicas.quorum(settings, "prepare-quorum", quorum),
        replicas.quorum(settings, "commit-quorum", quorum),
        replicas.quorum(settings, "view-change-quorum", quorum),
        faults.environment(),
        deviation(settings));
  }

  private static Behaviour behaviour(FaultOptions faults) {
    List<Behaviour> given =
        Stream.of(Behaviour.values()).filter(b -> faults.has(b.fault().name())).toList();
    if (given.size() > 1) {
      throw new InvalidSettingsException(
          "faults: Byzantine replicas all behave alike; give one of %s"
              .formatted(given.stream().map(b -> b.fault().name()).collect(joining(", "))));
    }
    return given.isEmpty() ? Behaviour.ANYTHING : given.get(0);
  }

  private static Deviation deviation(Settings settings) {
    String key = settings.text("mutant").orElse(Deviation.NONE.key());
    return Stream.of(Deviation.values()).filter(d -> d.key().equals(key)).findFirst().orElseThrow();
  }

  @Override
  public List<Mutant> mutants() {
    return PbftCatalogue.mutants();
  }
}
