package org.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of this module's README is code that is compiled and tested. */
class ReadmeTest {

  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static final List<String> SOURCES =
      List.of("LockExampleTest", "tutorial/TwoPhaseCommit", "tutorial/TwoPhaseCommitTest");

  @Test
  void everyBlockIsPartOfATestedSource() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String source : SOURCES) {
      sources.add(bare(Files.readString(Path.of("src/test/java/org/quorate", source + ".java"))));
    }
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(Path.of("README.md")));
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    assertThat(blocks).hasSizeGreaterThan(5);
    for (String block : blocks) {
      for (String part : block.split("\n\n", -1)) {
        String code = bare(part);
        // Only the command line prints in this repository, so this line has no tested twin.
        boolean prints = code.contains("System.out");
        assertThat(sources).as(part).anyMatch(source -> prints || source.contains(code));
      }
    }
  }

  /** Without blanks, and without the brackets that end what is shown in parts. */
  private static String bare(String code) {
    return code.replaceAll("\\s", "").replaceAll("}+$", "");
  }
}
