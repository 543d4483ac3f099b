package org.quorate.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.options.SearchArguments.Share;
import org.quorate.cli.output.OutputFiles;
import org.quorate.cli.suite.Annotations;
import org.quorate.cli.suite.Check;
import org.quorate.cli.suite.JUnitXml;
import org.quorate.cli.suite.Result;
import org.quorate.cli.suite.SpecFile;
import org.quorate.cli.suite.SpecFinder;
import org.quorate.cli.suite.SpecReader;
import org.quorate.cli.suite.SpecUpdater;
import org.quorate.cli.suite.SuiteJson;
import org.quorate.cli.suite.SuiteResult;
import org.quorate.cli.suite.SuiteResult.FileResult;
import org.quorate.cli.suite.SuiteRunner;
import org.quorate.cli.suite.SuiteText;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.model.Protocol;
import org.quorate.report.TextReport;
import org.quorate.search.Progress.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code suite}. */
@Command(
    name = "suite",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Run files of checks, and compare what comes of each with what the file expects: verdict,"
          + " counts, counterexample, goals.",
      "",
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      "0:all as expected",
      "1:something is not",
      "2:bad file or usage, or a file that --update could not write",
      "3:a check did not come to its end",
      "4:internal error"
    },
    footer = {
      "",
      "A file is YAML. Options have their names of the command line:",
      "  checks:",
      "    - name: three acceptors",
      "      model: paxos",
      "      options: {acceptors: 3, ballots: 2}",
      "      search: {timeout: 1m}",
      "      expect: {verdict: holds, explored: 443, represented: 3921}",
      "    - name: 2f+1 is too few",
      "      quorum: {k: 4, f: 1, quorum: 2*f+1}",
      "      expect: {verdict: unsafe}",
      "    - name: known bugs",
      "      mutants: paxos",
      "    - name: the slides",
      "      replay: seed/another-proposer.yaml",
      "",
      "A folder stands for the *.yaml in it and below, but for folders called 'long'.",
      "",
      "Examples:",
      "  quorate suite specs",
      "  quorate suite specs --filter pbft --junit-xml target/quorate.xml"
    })
final class SuiteCommand implements Callable<Integer> {

