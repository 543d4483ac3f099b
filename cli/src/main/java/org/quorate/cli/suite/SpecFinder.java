package org.quorate.cli.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quorate.cli.yaml.BadFileException;

/**
 * Finds the files of a suite. A folder stands for its files {@code *.yaml} and {@code *.yml}, and
 * those of its folders, in alphabetical order, but for
 *
 * <ul>
 *   <li>a folder called {@code long}, unless it is named itself;
 *   <li>what is hidden: names that begin with a dot;
 *   <li>files that describe quorums, which state no expectation.
 * </ul>
 */
public final class SpecFinder {

  /** Of a folder that runs only when it is asked for. */
  private static final String LONG = "long";

  private SpecFinder() {}

  /**
   * The files that some paths stand for, each once, in the order of the paths.
   *
   * @throws BadFileException if a path is neither a file nor a folder, or nothing is in it
   */
  public static List<String> find(List<String> paths) {
    Map<Path, String> files = new LinkedHashMap<>();
    for (String path : paths) {
      List<Path> found = found(path);
      if (found.isEmpty()) {
        throw new BadFileException(path + ": there is no spec file in this folder");
      }
      found.forEach(file -> files.putIfAbsent(real(file), file.toString()));
    }
    return List.copyOf(files.values());
  }

  private static List<Path> found(String name) {
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      throw new BadFileException(name + ": this is no name of a file");
    }
    if (!Files.exists(path)) {
      throw new BadFileException(name + ": there is no such file or folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> found = new ArrayList<>();
    walk(path, found);
    return found;
  }

  private static void walk(Path folder, List<Path> found) {
    for (Path entry : sorted(folder)) {
      String name = String.valueOf(entry.getFileName());
      if (name.startsWith(".")) {
        continue;
      }
      if (Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) {
        if (!name.equals(LONG)) {
          walk(entry, found);
        }
      } else if (name.matches(".*\\.ya?ml") && !SpecReader.describesQuorums(entry.toString())) {
        found.add(entry);
      }
    }
  }

  private static List<Path> sorted(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new BadFileException(folder + ": cannot be read: " + e.getMessage());
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new BadFileException(file + ": cannot be read: " + e.getMessage());
    }
  }
}
