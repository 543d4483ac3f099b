package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs of {@code suite} on files of a test. */
record SuiteRun(Path folder) {

  /** A check that takes no time and is as expected. */
  static final String GOOD =
      """
      checks:
        - name: small
          model: paxos
          options: {ballots: 2}
          expect: {explored: 443}
      """;

  Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /** The run on one file; in outputs it has no folder. */
  CommandLineRun of(String content, String... options) throws IOException {
    return run(Stream.concat(Stream.of(options), Stream.of(write("s.yaml", content).toString())));
  }

  /** The run on the folder. */
  CommandLineRun onFolder(String... options) {
    return run(Stream.concat(Stream.of(options), Stream.of(folder.toString())));
  }

  private CommandLineRun run(Stream<String> arguments) {
    List<String> all = new ArrayList<>(List.of("suite"));
    arguments.forEach(all::add);
    CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
    return new CommandLineRun(run.exitCode(), withoutFolder(run.out()), withoutFolder(run.err()));
  }

  private String withoutFolder(String text) {
    return text.replace(folder + "/", "");
  }
}
