package org.quorate.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.quorate.model.Protocol;
import org.quorate.models.Protocols;
import picocli.CommandLine;

/** One run of the command line inside the test's process. */
record CommandLineRun(int exitCode, String out, String err) {

  static CommandLineRun of(String... args) {
    return of(Protocols.all(), args);
  }

  /** A run of a command line that knows the given protocols only. */
  static CommandLineRun of(List<Protocol> protocols, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Quorate.commandLine(protocols);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int exitCode = Quorate.run(line, args);
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }

  /** A run whose arguments are the words of a string. */
  static CommandLineRun words(String args) {
    return of(args.isBlank() ? new String[0] : args.strip().split(" +"));
  }
}
