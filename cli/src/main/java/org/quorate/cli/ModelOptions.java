package org.quorate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.quorate.cli.options.Flags;
import org.quorate.cli.quorum.QuorumFile;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Option;
import org.quorate.quorum.Adversary;
import org.quorate.quorum.Composite;
import org.quorate.quorum.Faults;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Options of a protocol as options of a command. To picocli they are texts; {@code Settings} checks
 * them.
 *
 * @param options those that the command takes as they are
 */
record ModelOptions(List<Option> options) {

  /** What a quorum system as text has, and the name of a file rarely. */
  private static final Pattern NOTATION = Pattern.compile("\\bof\\b");

  /** Adds them to a command. */
  void addTo(CommandSpec command) {
    for (Option option : options) {
      OptionSpec.Builder builder =
          OptionSpec.builder(Flags.of(option.name()))
              .type(String.class)
              .paramLabel(label(option))
              .description(option.meaning() + " (default: " + option.fallback() + ")");
      if (option.type() instanceof Option.Choice choice) {
        builder.completionCandidates(choice.names());
      }
      command.addOption(builder.build());
    }
  }

  /** What the user gave, in the order of the options. */
  Map<String, String> given(CommandSpec command) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Option option : options) {
      if (!command.commandLine().getParseResult().hasMatchedOption(Flags.of(option.name()))) {
        continue;
      }
      String value =
          command.commandLine().getParseResult().matchedOptionValue(Flags.of(option.name()), "");
      if (option.type() instanceof Option.QuorumSystems) {
        putQuorums(given, option.name(), value);
      } else {
        given.put(option.name(), value);
      }
    }
    return given;
  }

  /** The files that the user gave, which {@link #given} reads. */
  List<String> files(CommandSpec command) {
    ParseResult parsed = command.commandLine().getParseResult();
    return options.stream()
        .filter(o -> o.type() instanceof Option.QuorumSystems)
        .map(o -> parsed.matchedOptionValue(Flags.of(o.name()), ""))
        .filter(value -> !value.isEmpty() && !isNotation(value))
        .toList();
  }

  private static boolean isNotation(String value) {
    return NOTATION.matcher(value).find() && !Files.exists(Path.of(value));
  }

  /** A text as it is, or what a file says; how many may crash goes to {@code f}. */
  private static void putQuorums(Map<String, String> given, String name, String value) {
    if (isNotation(value)) {
      given.put(name, value);
      return;
    }
    QuorumFile file = QuorumFile.read(value);
    String text = file.phase1() + " / " + file.phase2();
    List<String> named =
        Composite.namesIn(List.of(file.phase1().toString(), file.phase2().toString()));
    for (String process : file.phase1().names()) {
      if (!named.contains(process)) {
        throw new InvalidSettingsException(
            "%s: process %s is in no quorum; leave it out".formatted(value, process));
      }
    }
    given.put(name, text);
    file.faults().ifPresent(faults -> putCrashes(given, value, faults));
  }

  /** Crashes that are no number can be replaced by {@code -f}; liars cannot. */
  private static void putCrashes(Map<String, String> given, String file, Faults faults) {
    boolean replaced = given.containsKey("f");
    boolean counted = faults.faulty() instanceof Adversary.AtMost;
    if (!faults.liars().isHarmless() || (!counted && !replaced)) {
      throw new InvalidSettingsException(
          "%s: here, faults can only be a number of crashes, such as {crash: 1}".formatted(file));
    }
    if (!replaced && faults.faulty() instanceof Adversary.AtMost atMost) {
      given.put("f", Integer.toString(atMost.count()));
    }
  }

  /** Different for each choice: picocli's completion takes those of one label for the same. */
  private static String label(Option option) {
    Option.Type type = option.type();
    if (type instanceof Option.WholeNumber n) {
      return n.least() + ".." + n.most();
    }
    if (type instanceof Option.Choice) {
      return option.name().toUpperCase(Locale.ROOT);
    }
    if (type instanceof Option.Formula) {
      return "FORMULA";
    }
    if (type instanceof Option.FaultSet) {
      return "FAULTS";
    }
    return type instanceof Option.QuorumSystems ? "FILE|TEXT" : "NAMES";
  }
}
