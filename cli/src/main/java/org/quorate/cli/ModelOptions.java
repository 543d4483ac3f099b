package org.quorate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.quorate.cli.quorum.QuorumFile;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Option;
import org.quorate.quorum.Adversary;
import org.quorate.quorum.Composite;
import org.quorate.quorum.Faults;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

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
      command.addOption(
          OptionSpec.builder(flag(option.name()))
              .type(String.class)
              .paramLabel(label(option.type()))
              .completionCandidates(candidates(option.type()))
              .description(option.meaning() + " (default: " + option.fallback() + ")")
              .build());
    }
  }

  /** What the user gave, in the order of the options. */
  Map<String, String> given(CommandSpec command) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Option option : options) {
      String value =
          command.commandLine().getParseResult().matchedOptionValue(flag(option.name()), "");
      if (!value.isEmpty() && option.type() instanceof Option.QuorumSystems) {
        putQuorums(given, option.name(), value);
      } else if (!value.isEmpty()) {
        given.put(option.name(), value);
      }
    }
    return given;
  }

  /** A text as it is, or what a file says; how many may crash goes to {@code f}. */
  private static void putQuorums(Map<String, String> given, String name, String value) {
    if (NOTATION.matcher(value).find() && !Files.exists(Path.of(value))) {
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
    if (!given.containsKey("f") && file.faults().isPresent()) {
      given.put("f", crashes(value, file.faults().get()));
    }
  }

  private static String crashes(String file, Faults faults) {
    if (faults.liars().isHarmless() && faults.faulty() instanceof Adversary.AtMost atMost) {
      return Integer.toString(atMost.count());
    }
    throw new InvalidSettingsException(
        "%s: here, faults can only be a number of crashes, such as {crash: 1}".formatted(file));
  }

  /** How an option of a model is written on the command line. */
  static String flag(String name) {
    return (name.length() == 1 ? "-" : "--") + name;
  }

  private static String label(Option.Type type) {
    if (type instanceof Option.WholeNumber n) {
      return n.least() + ".." + n.most();
    }
    return type instanceof Option.QuorumSystems ? "FILE|TEXT" : "NAME";
  }

  private static List<String> candidates(Option.Type type) {
    return type instanceof Option.Choice choice ? choice.names() : List.of();
  }
}
