package org.quorate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The command as a process of its own, whose output goes to files of a folder. */
record CommandProcess(Path folder) {

  Path out() {
    return folder.resolve("out.txt");
  }

  Path err() {
    return folder.resolve("err.txt");
  }

  /** Starts it, with a plain locale and more variables. */
  Process start(Map<String, String> environment, String... args) throws IOException {
    return start(environment, command(List.of(), args));
  }

  /** Starts it as the launcher does where stderr is a terminal. */
  Process startWithTerminalOnStderr(Map<String, String> environment, String... args)
      throws IOException {
    return start(environment, command(List.of("-Dquorate.stderr=terminal"), args));
  }

  /** Starts it in a terminal of its own, by {@code script} of util-linux. */
  Process startInTerminal(Map<String, String> environment, String... args) throws IOException {
    String line =
        command(List.of(), args).stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    return start(environment, List.of("script", "-qec", line, "/dev/null"));
  }

  private static List<String> command(List<String> options, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), "org.quorate.cli.Quorate"));
    command.addAll(List.of(args));
    return command;
  }

  private Process start(Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out().toFile()).redirectError(err().toFile());
    builder.environment().put("LC_ALL", "C");
    List.of("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "TERM")
        .forEach(builder.environment()::remove);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** As Ctrl-C does; but a shell's background jobs ignore SIGINT, and so would their children. */
  static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
  }

  /** Waits until the process has written a text to stderr, or has ended. */
  void awaitProgress(Process process, String text) throws IOException, InterruptedException {
    while (process.isAlive() && !Files.readString(err(), UTF_8).contains(text)) {
      Thread.sleep(50);
    }
  }
}
