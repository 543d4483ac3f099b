package org.quorate.cli.proof;

import com.microsoft.z3.Context;
import com.microsoft.z3.Native;
import org.quorate.quorum.proof.SmtSolver;

/** Another solver, as a second opinion. */
final class Z3 implements SmtSolver {

  private final Context context = new Context();

  @Override
  public String name() {
    return "Z3";
  }

  @Override
  public String execute(String commands) {
    return Native.evalSmtlib2String(context.nCtx(), commands);
  }

  @Override
  public void close() {
    context.close();
  }
}
