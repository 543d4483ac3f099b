package org.quorate.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quorate.cli.yaml.BadFileException;

/**
 * A file to be written as a whole or not at all: its readers see the old content or the new one. A
 * device, a pipe or an open file, such as {@code /dev/stdout}, is written to as it is.
 */
public final class OutputFile {

  /** Names of open files. They look like links, but what they lead to may have no name. */
  private static final Pattern OPEN =
      Pattern.compile("/dev/(stdout|stderr|fd/\\d+)|/proc/[^/]+(/task/\\d+)?/fd/\\d+");

  private static final Pattern STDOUT = Pattern.compile("/dev/(stdout|fd/1)|/proc/self/fd/1");
  private static final Pattern STDERR = Pattern.compile("/dev/(stderr|fd/2)|/proc/self/fd/2");

  private final String name;
  private final Path target;

  private OutputFile(String name, Path target) {
    this.name = name;
    this.target = target;
  }

  /**
   * A file of this name, which may exist, in a folder that must.
   *
   * @throws BadFileException if it cannot be written; nothing has changed then
   */
  public static OutputFile of(String name) {
    if (name.isEmpty()) {
      throw new BadFileException("cannot write '': the name of the file is empty");
    }
    try {
      OutputFile file = new OutputFile(name, target(Path.of(name)));
      file.probe();
      return file;
    } catch (IOException | IllegalArgumentException e) {
      throw cannotWrite(name, e);
    }
  }

  /** Where a link leads to, so that the link remains; one name for each file. */
  private static Path target(Path path) throws IOException {
    Path plain = path.toAbsolutePath().normalize();
    if (isOpen(plain)) {
      return plain;
    }
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    if (Files.isSymbolicLink(path)) {
      throw new IOException("it is a link to nothing");
    }
    Path absolute = path.toAbsolutePath();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    return folder == null || name == null ? absolute : folder.toRealPath().resolve(name);
  }

  private static boolean isOpen(Path path) {
    return OPEN.matcher(path.toString()).matches();
  }

  private boolean isSpecial() {
    return isOpen(target) || (Files.exists(target) && !Files.isRegularFile(target));
  }

  private void probe() throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    if (isOpen(target) && !Files.exists(target)) {
      throw new IOException("no file is open there");
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new IOException("it is read-only");
    }
    if (!isSpecial()) {
      Files.delete(Files.createFile(temporary()));
    }
  }

  private Path temporary() {
    return target.resolveSibling(
        ".%s.%d.tmp".formatted(target.getFileName(), ProcessHandle.current().pid()));
  }

  /** Whether it is the same file as another. */
  public boolean isSameAs(OutputFile other) {
    return target.equals(other.target);
  }

  /** Whether it is the file of a name, if there is one. */
  boolean isFile(String other) {
    try {
      Path path = Path.of(other);
      return Files.isRegularFile(path) && target.equals(path.toRealPath());
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  /**
   * Writes the content, in UTF-8.
   *
   * @throws BadFileException if that fails; the file is as it was then
   */
  public void write(String content) {
    try {
      if (isSpecial()) {
        append(content);
      } else {
        replace(content);
      }
    } catch (IOException e) {
      throw cannotWrite(name, e);
    }
  }

  private void append(String content) throws IOException {
    byte[] bytes = content.getBytes(UTF_8);
    if (STDOUT.matcher(target.toString()).matches()) {
      writeTo(FileDescriptor.out, bytes);
    } else if (STDERR.matcher(target.toString()).matches()) {
      writeTo(FileDescriptor.err, bytes);
    } else {
      Files.write(target, bytes, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }
  }

  /** Neither opened again, as another position would be lost, nor closed. */
  @SuppressWarnings("resource")
  private static void writeTo(FileDescriptor open, byte[] bytes) throws IOException {
    new FileOutputStream(open).write(bytes);
  }

  private void replace(String content) throws IOException {
    Path temporary = temporary();
    try {
      // On the disk before the name is, so that a power cut leaves no empty file.
      Files.writeString(
          temporary, content, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
      keepPermissions(temporary);
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void keepPermissions(Path temporary) throws IOException {
    PosixFileAttributeView to = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    if (to != null && Files.exists(target)) {
      to.setPermissions(Files.getPosixFilePermissions(target));
    }
  }

  /** The name that the user gave it. */
  @Override
  public String toString() {
    return name;
  }

  private static BadFileException cannotWrite(String name, Exception e) {
    return new BadFileException("cannot write %s: %s".formatted(name, reason(e)));
  }

  /** Why a file cannot be written, without the name of a temporary one. */
  static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to write in this folder";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return "%s is in the way; remove it".formatted(exists.getFile());
    }
    String message = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return Optional.ofNullable(message).orElse("it is not possible");
  }
}
