package org.quorate.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes well-formed XML, or HTML that is well-formed XML too. */
public final class Markup {

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  /** Nothing yet. */
  public Markup() {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  /** Nothing goes wrong on the way to a string but calls in the wrong order. */
  private Markup write(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A document type. */
  public Markup type(String declaration) {
    return write(() -> writer.writeDTD(declaration)).line();
  }

  /** The start of an element. */
  public Markup open(String element) {
    return write(() -> writer.writeStartElement(element));
  }

  /** An element without content. */
  public Markup empty(String element) {
    return write(() -> writer.writeEmptyElement(element));
  }

  /** An attribute of the element that began just now. */
  public Markup with(String name, Object value) {
    return write(() -> writer.writeAttribute(name, printable(value.toString())));
  }

  /** The end of the element that was opened last. */
  public Markup close() {
    return write(writer::writeEndElement);
  }

  /** An element with just a text. */
  public Markup leaf(String element, String content) {
    return open(element).text(content).close();
  }

  /** A text; what XML cannot hold is replaced. */
  public Markup text(String content) {
    return write(() -> writer.writeCharacters(printable(content)));
  }

  /** A line break, for those who read the source. */
  public Markup line() {
    return text("\n");
  }

  private static String printable(String content) {
    return content.replaceAll("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF&&[^\n]]", "\uFFFD");
  }

  /** Everything that was written. */
  public String end() {
    write(writer::writeEndDocument);
    return text.toString();
  }
}
