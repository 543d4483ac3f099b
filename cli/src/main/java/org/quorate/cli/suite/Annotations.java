package org.quorate.cli.suite;

import java.nio.file.Path;
import java.util.List;
import org.quorate.cli.yaml.Position;

/** Failures as GitHub Actions shows them beside the lines that they are about. */
public final class Annotations {

  /** The variable of the environment that is {@code true} there. */
  public static final String VARIABLE = "GITHUB_ACTIONS";

  /** The variable of the environment that names the folder to which paths are relative there. */
  private static final String WORKSPACE = "GITHUB_WORKSPACE";

  private Annotations() {}

  /** A line for each check that is not as it should be. */
  public static List<String> of(SuiteResult suite) {
    return suite
        .results()
        .filter(r -> r.status() != Result.Status.OK && r.status() != Result.Status.SKIPPED)
        .map(Annotations::of)
        .toList();
  }

  private static String of(Result result) {
    Position at =
        result.mismatches().isEmpty() ? result.check().at() : result.mismatches().get(0).at();
    return error(at, result.name(), String.join("\n", result.explanation()));
  }

  /** A line that says what is wrong at a place. */
  public static String error(Position at, String title, String message) {
    return "::error file=%s,line=%d,col=%d,title=%s::%s"
        .formatted(
            property(path(at.file())), at.line(), at.column(), property(title), data(message));
  }

  /** The path from the workspace, where the file is in one. */
  private static String path(String file) {
    String workspace = System.getenv(WORKSPACE);
    if (workspace == null || workspace.isEmpty()) {
      return file;
    }
    Path root = Path.of(workspace).toAbsolutePath().normalize();
    Path absolute = Path.of(file).toAbsolutePath().normalize();
    return absolute.startsWith(root) ? root.relativize(absolute).toString() : file;
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
