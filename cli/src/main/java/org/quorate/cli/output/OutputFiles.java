package org.quorate.cli.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.yaml.BadFileException;

/**
 * The files that a user has named for one thing, each in a form of its own; none of them is one
 * that the command reads.
 */
public final class OutputFiles<T> {

  private final Map<OutputFile, Function<T, String>> files = new LinkedHashMap<>();
  private final List<OutputFile> named;
  private final Collection<String> read;

  /** No file so far, of a command that reads none. */
  public OutputFiles() {
    this(List.of());
  }

  /** No file so far, of a command that reads these. */
  public OutputFiles(Collection<String> read) {
    this(new ArrayList<>(), List.copyOf(read));
  }

  private OutputFiles(List<OutputFile> named, Collection<String> read) {
    this.named = named;
    this.read = read;
  }

  /**
   * One more file; null for none.
   *
   * @throws BadFileException if it cannot be written, is read, or is one of the others
   */
  public OutputFiles<T> with(@Nullable String name, Function<T, String> writer) {
    if (name == null) {
      return this;
    }
    OutputFile file = OutputFile.of(name);
    if (named.stream().anyMatch(file::isSameAs)) {
      throw new BadFileException("two things cannot be written to the same file " + file);
    }
    if (read.stream().anyMatch(file::isFile)) {
      throw new BadFileException(
          "cannot write %s: it is read by this command; name another file".formatted(file));
    }
    named.add(file);
    files.put(file, writer);
    return this;
  }

  /** Files for another thing, all of which must differ from these. */
  public <U> OutputFiles<U> more() {
    return new OutputFiles<>(named, read);
  }

  /** Whether the user has named none. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /**
   * Writes them all.
   *
   * @throws BadFileException if that fails
   */
  public void write(T what) {
    files.forEach((file, writer) -> file.write(writer.apply(what)));
  }
}
