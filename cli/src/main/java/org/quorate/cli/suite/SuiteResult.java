package org.quorate.cli.suite;

import java.util.List;
import java.util.stream.Stream;
import org.quorate.cli.suite.Result.Status;

/**
 * What came of a suite.
 *
 * @param files the files with their results, in order
 * @param seconds the time that all of it took
 */
public record SuiteResult(List<FileResult> files, double seconds) {

  /**
   * What came of a file.
   *
   * @param file the file
   * @param results in the order of its checks
   * @param isWritten whether the file was updated
   */
  public record FileResult(SpecFile file, List<Result> results, boolean isWritten) {

    /** How many results have a status. */
    public long count(Status status) {
      return results.stream().filter(r -> r.status() == status).count();
    }

    /** The time of all checks; more than has passed if they ran beside each other. */
    public double seconds() {
      return results.stream().mapToDouble(Result::seconds).sum();
    }
  }

  /** How many files were updated. */
  public long written() {
    return files.stream().filter(FileResult::isWritten).count();
  }

  /** All results in order. */
  public Stream<Result> results() {
    return files.stream().flatMap(f -> f.results().stream());
  }

  /** How many results have a status. */
  public long count(Status status) {
    return results().filter(r -> r.status() == status).count();
  }

  /** The status of the suite as a whole: the worst of its checks. */
  public Status status() {
    return Stream.of(Status.ERROR, Status.FAILED, Status.INCOMPLETE, Status.SKIPPED)
        .filter(status -> count(status) > 0)
        .findFirst()
        .orElse(Status.OK);
  }
}
