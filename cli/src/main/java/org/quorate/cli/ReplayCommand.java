package org.quorate.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quorate.cli.options.ModelReader;
import org.quorate.cli.replay.RunReader;
import org.quorate.cli.replay.Scenario;
import org.quorate.cli.yaml.Yaml;
import org.quorate.cli.yaml.YamlReader;
import org.quorate.model.Protocol;
import org.quorate.report.JsonReplay;
import org.quorate.report.ReplayResult;
import org.quorate.report.Run;
import org.quorate.report.TextReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    customSynopsis =
        "quorate replay [-hV] [-q | -v] [--json | --chart] [--trace-(mermaid|svg|html|itf)=FILE]..."
            + " [MODEL] FILE",
    description = {
      "Execute a run step by step, and show the registers after each step: a scenario, or a"
          + " run that 'check --json' or '--trace-itf' wrote.",
      "",
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      "0:no invariant fails, or as the file expects",
      "1:an invariant fails, or not as the file expects",
      "2:bad file or usage",
      "4:internal error"
    },
    footer = {
      "",
      "A scenario is YAML. Options have their names of the command line:",
      "  model: paxos",
      "  options: {ballots: 1, ballot-names: 5, value-names: [8, 2]}",
      "  none: 0          # how to show an empty register; default: –",
      "  steps:",
      "    - Prepare: {ballot: 5}",
      "    - Promise: {acceptor: a1, ballot: 5}",
      "  expect: holds    # or the invariant that must fail at the end; optional",
      "",
      "Where a model has several initial states, values of views select one:",
      "  initial: {faulty: [r3]}",
      "",
      "Examples:",
      "  quorate replay specs/seed/another-proposer.yaml",
      "  quorate check paxos --mutant choose-lowest --json > bug.json",
      "  quorate replay paxos bug.json"
    })
final class ReplayCommand implements Callable<Integer> {

  private final List<Protocol> protocols;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0..1",
      arity = "1..2",
      paramLabel = "[MODEL] FILE",
      hideParamSyntax = true,
      description = "what to replay, and the model that it must be about")
  private List<String> arguments;

  @Mixin private RunArguments run = new RunArguments();

  @Mixin private OutputArguments output = new OutputArguments();

  ReplayCommand(List<Protocol> protocols) {
    this.protocols = protocols;
  }

  @Override
  public Integer call() {
    if (output.json() && run.prints()) {
      throw new ParameterException(spec.commandLine(), "give either --json or --chart, not both");
    }
    String file = arguments.get(arguments.size() - 1);
    RunArguments.Files files = run.open(List.of(file));
    String model = arguments.size() == 1 ? null : arguments.get(0);
    Arguments.protocols(spec, protocols, model);
    Yaml.Mapping content = YamlReader.read(file).mapping("a scenario or a run");
    ModelReader models = new ModelReader(protocols, model);
    Scenario scenario = RunReader.read(models, content, Version.number());
    output.tell(() -> setup(scenario));
    ReplayResult result = scenario.run();
    spec.commandLine().getOut().print(report(result, scenario.none()));
    run.show(
        Optional.of(Run.of(result)),
        files,
        spec.commandLine().getOut(),
        spec.commandLine().getErr());
    return result.asExpected() ? ExitCode.HOLDS.code() : ExitCode.VIOLATED.code();
  }

  private static String setup(Scenario scenario) {
    return "%s\n  steps       %d\n  expected    %s"
        .formatted(
            Setup.of(scenario.protocol(), scenario.configured()).text(),
            scenario.steps().size(),
            scenario.expected().orElse("nothing"));
  }

  private String report(ReplayResult result, String none) {
    if (output.json()) {
      return new JsonReplay(Version.number()).write(result);
    }
    TextReplay text = new TextReplay(output.palette(), none);
    return output.quiet() ? text.verdict(result) : text.write(result);
  }
}
