package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SweepFilesTest {

  /** Unsafe at 2, where the formula says otherwise; 99 is refused with signs that need escapes. */
  private static final StubQuorums STUB =
      new StubQuorums(k -> k == 2, k -> k > 3, k -> true, k -> k > 3);

  private static final String POINTS = "-k 2..4,99 -f 1..2";

  @TempDir private Path folder;

  private CommandLineRun stub(String args) {
    return CommandLineRun.of(List.of(STUB), ("sweep stub " + POINTS + " " + args).split(" "));
  }

  private String written(String option) throws IOException {
    Path file = folder.resolve("output");
    assertThat(stub(option + " " + file).exitCode()).isEqualTo(1);
    assertThat(folder).isDirectoryContaining(file::equals);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
    return Files.readString(file);
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Document document, String name, String style) {
    NodeList nodes = document.getElementsByTagNameNS("*", name);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element e && e.getAttribute("class").startsWith(style)) {
        found.add(e);
      }
    }
    return found;
  }

  @Test
  void csvIsReadByOthers() throws IOException {
    String csv = written("--csv");
    assertThat(csv).endsWith("\r\n");
    try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180.builder().setHeader().get())) {
      assertThat(parser.getHeaderNames())
          .containsExactly(
              "model",
              "k",
              "f",
              "n",
              "quorum",
              "explored",
              "represented",
              "depth",
              "seconds",
              "verdict",
              "formula",
              "agree",
              "reason");
      List<CSVRecord> records = parser.getRecords();
      assertThat(records).hasSize(8).allMatch(CSVRecord::isConsistent);
      assertThat(values(records.get(0), "k", "f", "n", "quorum", "explored", "depth"))
          .containsExactly("2", "1", "3", "2", "10", "9");
      assertThat(records).extracting(r -> r.get("verdict")).contains("unsafe", "refused");
      assertThat(records).extracting(r -> r.get("agree")).contains("false", "true", "");
      assertThat(values(records.get(6), "n", "explored", "reason"))
          .containsExactly("100", "", "too \"many\", <really> & truly");
    }
  }

  private static List<String> values(CSVRecord values, String... names) {
    return List.of(names).stream().map(values::get).toList();
  }

  @Test
  void jsonIsReadByOthers() throws IOException {
    CommandLineRun run = stub("--json");
    assertThat(run.exitCode()).isEqualTo(1);
    List<String> verdicts = new ArrayList<>();
    List<String> agreements = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(run.out())) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t.isScalarValue() && "verdict".equals(parser.currentName())) {
          verdicts.add(parser.getText());
        } else if (t.isScalarValue() && "agree".equals(parser.currentName())) {
          agreements.add(parser.getText());
        }
      }
    }
    assertThat(verdicts)
        .containsExactly(
            "unsafe",
            "unsafe",
            "safe only",
            "safe only",
            "safe and live",
            "safe and live",
            "refused",
            "refused");
    assertThat(agreements)
        .containsExactly("false", "false", "true", "true", "true", "true", "null", "null");
    assertThat(run.out().replaceAll("\\s", ""))
        .contains("\"model\":\"stub\",\"options\":{},\"disagrees\":true,\"incomplete\":false")
        .contains("\"quorums\":{\"first-quorum\":4,\"second-quorum\":2}")
        .containsPattern("\"seconds\":\\d+\\.\\d+,\"points\"");
  }

  @Test
  void svgHasACellForEachPoint() throws Exception {
    String svg = written("--svg");
    Document document = parse(svg);
    assertThat(document.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/2000/svg");
    assertThat(elements(document, "g", "point")).hasSize(8);
    assertThat(elements(document, "g", "point unsafe")).hasSize(2);
    assertThat(elements(document, "g", "point safe-only")).hasSize(2);
    assertThat(elements(document, "g", "point safe-and-live")).hasSize(2);
    assertThat(elements(document, "g", "point refused")).hasSize(2);
    assertThat(elements(document, "g", "point").get(0).getTextContent())
        .contains("n = 3, q = 2")
        .contains("≠ formula: safe only");
    assertThat(elements(document, "g", "point").get(6).getTextContent())
        .contains("too \"many\", <really> & truly");
  }

  @Test
  void cellsOfTheSvgAreInsideItAndDoNotOverlap() throws Exception {
    Document document = parse(written("--svg"));
    int width = Integer.parseInt(document.getDocumentElement().getAttribute("width"));
    int height = Integer.parseInt(document.getDocumentElement().getAttribute("height"));
    List<String> places = new ArrayList<>();
    for (Element point : elements(document, "g", "point")) {
      places.add(point.getAttribute("transform"));
      String transform = point.getAttribute("transform").replaceAll("[^\\d ]", "");
      List<String> at = Splitter.on(' ').splitToList(transform);
      Element box = (Element) point.getElementsByTagNameNS("*", "rect").item(0);
      assertThat(Integer.parseInt(at.get(0)) + Integer.parseInt(box.getAttribute("width")))
          .isLessThanOrEqualTo(width);
      assertThat(Integer.parseInt(at.get(1)) + Integer.parseInt(box.getAttribute("height")))
          .isLessThanOrEqualTo(height);
    }
    assertThat(places).doesNotHaveDuplicates();
  }

  @Test
  void htmlHoldsTheMapAndATableWithoutScripts() throws Exception {
    String html = written("--html");
    assertThat(html).startsWith("<!DOCTYPE html>").doesNotContain("<script", "http://www.w3.org/1");
    Document document = parse(html);
    assertThat(elements(document, "g", "point")).hasSize(8);
    assertThat(elements(document, "tr", "")).hasSize(9);
    assertThat(elements(document, "td", "why")).hasSize(6);
  }

  @Test
  void incompletePointsAreHatched() throws Exception {
    Path file = folder.resolve("map.svg");
    CommandLineRun run =
        CommandLineRun.words("sweep paxos -k 2..3 --ballots 2 --max-states 500 --svg " + file);
    assertThat(run.exitCode()).isEqualTo(3);
    Document document = parse(Files.readString(file));
    assertThat(elements(document, "pattern", "")).hasSize(1);
    List<Element> incomplete = elements(document, "g", "point incomplete");
    assertThat(incomplete).hasSize(1);
    Element box = (Element) incomplete.get(0).getElementsByTagNameNS("*", "rect").item(0);
    assertThat(box.getAttribute("fill")).isEqualTo("url(#hatching)");
  }
}
