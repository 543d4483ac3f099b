package org.quorate.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.options.QuorumArguments;
import org.quorate.cli.quorum.Answer;
import org.quorate.cli.quorum.QuorumJson;
import org.quorate.cli.quorum.QuorumTable;
import org.quorate.cli.quorum.QuorumText;
import org.quorate.quorum.UndecidedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorum}. */
@Command(
    name = "quorum",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Check quorums on their own: do any two share an honest process (consistent), and is one left"
          + " whatever fails (available)?",
      "",
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      "0:consistent and available",
      "1:not consistent, or not available",
      "2:bad usage",
      "3:not decided",
      "4:internal error"
    },
    footer = {
      "",
      "A formula is made of n, k, f (hybrid: b, c), whole numbers, + - * /, ceil,",
      "floor, min, max and parentheses, in exact fractions.",
      "",
      "A file is YAML:",
      "  processes: [a, b, c, d]     # or a number: p1, p2, ...",
      "  quorums: 2 of {a, b, c}     # or phase1 and phase2, of which any two must meet",
      "  faults: {byzantine: 1}      # or crash, or both; or sets, {crash: [[a, b]]}",
      "Quorums are all, any, majority or a number 'of {...}'; weights are 2*a; systems",
      "stand in systems; rows, columns or cross 'of {a, b; c, d}' are lines of a grid;",
      "'3 of 5' and 'rows of 3x3' are about all processes.",
      "",
      "Examples:",
      "  # the exercise: n = 3f + 1",
      "  quorate quorum -k 3 -f 1",
      "  # two quorums with just a liar in common",
      "  quorate quorum -k 4 -f 1 --quorum '2*f+1'",
      "  # a table",
      "  quorate quorum -k 2..6 -f 1..5",
      "  # two phases, of which only different ones must meet",
      "  quorate quorum --faults crash -n 4 --phase1 3 --phase2 2",
      "  # n = 3b + 2c + 1",
      "  quorate quorum --faults hybrid -b 1 -c 1",
      "  quorate quorum --system specs/quorums/grid.yaml",
      "  # proven for all f",
      "  quorate quorum -k 3 --prove --quorum '2*f+1'"
    })
final class QuorumCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private QuorumArguments quorums = new QuorumArguments();

  @Option(
      names = "--prove",
      description =
          "for all f (default: -f 1..), or all in ranges without an end, by a solver; otherwise the"
              + " smallest counterexample")
  private boolean prove;

  @Option(
      names = "--smt2",
      paramLabel = "FILE",
      description = "with --prove: write what the solver was told, in SMT-LIB 2")
  private @Nullable Path smt2;

  @Mixin private OutputArguments output = new OutputArguments();

  @Override
  public Integer call() {
    if (smt2 != null && !prove) {
      throw usage("--smt2 goes with --prove only");
    }
    List<Answer> answers;
    try {
      if (prove) {
        return new QuorumProof(spec, quorums.question(), output).run(smt2);
      }
      answers = quorums.answers(UnaryOperator.identity());
    } catch (UndecidedException e) {
      spec.commandLine().getErr().println("not decided: " + e.getMessage());
      return ExitCode.INCOMPLETE.code();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    spec.commandLine().getOut().print(report(answers));
    boolean good = answers.stream().allMatch(Answer::isGood);
    return good ? ExitCode.HOLDS.code() : ExitCode.VIOLATED.code();
  }

  private String report(List<Answer> answers) {
    if (output.json()) {
      return QuorumJson.write(Version.number(), answers);
    }
    if (answers.size() == 1) {
      QuorumText text = new QuorumText(output.palette(), answers.get(0));
      return output.quiet() ? text.verdict() : text.write();
    }
    QuorumTable table = new QuorumTable(output.palette(), answers);
    if (output.quiet()) {
      return table.verdict();
    }
    return table.write() + (output.verbose() ? eachInFull(answers) : "");
  }

  private String eachInFull(List<Answer> answers) {
    return answers.stream()
        .map(each -> "\n" + new QuorumText(output.palette(), each).write())
        .collect(Collectors.joining());
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
