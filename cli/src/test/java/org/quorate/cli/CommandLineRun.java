package org.quorate.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One run of the command line inside the test's process. */
record CommandLineRun(int exitCode, String out, String err) {

  static CommandLineRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Quorate.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int exitCode = line.execute(args);
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }

  /** A run whose arguments are the words of a string. */
  static CommandLineRun words(String args) {
    return of(args.isBlank() ? new String[0] : args.strip().split(" +"));
  }
}
