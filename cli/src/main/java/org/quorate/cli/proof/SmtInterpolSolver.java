package org.quorate.cli.proof;

import de.uni_freiburg.informatik.ultimate.smtinterpol.DefaultLogger;
import de.uni_freiburg.informatik.ultimate.smtinterpol.LogProxy;
import de.uni_freiburg.informatik.ultimate.smtinterpol.option.OptionMap;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.ParseEnvironment;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import java.io.StringReader;
import java.time.Duration;
import org.quorate.quorum.proof.SmtSolver;

/**
 * SMTInterpol, in this process. It is given texts that Quorate wrote, and neither files nor options
 * of users.
 */
public final class SmtInterpolSolver implements SmtSolver {

  private final long deadline;
  private final StringBuilder answers = new StringBuilder();
  private final ParseEnvironment commands;

  /**
   * A solver that was told nothing yet.
   *
   * @param limit how much time it has for all questions; later ones are {@code unknown} at once
   */
  public SmtInterpolSolver(Duration limit) {
    deadline = System.nanoTime() + limit.toNanos();
    LogProxy log = new DefaultLogger();
    log.setLoglevel(LogProxy.LOGLEVEL_OFF);
    OptionMap options = new OptionMap(log, true);
    commands = new Answers(new SMTInterpol(this::isLate, options), options);
  }

  private boolean isLate() {
    return System.nanoTime() - deadline > 0;
  }

  @Override
  public String name() {
    return "SMTInterpol " + commands.getInfo(":version").toString().replace("\"", "");
  }

  @Override
  public String execute(String text) {
    answers.setLength(0);
    commands.parseStream(new StringReader(text), "obligations");
    return answers.toString();
  }

  @Override
  public void close() {}

  /** Collects what the solver would print. */
  private final class Answers extends ParseEnvironment {
    Answers(SMTInterpol solver, OptionMap options) {
      super(solver, options);
    }

    @Override
    public void printSuccess() {}

    @Override
    public void printResponse(Object response) {
      answers.append(response).append('\n');
    }

    @Override
    public void printError(String message) {
      answers.append("(error \"").append(message).append("\")\n");
    }
  }
}
