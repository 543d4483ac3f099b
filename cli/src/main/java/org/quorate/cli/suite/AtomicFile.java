package org.quorate.cli.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Replaces the content of a file as a whole: whoever reads it sees the old text or the new one. */
final class AtomicFile {

  private AtomicFile() {}

  /**
   * Writes a text to a file that exists. A process that is killed may leave a hidden file beside
   * it.
   *
   * @throws IOException if it cannot; then the file is as it was
   */
  static void replace(Path file, String text) throws IOException {
    Path target = file.toRealPath();
    if (!Files.isWritable(target)) {
      throw new IOException("permission denied");
    }
    Path draft =
        Files.createTempFile(target.resolveSibling(""), "." + target.getFileName() + ".", ".tmp");
    try {
      write(draft, text);
      copyPermissions(target, draft);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** On the disk before the name is, so that a power cut leaves no empty file either. */
  private static void write(Path draft, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView sink = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (source != null && sink != null) {
      sink.setPermissions(source.readAttributes().permissions());
    }
  }
}
