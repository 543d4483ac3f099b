package org.quorate.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.output.OutputFile;
import org.quorate.cli.proof.SmtInterpolSolver;
import org.quorate.quorum.FormulaException;
import org.quorate.quorum.proof.Proof;
import org.quorate.quorum.proof.Prover;
import org.quorate.quorum.proof.Question;
import org.quorate.report.JsonProof;
import org.quorate.report.TextProof;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code quorum --prove}. */
final class QuorumProof {

  /** Proofs take milliseconds; what takes so long is likely to take forever. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final CommandSpec spec;
  private final Question question;
  private final OutputArguments output;

  QuorumProof(CommandSpec spec, Question question, OutputArguments output) {
    this.spec = spec;
    this.question = question;
    this.output = output;
  }

  /**
   * Proves and reports; the result is the exit code.
   *
   * @param script where to write what the solver was told, if anywhere
   */
  int run(@Nullable Path script) {
    OutputFile file = script == null ? null : OutputFile.of(script.toString());
    Proof proof = proof();
    if (file != null) {
      file.write(proof.script());
    }
    output.tell(() -> "the solver was told:\n" + proof.script());
    spec.commandLine().getOut().print(report(proof));
    return ExitCode.of(proof.outcome()).code();
  }

  private Proof proof() {
    try (SmtInterpolSolver solver = new SmtInterpolSolver(LIMIT)) {
      return Prover.prove(question, solver);
    } catch (FormulaException e) {
      throw usage("--prove: " + e.getMessage(), e);
    }
  }

  private String report(Proof proof) {
    if (output.json()) {
      return new JsonProof(Version.number()).write(proof);
    }
    TextProof text = new TextProof(output.palette());
    return output.quiet() ? text.verdict(proof) : text.write(proof);
  }

  private ParameterException usage(String message, Exception cause) {
    return new ParameterException(spec.commandLine(), message, cause);
  }
}
