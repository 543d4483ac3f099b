package org.quorate.cli.suite;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.quorate.cli.suite.Result.Status;
import org.quorate.cli.suite.SuiteResult.FileResult;

/**
 * The results of a suite as continuous integration servers read them: what the schemas of Apache
 * Ant's JUnit task and of Jenkins have in common. A file is a {@code testsuite}, a check a {@code
 * testcase}. What is not as expected is a {@code failure}; what is incomplete, or ended by an error
 * of the program, an {@code error}.
 */
public final class JUnitXml {

  /** Characters that XML 1.0 cannot hold. */
  private static final String FORBIDDEN =
      "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private final XMLStreamWriter xml;
  private final String start;

  private JUnitXml(XMLStreamWriter xml, Instant start) {
    this.xml = xml;
    this.start =
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            start.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  /**
   * The document.
   *
   * @param start when the suite was started
   */
  public static String write(SuiteResult suite, Instant start) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JUnitXml(xml, start).document(suite);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void document(SuiteResult suite) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine();
    xml.writeStartElement("testsuites");
    for (int i = 0; i < suite.files().size(); i++) {
      file(i, suite.files().get(i));
    }
    newLine();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void file(int id, FileResult file) throws XMLStreamException {
    newLine();
    xml.writeStartElement("testsuite");
    attribute("id", id);
    attribute("name", file.file().name());
    attribute("package", "quorate");
    attribute("timestamp", start);
    attribute("hostname", "localhost");
    attribute("tests", file.results().size());
    attribute("failures", file.count(Status.FAILED));
    attribute("errors", file.count(Status.ERROR) + file.count(Status.INCOMPLETE));
    attribute("skipped", file.count(Status.SKIPPED));
    attribute("time", seconds(file.seconds()));
    empty("properties");
    for (Result result : file.results()) {
      check(file.file().name(), result);
    }
    empty("system-out");
    empty("system-err");
    newLine();
    xml.writeEndElement();
  }

  private void check(String file, Result result) throws XMLStreamException {
    newLine();
    xml.writeStartElement("testcase");
    attribute("name", result.name());
    attribute("classname", file);
    attribute("time", seconds(result.seconds()));
    switch (result.status()) {
      case OK -> {}
      case SKIPPED -> xml.writeEmptyElement("skipped");
      case FAILED -> trouble("failure", result);
      case INCOMPLETE, ERROR -> trouble("error", result);
    }
    xml.writeEndElement();
  }

  private void trouble(String element, Result result) throws XMLStreamException {
    List<String> lines = result.explanation();
    xml.writeStartElement(element);
    attribute("type", result.status().word());
    attribute("message", lines.isEmpty() ? result.status().word() : lines.get(0));
    xml.writeCharacters(clean(String.join("\n", lines)));
    xml.writeEndElement();
  }

  private void empty(String element) throws XMLStreamException {
    newLine();
    xml.writeEmptyElement(element);
  }

  private void attribute(String name, Object value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value.toString()));
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private static String clean(String text) {
    return text.replaceAll(FORBIDDEN, "\uFFFD");
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
