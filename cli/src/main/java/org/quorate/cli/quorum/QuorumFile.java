package org.quorate.cli.quorum;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.quorate.cli.yaml.Yaml;
import org.quorate.cli.yaml.YamlReader;
import org.quorate.quorum.Composite;
import org.quorate.quorum.Faults;
import org.quorate.quorum.NotationException;
import org.quorate.quorum.ProcessSet;
import org.quorate.quorum.QuorumSystem;

/**
 * A file that describes quorums.
 *
 * <pre>
 * processes: [a, b, c, d]       # or a number: p1, p2, …; default: those that the systems name
 * quorums: 2 of {a, b, c}       # or phase1 and phase2
 * faults: {byzantine: 1}        # or crash, or both, or sets that fail together: {crash: [[a, b], [c]]}
 * </pre>
 *
 * @param asked the text of the system, or those of both phases
 * @param phase1 the quorums of the first phase
 * @param phase2 those of the second; the same system where the file has only one
 * @param faults what may go wrong, if the file says so
 */
public record QuorumFile(
    List<String> asked, Composite phase1, Composite phase2, Optional<Faults> faults) {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.-]{1,30}");

  private static final int MOST_SETS = 100;

  private static final List<String> SYSTEMS = List.of("quorums", "phase1", "phase2");

  /**
   * Reads a file.
   *
   * @throws org.quorate.cli.yaml.BadFileException if it describes no quorums
   */
  public static QuorumFile read(String file) {
    Yaml.Mapping content = YamlReader.read(file).mapping("quorums, or phase1 and phase2");
    content.only(
        "key", "a quorum file", List.of("processes", "quorums", "phase1", "phase2", "faults"));
    List<String> names = processes(content);
    boolean single = content.find("quorums").isPresent();
    if (single && (content.find("phase1").isPresent() || content.find("phase2").isPresent())) {
      throw content.at().error("give either quorums, or phase1 and phase2; not both");
    }
    List<String> keys = single ? List.of("quorums") : List.of("phase1", "phase2");
    List<Composite> systems = keys.stream().map(key -> system(content, key, names)).toList();
    return new QuorumFile(
        keys.stream().map(key -> onOneLine(text(content, key).text())).toList(),
        systems.get(0),
        systems.get(systems.size() - 1),
        content.find("faults").map(f -> faults(f, names)));
  }

  private static Yaml.Scalar text(Yaml.Mapping file, String key) {
    return file.get(key).scalar("a quorum system, such as 2 of {a, b, c}");
  }

  private static Composite system(Yaml.Mapping file, String key, List<String> names) {
    Yaml.Scalar text = text(file, key);
    return orBadFile(text, () -> Composite.parse(text.text(), names));
  }

  private static String onOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ").replace("{ ", "{").replace(" }", "}");
  }

  private static List<String> processes(Yaml.Mapping file) {
    Set<String> names = new LinkedHashSet<>();
    Optional<Yaml> listed = file.find("processes");
    if (listed.isEmpty()) {
      List<Yaml.Scalar> systems =
          SYSTEMS.stream().filter(k -> file.find(k).isPresent()).map(k -> text(file, k)).toList();
      // Each alone first, so that an error has the position of the text that causes it.
      systems.forEach(text -> orBadFile(text, () -> Composite.namesIn(List.of(text.text()))));
      names.addAll(Composite.namesIn(systems.stream().map(Yaml.Scalar::text).toList()));
    } else if (listed.get() instanceof Yaml.Scalar count) {
      int number = whole(count, 1, QuorumSystem.MAX_ENUMERABLE);
      IntStream.rangeClosed(1, number).forEach(i -> names.add("p" + i));
    } else {
      for (Yaml item : listed.get().sequence("names of processes, or a number").items()) {
        addName(names, item.scalar("the name of a process"));
      }
    }
    return List.copyOf(names);
  }

  private static void addName(Set<String> names, Yaml.Scalar name) {
    if (!NAME.matcher(name.text()).matches()) {
      throw name.at()
          .error(
              "the name of a process is of up to 30 letters, digits, '.', '-' and '_', not '%s'"
                  .formatted(name.text()));
    }
    if (!names.add(name.text())) {
      throw name.at().error("there are two processes '%s'".formatted(name.text()));
    }
  }

  private static Faults faults(Yaml given, List<String> names) {
    Yaml.Mapping faults = given.mapping("byzantine, crash, or both");
    faults.only("kind", "faults", List.of("byzantine", "crash"));
    List<Yaml> kinds = faults.entries().values().stream().map(Yaml.Entry::value).toList();
    if (kinds.stream().allMatch(Yaml.Scalar.class::isInstance)) {
      return Faults.hybrid(count(faults, "byzantine", names), count(faults, "crash", names));
    }
    return Faults.together(sets(faults, "byzantine", names), sets(faults, "crash", names));
  }

  private static int count(Yaml.Mapping faults, String kind, List<String> names) {
    return faults
        .find(kind)
        .map(count -> whole(count.scalar("a number of processes"), 0, names.size()))
        .orElse(0);
  }

  private static List<ProcessSet> sets(Yaml.Mapping faults, String kind, List<String> names) {
    List<ProcessSet> sets = new ArrayList<>();
    faults
        .find(kind)
        .map(all -> all.sequence("sets of processes that fail together"))
        .ifPresent(all -> all.items().forEach(set -> sets.add(set(set, names))));
    if (sets.size() > MOST_SETS) {
      throw faults.at().error("at most %d sets that fail together".formatted(MOST_SETS));
    }
    return sets;
  }

  private static ProcessSet set(Yaml list, List<String> names) {
    long set = 0;
    for (Yaml item : list.sequence("processes that fail together").items()) {
      Yaml.Scalar name = item.scalar("the name of a process");
      set |= 1L << names.indexOf(name.oneOf("process", names));
    }
    return ProcessSet.of(set);
  }

  private static int whole(Yaml.Scalar scalar, int least, int most) {
    Integer number = Ints.tryParse(scalar.text());
    if (number == null || number < least || number > most) {
      throw scalar
          .at()
          .error(
              "expected a whole number from %d to %d, not '%s'"
                  .formatted(least, most, scalar.text()));
    }
    return number;
  }

  private static <T> T orBadFile(Yaml.Scalar text, Supplier<T> task) {
    try {
      return task.get();
    } catch (NotationException e) {
      throw text.at().error(String.valueOf(e.getMessage()));
    }
  }
}
