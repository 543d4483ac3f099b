package org.quorate.cli.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.quorate.cli.output.OutputFile;
import org.quorate.cli.suite.Result.Status;
import org.quorate.cli.suite.SuiteResult.FileResult;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.cli.yaml.Yaml;
import org.quorate.cli.yaml.YamlReader;

/**
 * Writes the counts that checks found into their files: into every {@code expect} of a model whose
 * verdict, invariant and goals are as expected. What must hold is for people to say, so nothing but
 * counts is ever changed, and nothing at all where a check is incomplete.
 *
 * @param reader reads what was written, before it replaces the file
 */
public record SpecUpdater(SpecReader reader) {

  /**
   * Updates all files of a suite, each on its own.
   *
   * @param refused told of each file that has changed since, or cannot be written; it is as it was,
   *     and so are its results
   * @return the results with those that are as expected now
   */
  public SuiteResult update(SuiteResult suite, Consumer<BadFileException> refused) {
    List<FileResult> files = new ArrayList<>();
    for (FileResult file : suite.files()) {
      try {
        files.add(update(file));
      } catch (BadFileException e) {
        refused.accept(e);
        files.add(file);
      }
    }
    return new SuiteResult(files, suite.seconds());
  }

  /**
   * Updates a file.
   *
   * @return the results with those that are as expected now
   * @throws BadFileException if the file has changed since, or cannot be written; then it is as it
   *     was
   */
  private FileResult update(FileResult results) {
    SpecFile file = results.file();
    SpecText text = new SpecText(file.text());
    Map<String, Map<String, String>> written = new LinkedHashMap<>();
    List<Result> corrected = new ArrayList<>();
    for (Result result : results.results()) {
      if (mayUpdate(result)) {
        written.put(result.name(), counts(result));
        edit(text, result);
        corrected.add(result.corrected(counts(result)));
      } else {
        corrected.add(result);
      }
    }
    String edited = text.edited();
    boolean changed = !edited.equals(file.text());
    if (changed) {
      verify(file, edited, written);
      replace(file, edited);
    }
    return new FileResult(file, corrected, changed);
  }

  private static boolean mayUpdate(Result result) {
    boolean complete = result.status() == Status.OK || result.status() == Status.FAILED;
    boolean onlyCounts =
        result.mismatches().stream().map(Mismatch::fact).allMatch(Facts.COUNTS::contains);
    return complete
        && onlyCounts
        && result.check().written().isPresent()
        && result.facts().filter(f -> !f.isIncomplete() && f.surprises().isEmpty()).isPresent();
  }

  private static Map<String, String> counts(Result result) {
    Map<String, String> counts = new LinkedHashMap<>();
    for (String count : Facts.COUNTS) {
      if (!result.fact(count).isEmpty()) {
        counts.put(count, result.fact(count));
      }
    }
    return counts;
  }

  private static void edit(SpecText text, Result result) {
    Map<String, String> missing = new LinkedHashMap<>();
    counts(result)
        .forEach(
            (count, found) -> {
              Yaml.Scalar stated = result.check().expected().get(count);
              if (stated == null) {
                missing.put(count, found);
              } else if (!stated.text().equals(found)) {
                text.replace(stated, found);
              }
            });
    if (!missing.isEmpty()) {
      text.add(result.check().written().orElseThrow(), missing);
    }
  }

  /** That the new text says the same as the old one, but for the counts. */
  private void verify(SpecFile file, String edited, Map<String, Map<String, String>> written) {
    List<Check> before = reader.parse(file.name(), file.text()).checks();
    List<Map<String, String>> after = new ArrayList<>();
    try {
      reader.parse(file.name(), edited).checks().forEach(check -> after.add(texts(check)));
    } catch (BadFileException e) {
      // What does not even parse is not the same.
    }
    for (int i = 0; i < before.size(); i++) {
      Map<String, String> wanted = texts(before.get(i));
      wanted.putAll(written.getOrDefault(before.get(i).name(), Map.of()));
      if (after.size() != before.size() || !wanted.equals(after.get(i))) {
        throw new BadFileException(
            file.name() + ": cannot be updated as it is written; give each fact a plain line");
      }
    }
  }

  private static Map<String, String> texts(Check check) {
    Map<String, String> texts = new LinkedHashMap<>();
    check.expected().forEach((fact, value) -> texts.put(fact, value.text()));
    return texts;
  }

  private static void replace(SpecFile file, String edited) {
    if (!YamlReader.text(file.name()).equals(file.text())) {
      throw new BadFileException(
          file.name() + ": the file was changed while its checks ran; it is left as it is");
    }
    OutputFile.of(file.name()).write(edited);
  }
}
