package org.quorate.models.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Option;
import org.quorate.model.Option.Choice;
import org.quorate.model.Option.Fault;
import org.quorate.model.Option.FaultSet;
import org.quorate.model.Settings;
import org.quorate.models.options.Implied;

/**
 * The options {@code network} and {@code faults}. Faults that are given are all that there are, and
 * ask for an explicit network unless a growing set of messages is asked for.
 *
 * @param possible the faults that there are in the protocol
 * @param environment what they say of the network and of crashes
 * @param given the faults that were given, each with how many; 1 for those without a number
 */
public record FaultOptions(
    FaultSet possible, Environment environment, Optional<Map<String, Integer>> given) {

  /** A proposer that was restarted uses its number again, for a proposal of its own. */
  public static final Fault REUSE =
      new Fault("reuse", "two proposers with one number", "%d more proposers with the same number");

  private static final String LOSS = "loss";
  private static final String DUPLICATION = "duplication";
  private static final String REORDERING = "reordering";
  private static final String CRASH = "crash";
  private static final String RECOVERY = "recovery";
  private static final String NETWORK = "network";
  private static final String FAULTS = "faults";
  private static final String GROWING = "growing";

  private static final List<String> NETWORK_FAULTS = List.of(LOSS, DUPLICATION, REORDERING);

  /** The faults that every protocol has. */
  private static final List<Fault> SHARED =
      List.of(
          new Fault(LOSS, "lost messages"),
          new Fault(DUPLICATION, "duplicated messages"),
          new Fault(REORDERING, "messages that overtake each other"),
          new Fault(CRASH, true, true, "one crash", "%d crashes"),
          new Fault(RECOVERY, "recovery from crashes"));

  /**
   * The two options of a protocol.
   *
   * @param others the faults that it has beside those that every protocol has
   */
  public static List<Option> options(List<Fault> others) {
    return List.of(
        new Option(
            NETWORK,
            new Choice(List.of(GROWING, "explicit")),
            "growing, or explicit where faults are given",
            "whether messages that were sent stay available, or arrive one at a time"),
        faultsOption(others));
  }

  private static Option faultsOption(List<Fault> others) {
    List<Fault> all = Stream.concat(SHARED.stream(), others.stream()).toList();
    String names =
        all.stream()
            .map(f -> f.isCounted() ? f.name() + "=N" : f.name())
            .collect(Collectors.joining(", "));
    return new Option(
        FAULTS,
        new FaultSet(all),
        "all three of the network",
        "the only faults there are: none, or some of " + names);
  }

  /**
   * What the settings say.
   *
   * @param others as in {@link #options}
   * @throws InvalidSettingsException if a growing set of messages is asked for, and faults are left
   *     out that it always has
   */
  public static FaultOptions of(Settings settings, List<Fault> others) {
    Option option = faultsOption(others);
    FaultSet possible = (FaultSet) option.type();
    Optional<Map<String, Integer>> given = settings.faults(option);
    boolean growing = settings.text(NETWORK).map(GROWING::equals).orElse(given.isEmpty());
    if (growing) {
      given.ifPresent(FaultOptions::requireAllOfGrowing);
      return new FaultOptions(possible, Environment.GROWING, given);
    }
    if (given.isEmpty()) {
      return new FaultOptions(possible, Environment.explicit(true, true, true), given);
    }
    Map<String, Integer> faults = given.get();
    boolean recovery = faults.containsKey(RECOVERY);
    int crashes = faults.getOrDefault(CRASH, 0);
    if (recovery && crashes == 0) {
      throw new InvalidSettingsException("faults: recovery needs crashes, such as crash=1");
    }
    return new FaultOptions(
        possible,
        Environment.explicit(
                faults.containsKey(LOSS),
                faults.containsKey(DUPLICATION),
                faults.containsKey(REORDERING))
            .withCrashes(crashes, recovery),
        given);
  }

  private static void requireAllOfGrowing(Map<String, Integer> faults) {
    if (!faults.keySet().containsAll(NETWORK_FAULTS)) {
      throw new InvalidSettingsException(
          "a growing set of messages always has loss, duplication and reordering; name all three in"
              + " faults, or ask for an explicit network");
    }
    if (faults.containsKey(CRASH) || faults.containsKey(RECOVERY)) {
      throw new InvalidSettingsException(
          "a growing set of messages covers crashes that lose nothing; leave crash and recovery out"
              + " of faults, or ask for an explicit network");
    }
  }

  /**
   * How many faults of a kind there may be: what is given as a fault, or as an option of its own.
   *
   * @param fault its name among the faults
   * @param option its name as an option
   * @param otherwise the default where no faults are given at all
   * @throws InvalidSettingsException if both are given and differ, or faults and the option alone
   */
  public int number(Settings settings, String fault, String option, int otherwise) {
    OptionalInt alone = settings.number(option);
    if (given.isEmpty()) {
      return alone.orElse(otherwise);
    }
    int counted = given.get().getOrDefault(fault, 0);
    if (alone.orElse(counted) != counted) {
      throw contradiction(fault, option, alone.getAsInt());
    }
    return counted;
  }

  /**
   * How many proposers may share a ballot: one more than {@code reuse} says, or as many as the
   * option {@code proposers-per-ballot} does.
   *
   * @param impliesTwo whether the mutant is that two proposers share a ballot
   * @throws InvalidSettingsException if both are given and differ, or faults without what the
   *     mutant is
   */
  public int proposersPerBallot(Settings settings, boolean impliesTwo) {
    String option = "proposers-per-ballot";
    if (given.isEmpty()) {
      return Implied.number(settings, option, impliesTwo, 2, 1);
    }
    requireImplied(REUSE.name(), impliesTwo);
    int sharing = 1 + given.get().getOrDefault(REUSE.name(), 0);
    int alone = settings.number(option).orElse(sharing);
    if (alone != sharing) {
      throw contradiction(REUSE.name(), option, alone - 1);
    }
    return sharing;
  }

  private InvalidSettingsException contradiction(String fault, String option, int count) {
    return new InvalidSettingsException(
        has(fault)
            ? "give either %s, or %s=N in faults; not both".formatted(option, fault)
            : "faults are all that there are: name %s=%d there, or leave out %s"
                .formatted(fault, count, option));
  }

  /**
   * Faults that are given are all there are, so a mutant that is a fault must be among them.
   *
   * @param isImplied whether the mutant is that fault
   * @throws InvalidSettingsException if it is not among them
   */
  public void requireImplied(String fault, boolean isImplied) {
    if (isImplied && given.isPresent() && !has(fault)) {
      throw new InvalidSettingsException(
          "this mutant is a fault, and faults are all that there are: name %s=1 there, or leave out"
                  .formatted(fault)
              + " mutant");
    }
  }

  /** Whether a fault is given. */
  public boolean has(String fault) {
    return given.map(faults -> faults.containsKey(fault)).orElse(false);
  }

  /** Adds what was given or follows from it to the parameters of a model. */
  public void put(Map<String, Object> parameters) {
    if (environment.isExplicit() || given.isPresent()) {
      // Faults alone would ask for an explicit network when they are read back.
      parameters.put(NETWORK, environment.isExplicit() ? "explicit" : GROWING);
    }
    given.ifPresent(faults -> parameters.put(FAULTS, possible.text(faults)));
  }
}
