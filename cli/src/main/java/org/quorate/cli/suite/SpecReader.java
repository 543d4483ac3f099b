package org.quorate.cli.suite;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.quorate.cli.options.ModelReader;
import org.quorate.cli.replay.RunReader;
import org.quorate.cli.yaml.Position;
import org.quorate.cli.yaml.Yaml;
import org.quorate.cli.yaml.YamlReader;
import org.quorate.model.Protocol;

/**
 * Reads files of checks.
 *
 * @param protocols the models that there are
 * @param version of this program
 */
public record SpecReader(List<Protocol> protocols, String version) {

  static final String CHECKS = "checks";

  /** Names are cells of tables, and attributes of XML. */
  private static final Pattern NAME = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,120}");

  /** Keys of a file that is a scenario or a record for {@code replay}, or describes quorums. */
  private static final List<String> SCENARIO = List.of("steps", "tool", "vars");

  private static final List<String> QUORUMS = List.of("quorums", "phase1", "phase2");

  /**
   * The checks of a file. A run for {@code replay} is one check, named after its file.
   *
   * @throws org.quorate.cli.yaml.BadFileException if it is neither
   */
  public SpecFile read(String file) {
    return parse(file, YamlReader.text(file));
  }

  /** The checks of a text that stands, or will stand, in a file. */
  SpecFile parse(String file, String text) {
    Yaml.Mapping content = YamlReader.parse(file, text).mapping("checks");
    if (has(content, SCENARIO)) {
      return new SpecFile(file, text, List.of(run(file, content)), Set.of());
    }
    if (has(content, QUORUMS)) {
      throw content
          .at()
          .error(
              "this describes quorums, and says nothing of what must come of them; write a check"
                  + " with 'quorum: {system: FILE}'");
    }
    content.only("key", "a spec file", List.of(CHECKS));
    Yaml.Sequence list = content.get(CHECKS).sequence("checks");
    if (list.items().isEmpty()) {
      throw list.at().error("there is no check in it");
    }
    Set<String> named = new LinkedHashSet<>();
    List<Check> checks = checks(new TaskReader(protocols, version, beside(file, named)), list);
    return new SpecFile(file, text, checks, named);
  }

  /** Whether a file describes quorums, as {@code quorum --system} takes them. */
  static boolean describesQuorums(String file) {
    return YamlReader.read(file) instanceof Yaml.Mapping content && has(content, QUORUMS);
  }

  private static boolean has(Yaml.Mapping content, List<String> keys) {
    return content.find(CHECKS).isEmpty()
        && keys.stream().anyMatch(k -> content.find(k).isPresent());
  }

  private Check run(String file, Yaml.Mapping content) {
    Path name = Path.of(file).getFileName();
    String stem = String.valueOf(name).replaceFirst("\\.[^.]*$", "");
    Task task =
        new ReplayTask(file, RunReader.read(new ModelReader(protocols, null), content, version));
    Position at = content.find(TaskReader.EXPECT).map(Yaml::at).orElse(content.at());
    return new Check(at, stem, task, Map.of(), Optional.empty());
  }

  private static List<Check> checks(TaskReader tasks, Yaml.Sequence list) {
    Map<String, Check> checks = new LinkedHashMap<>();
    for (Yaml item : list.items()) {
      Yaml.Mapping stated = item.mapping("a check");
      Yaml.Scalar name = name(stated);
      Check first = checks.putIfAbsent(name.text(), check(tasks, name, stated));
      if (first != null) {
        throw name.at()
            .error(
                "there is a check '%s' already, in line %d"
                    .formatted(name.text(), first.at().line()));
      }
    }
    return List.copyOf(checks.values());
  }

  private static Yaml.Scalar name(Yaml.Mapping stated) {
    Yaml.Scalar name = stated.get("name").scalar("the name of a check");
    if (name.isNull() || !NAME.matcher(name.text()).matches() || name.text().isBlank()) {
      throw name.at().error("the name of a check is a line of 1 to 120 letters, digits and signs");
    }
    return name;
  }

  private static Check check(TaskReader tasks, Yaml.Scalar name, Yaml.Mapping stated) {
    TaskReader.Read read = tasks.read(name.at(), stated);
    return new Check(
        name.at(),
        name.text(),
        read.task(),
        read.expected(),
        stated.find(TaskReader.EXPECT).map(expect -> expect.mapping("facts that are expected")));
  }

  /** Files that a spec file names stand relative to it; they are added to a set. */
  private static BiFunction<Position, String, String> beside(String file, Set<String> all) {
    return (at, named) -> {
      try {
        String path = Path.of(file).resolveSibling(named).toString();
        all.add(path);
        return path;
      } catch (InvalidPathException e) {
        throw at.error("'%s' is no name of a file".formatted(named));
      }
    };
  }
}
