package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Sequence charts of check and replay. */
class ChartTest {

  private static final String SHARED =
      "check paxos --proposers-per-ballot 2 --ballots 1 --threads 1 --no-progress ";

  @TempDir private Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static String golden(String name) throws IOException {
    return Resources.toString(Resources.getResource(ChartTest.class, name), StandardCharsets.UTF_8);
  }

  private static Document parse(String xml) throws Exception {
    String withoutType = xml.replace("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(withoutType)));
  }

  private static List<Element> elements(Document document, String name, String style) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element e && e.getAttribute("class").startsWith(style)) {
        found.add(e);
      }
    }
    return found;
  }

  @Test
  void chartOfASharedBallotAsText() throws IOException {
    CommandLineRun run = CommandLineRun.words(SHARED + "--chart");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).endsWith("\n" + golden("shared-ballot.txt"));
    assertThat(golden("shared-ballot.txt").lines()).allMatch(line -> line.length() <= 110);
  }

  @Test
  void chartOfASharedBallotAsMermaid() throws IOException {
    CommandLineRun.words(SHARED + "--trace-mermaid " + file("run.mmd"));

    assertThat(file("run.mmd")).hasContent(golden("shared-ballot.mmd"));
  }

  @ParameterizedTest
  @CsvSource({
    // Four processes; 1a twice, 1b four times, 2a four times; 2b is received by none of the four.
    "check paxos --proposers-per-ballot 2 --ballots 1, 4, 10, 4, 0",
    // Of nine messages, four are pre-prepares of the Byzantine primary.
    "check pbft -k 4 -f 1 --views 1 --quorum 2*f+1, 5, 8, 4, 4"
  })
  void picturesHaveEveryProcessAndMessage(
      String args, int processes, int messages, int lost, int lies) throws Exception {
    String common = args + " --threads 1 --no-progress";
    CommandLineRun.words(
        common + " --trace-svg " + file("run.svg") + " --trace-html " + file("run.html"));

    for (String name : List.of("run.svg", "run.html")) {
      Document document = parse(Files.readString(file(name)));
      assertThat(elements(document, "g", "process")).hasSize(processes);
      assertThat(elements(document, "line", "lifeline")).hasSize(processes);
      assertThat(elements(document, "line", "arrow")).hasSize(messages);
      assertThat(elements(document, "line", "arrow lie")).hasSize(lies);
      assertThat(elements(document, "line", "lost")).hasSize(lost);
      assertThat(elements(document, "g", "quorum")).hasSize(2);
    }
  }

  @Test
  void replayDrawsAsCheckDoes() throws IOException {
    CommandLineRun json = CommandLineRun.words(SHARED + "--json");
    Files.writeString(file("bug.json"), json.out());

    CommandLineRun run = CommandLineRun.words("replay --chart " + file("bug.json"));

    assertThat(run.out()).endsWith("\n" + golden("shared-ballot.txt"));
  }

  @Test
  void withoutARunNothingIsWritten() {
    CommandLineRun run =
        CommandLineRun.words(
            "check paxos --ballots 1 --no-progress --chart --trace-svg " + file("run.svg"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("no chart was written");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void filesThatCannotBeWrittenAreRefusedBeforeTheSearch() {
    CommandLineRun run =
        CommandLineRun.words(SHARED + "--trace-svg " + folder.resolve("none/run.svg"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("there is no such folder");
  }

  @Test
  void textAndJsonDoNotMix() {
    assertThat(CommandLineRun.words(SHARED + "--chart --json").exitCode()).isEqualTo(2);
  }
}
