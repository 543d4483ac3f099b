package org.quorate.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.cli.yaml.BadFileException;

class OutputFileTest {

  @TempDir private Path folder;

  private Path path() {
    return folder.resolve("map.svg");
  }

  @Test
  void nothingIsThereBeforeItIsWritten() throws IOException {
    OutputFile file = OutputFile.of(path().toString());
    assertThat(folder).isEmptyDirectory();
    file.write("é ≠");
    assertThat(path()).hasContent("é ≠");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(path());
    }
  }

  @Test
  void theOldContentIsReplacedInOneStep() throws IOException {
    Files.writeString(path(), "old, and longer");
    OutputFile file = OutputFile.of(path().toString());
    assertThat(path()).hasContent("old, and longer");
    Object before = Files.readAttributes(path(), "unix:ino").get("ino");
    file.write("new");
    assertThat(path()).hasContent("new");
    assertThat(Files.readAttributes(path(), "unix:ino").get("ino")).isNotEqualTo(before);
  }

  @Test
  void aLinkRemainsOne() throws IOException {
    Path link = folder.resolve("link");
    Files.writeString(path(), "old");
    Files.createSymbolicLink(link, path());
    OutputFile.of(link.toString()).write("new");
    assertThat(link).isSymbolicLink();
    assertThat(path()).hasContent("new");
    assertThat(OutputFile.of(link.toString()).isSameAs(OutputFile.of(path().toString()))).isTrue();
  }

  @Test
  void aDeviceRemainsOne() {
    OutputFile.of("/dev/null").write("gone");
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void whatCannotBeWrittenIsRefusedAtOnce() throws IOException {
    assertThatThrownBy(() -> OutputFile.of(folder.toString()))
        .isInstanceOf(BadFileException.class)
        .hasMessage("cannot write %s: it is a folder", folder);
    assertThatThrownBy(() -> OutputFile.of(folder.resolve("none/map.svg").toString()))
        .isInstanceOf(BadFileException.class)
        .hasMessageEndingWith("map.svg: there is no such folder");
    Files.writeString(path(), "a file");
    assertThatThrownBy(() -> OutputFile.of(path().resolve("below").toString()))
        .isInstanceOf(BadFileException.class);
    assertThatThrownBy(() -> OutputFile.of(""))
        .isInstanceOf(BadFileException.class)
        .hasMessage("cannot write '': the name of the file is empty");
    assertThatThrownBy(() -> OutputFile.of("a\0b")).isInstanceOf(BadFileException.class);
  }

  /** Without permissions: the user who runs the test may have all. */
  @Test
  void temporaryFilesAreNotTheReason() {
    assertThat(OutputFile.reason(new AccessDeniedException("/x/.map.svg.1.tmp")))
        .isEqualTo("no permission to write in this folder");
    assertThat(OutputFile.reason(new FileSystemException("/x/.map.svg.1.tmp", null, "disk full")))
        .isEqualTo("disk full");
  }

  @Test
  void whatIsInTheWayIsNamed() throws IOException {
    String temporary = ".map.svg.%d.tmp".formatted(ProcessHandle.current().pid());
    Path left = Files.createFile(folder.resolve(temporary));
    assertThatThrownBy(() -> OutputFile.of(path().toString()))
        .isInstanceOf(BadFileException.class)
        .hasMessage("cannot write %s: %s is in the way; remove it", path(), left.toRealPath());
  }
}
