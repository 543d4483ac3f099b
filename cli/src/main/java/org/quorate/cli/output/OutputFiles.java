package org.quorate.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.yaml.BadFileException;

/** The files that a user has named for one thing, each in a form of its own. */
public final class OutputFiles<T> {

  private final Map<OutputFile, Function<T, String>> files = new LinkedHashMap<>();
  private final List<OutputFile> named;

  /** No file so far. */
  public OutputFiles() {
    this(new ArrayList<>());
  }

  private OutputFiles(List<OutputFile> named) {
    this.named = named;
  }

  /**
   * One more file; null for none.
   *
   * @throws BadFileException if it cannot be written, or is one of the others
   */
  public OutputFiles<T> with(@Nullable String name, Function<T, String> writer) {
    if (name == null) {
      return this;
    }
    OutputFile file = OutputFile.of(name);
    if (named.stream().anyMatch(file::isSameAs)) {
      throw new BadFileException("two things cannot be written to the same file " + file);
    }
    named.add(file);
    files.put(file, writer);
    return this;
  }

  /** Files for another thing, all of which must differ from these. */
  public <U> OutputFiles<U> more() {
    return new OutputFiles<>(named);
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