  private final List<Protocol> protocols;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "spec files, or folders of such")
  private List<String> paths = List.of();

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      description = "only checks with this in their names; may be a regular expression")
  private @Nullable String filter;

  @Option(
      names = "--fail-fast",
      description = "one check at a time, from the shortest on, up to the first that fails")
  private boolean failFast;

  @Option(names = "--list", description = "list the checks, and run none")
  private boolean list;

  @Option(
      names = "--update",
      description =
          "write the counts that were found into the files; never a verdict, an invariant or a"
              + " goal")
  private boolean update;

  @Option(
      names = "--junit-xml",
      paramLabel = "FILE",
      description = "write the results as JUnit does, for CI servers")
  private @Nullable String junitXml;

  @Mixin private OutputArguments output = new OutputArguments();

  SuiteCommand(List<Protocol> protocols) {
    this.protocols = protocols;
  }

  @Override
  public Integer call() {
    if (list && (failFast || update || output.json() || junitXml != null)) {
      throw usage("--list runs nothing; it goes with --filter only");
    }
    SpecReader reader = new SpecReader(protocols, Version.number());
    List<SpecFile> read = read(reader);
    List<SpecFile> files = filter == null ? read : filtered(read, filter);
    if (list) {
      files.forEach(this::list);
      return ExitCode.HOLDS.code();
    }
    Instant start = Instant.now();
    OutputFiles<SuiteResult> xml =
        new OutputFiles<SuiteResult>(read.stream().flatMap(f -> f.files().stream()).toList())
            .with(junitXml, result -> JUnitXml.write(result, start));
    return run(reader, files, xml);
  }

  private List<SpecFile> read(SpecReader reader) {
    try {
      return SpecFinder.find(paths).stream().map(reader::read).toList();
    } catch (BadFileException e) {
      e.at().ifPresent(at -> annotate(List.of(Annotations.error(at, "bad spec file", message(e)))));
      throw e;
    }
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private List<SpecFile> filtered(List<SpecFile> files, String text) {
    Pattern pattern = pattern(text);
    List<SpecFile> left = new ArrayList<>();
    for (SpecFile file : files) {
      List<Check> checks =
          file.checks().stream()
              .filter(c -> c.name().contains(text) || pattern.matcher(c.name()).find())
              .toList();
      if (!checks.isEmpty()) {
        left.add(new SpecFile(file.name(), file.text(), checks, file.named()));
      }
    }
    if (left.isEmpty()) {
      throw usage("--filter: no check has '%s' in its name; --list shows them".formatted(text));
    }
    return left;
  }

  /** Brackets and the like may be part of a name; then they are no expression. */
  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      return Pattern.compile(text, Pattern.LITERAL);
    }
  }

  private void list(SpecFile file) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(file.name());
    file.checks().forEach(c -> out.printf("  %-8s %s%n", c.kind(), c.name()));
  }

  private int run(SpecReader reader, List<SpecFile> files, OutputFiles<SuiteResult> xml) {
    output.tell(() -> plan(files));
    try (StatusLine status = output.statusLine();
        Interrupt interrupt = Interrupt.install()) {
      int all = files.stream().mapToInt(f -> f.checks().size()).sum();
      SuiteRunner runner =
          new SuiteRunner(
              Share.all(),
              interrupt::isRequested,
              (done, check, now) -> status.update(() -> progress(done, all, check, now)));
      SuiteResult result = result(runner, files);
      status.close();
      List<String> refused = new ArrayList<>();
      if (update) {
        result = new SpecUpdater(reader).update(result, e -> refused.add(message(e)));
      }
      report(result, refused);
      xml.write(result);
      ExitCode code = refused.isEmpty() ? ExitCode.of(result.status()) : ExitCode.USAGE;
      return interrupt.finish(code.code());
    }
  }

  /** How the machine is shared, and each check as a command that shows all of it. */
  private static String plan(List<SpecFile> files) {
    Share machine = Share.all();
    String all =
        files.stream()
            .flatMap(f -> f.checks().stream())
            .map(c -> "\n  %s  %s".formatted(c.name(), c.command().orElse(c.kind())))
            .collect(Collectors.joining());
    return "%s, %s; these checks:%s"
        .formatted(
            SuiteText.counted(machine.threads(), "thread"), TextReport.bytes(machine.bytes()), all);
  }

  private static String progress(int done, int all, Check check, Snapshot now) {
    return String.format(
        Locale.ROOT,
        "%d of %d checks done  %s: %,d states, depth %d",
        done,
        all,
        check.name(),
        now.explored(),
        now.depth());
  }

  private SuiteResult result(SuiteRunner runner, List<SpecFile> files) {
    long start = System.nanoTime();
    List<Check> checks = files.stream().flatMap(f -> f.checks().stream()).toList();
    List<Result> results = failFast ? runner.runUntilFailure(checks) : runner.run(checks);
    List<FileResult> byFile = new ArrayList<>();
    int from = 0;
    for (SpecFile file : files) {
      int to = from + file.checks().size();
      byFile.add(new FileResult(file, results.subList(from, to), false));
      from = to;
    }
    return new SuiteResult(byFile, (System.nanoTime() - start) / 1e9);
  }

  private void report(SuiteResult result, List<String> refused) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text(result));
    out.flush();
    refused.forEach(message -> Quorate.error(spec.commandLine(), message));
    annotate(Annotations.of(result));
    for (Result each : result.results().toList()) {
      Throwable problem = each.problem();
      if (problem != null) {
        problem.printStackTrace(spec.commandLine().getErr());
      }
    }
  }

  private String text(SuiteResult result) {
    if (output.json()) {
      return SuiteJson.write(Version.number(), result);
    }
    SuiteText text = new SuiteText(output.palette(), result);
    return output.quiet() ? text.verdict() : text.write();
  }

  /** On stderr, where GitHub reads as well, so that JSON stays JSON. */
  private void annotate(List<String> lines) {
    if ("true".equals(System.getenv(Annotations.VARIABLE))) {
      lines.forEach(spec.commandLine().getErr()::println);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
