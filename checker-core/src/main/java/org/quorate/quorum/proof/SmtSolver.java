package org.quorate.quorum.proof;

/** A solver that is spoken to in SMT-LIB 2, and remembers what it was told. */
public interface SmtSolver extends AutoCloseable {

  /** Its name and version. */
  String name();

  /**
   * Executes commands, with comments between them.
   *
   * @return the answers, without any to commands that just succeed; {@code unknown} for a {@code
   *     check-sat} that takes too long
   */
  String execute(String commands);

  @Override
  void close();
}
