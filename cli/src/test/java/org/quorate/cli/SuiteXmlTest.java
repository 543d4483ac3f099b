package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What {@code --junit-xml} writes is what CI servers read. */
class SuiteXmlTest {

  private static final String CHECKS =
      """
      checks:
        - name: good
          model: paxos
          options: {ballots: 2}
        - name: 'wrong <count> & "quotes"'
          model: paxos
          options: {ballots: 2}
          expect: {explored: 444}
        - name: stopped
          model: paxos
          search: {max-depth: 3}
        - name: quorums
          quorum: {k: 4, f: 1, quorum: 2*f+1}
          expect: {verdict: unsafe}
      """;

  @TempDir private Path folder;

  private Document report(String... options) throws Exception {
    SuiteRun suite = new SuiteRun(folder);
    suite.write("more/t.yaml", SuiteRun.GOOD);
    suite.write("s.yaml", CHECKS);
    Path file = folder.resolve("report.xml");
    List<String> all = new ArrayList<>(List.of("--junit-xml", file.toString()));
    all.addAll(List.of(options));
    suite.onFolder(all.toArray(String[]::new));
    validate(file);
    return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static void validate(Path file) throws IOException, SAXException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(SuiteXmlTest.class.getResource("/junit-report.xsd"))
        .newValidator()
        .validate(new StreamSource(file.toFile()));
  }

  private static List<Element> elements(Document report, String name) {
    NodeList nodes = report.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void failingChecksAreNamed() throws Exception {
    Document report = report();
    Element failure = elements(report, "failure").get(0);
    Element failed = (Element) failure.getParentNode();
    assertThat(failed.getAttribute("name")).isEqualTo("wrong <count> & \"quotes\"");
    assertThat(failed.getAttribute("classname")).endsWith("s.yaml");
    assertThat(failure.getAttribute("message"))
        .endsWith("s.yaml:8:24: explored: expected 444, found 443");
    assertThat(failure.getTextContent()).contains("see  quorate check paxos --ballots 2");
    Element error = elements(report, "error").get(0);
    assertThat(error.getAttribute("type")).isEqualTo("incomplete");
    assertThat(((Element) error.getParentNode()).getAttribute("name")).isEqualTo("stopped");
  }

  @Test
  void suitesAreFilesWithTheirTotals() throws Exception {
    List<Element> suites = elements(report(), "testsuite");
    assertThat(suites).extracting(s -> s.getAttribute("id")).containsExactly("0", "1");
    Element second = suites.get(1);
    assertThat(second.getAttribute("name")).endsWith("s.yaml");
    assertThat(second.getAttribute("tests")).isEqualTo("4");
    assertThat(second.getAttribute("failures")).isEqualTo("1");
    assertThat(second.getAttribute("errors")).isEqualTo("1");
    assertThat(second.getAttribute("skipped")).isEqualTo("0");
  }

  @Test
  void skippedChecksAreMarked() throws Exception {
    Document report = report("--fail-fast");
    assertThat(elements(report, "skipped")).isNotEmpty();
    assertThat(elements(report, "failure").size() + elements(report, "error").size()).isOne();
  }
}
