package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What a check says of how much of the model it made use of. */
class CoverageTest {

  private static final String ONE_BALLOT = "check paxos --ballots 1 --threads 1 --no-progress ";

  @TempDir private Path folder;

  private Document report(String check) throws Exception {
    Path file = folder.resolve("report.html");
    CommandLineRun.words(check + " --report " + file);
    String page = Files.readString(file).replace("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static String find(Document document, String path) throws Exception {
    return XPathFactory.newInstance().newXPath().evaluate(path, document);
  }

  @Test
  void tablesSayWhatWasUsedAndWhenFirst() {
    String out = CommandLineRun.words(ONE_BALLOT + "--coverage").out();

    assertThat(out)
        .containsPattern("fired  first step  action")
        .containsPattern("\n +1 +1  Prepare\n")
        .containsPattern("\n +\\d+ +2  Promise\n")
        .containsPattern("\n +\\d+ +4  Propose\n")
        .containsPattern("\n +\\d+ +5  Accept\n")
        .containsPattern("evaluated  failed  invariant")
        .containsPattern("\n +0 +1  ▌?█*[▏▎▍▌▋▊▉]?\n +1 +1  ");
  }

  @Test
  void whatNeverHappensIsMarked() {
    String out = CommandLineRun.words(ONE_BALLOT + "--max-depth 1 --coverage").out();

    assertThat(out)
        .contains("Prepare 1 · Promise never")
        .containsPattern("\n +0 +never  Promise\n");
    assertThat(out).contains("goal        decided was not reached so far\n");
  }

  @Test
  void depthFirstSearchKnowsNoDepths() {
    String out = CommandLineRun.words(ONE_BALLOT + "--coverage --strategy dfs").out();

    assertThat(out).containsPattern("\n +1 +not known  Prepare\n").doesNotContain("depth  states");
    assertThat(out).contains("goal        decided is reachable\n");
  }

  @Test
  void jsonHasTheSame() {
    String out = CommandLineRun.words(ONE_BALLOT + "--json").out();

    assertThat(out.replaceAll("\\s", ""))
        .contains("\"coverage\":{\"actions\":{\"Prepare\":{\"fired\":1,\"firstStep\":1}")
        .containsPattern("\"agreement\":\\{\"evaluated\":\\d+,\"failed\":0}")
        .contains("\"goals\":{\"decided\":{\"depth\":6}");
  }

  @Test
  void pageHasAllOfARun() throws Exception {
    Document page = report(ONE_BALLOT + "--proposers-per-ballot 2");

    assertThat(find(page, "//h1")).isEqualTo("paxos: violated");
    assertThat(find(page, "//span[@class='verdict violated']")).isEqualTo("VIOLATED");
    assertThat(find(page, "count(//svg[@class='chart'])")).isEqualTo("1");
    assertThat(find(page, "//h2[2]")).isEqualTo("9 steps, and no run is shorter");
    assertThat(find(page, "//pre")).contains("Prepare(ballot 0)").contains("after the last step");
    assertThat(find(page, "count(//svg[@class='plot'][1]/rect)")).isEqualTo("10");
    assertThat(find(page, "count(//path[@class='curve'])")).isEqualTo("1");
    assertThat(find(page, "//td[.='agreement']/preceding-sibling::td[1]")).isNotEqualTo("0");
    assertThat(find(page, "count(//script) + count(//link) + count(//@href) + count(//@src)"))
        .isEqualTo("0");
  }

  @Test
  void pageOfWhatHoldsHasNoCounterexample() throws Exception {
    Document page = report(ONE_BALLOT + "--strategy dfs");

    assertThat(find(page, "//span[@class='verdict holds']")).isEqualTo("HOLDS");
    assertThat(find(page, "count(//svg)")).isEqualTo("0");
    assertThat(find(page, "count(//pre)")).isEqualTo("0");
  }

  @Test
  void eachThingHasAFileOfItsOwn() {
    String file = folder.resolve("one").toString();
    CommandLineRun run = CommandLineRun.words(ONE_BALLOT + "--report " + file + " --dot " + file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("two things cannot be written to the same file");
  }

  @Test
  void coverageAndJsonContradict() {
    CommandLineRun run = CommandLineRun.words(ONE_BALLOT + "--json --coverage");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("give either --json or --coverage, not both");
  }
}
