package org.quorate.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A value of a JSON text that a test may alter: its path as a pointer, and where it stands. */
record JsonLeaf(String path, JsonToken token, int start, int end) {

  /** The values that are no arrays and no objects. */
  static List<JsonLeaf> of(String text) throws IOException {
    List<JsonLeaf> found = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t.isScalarValue()) {
          parser.getText();
          int start = (int) parser.currentTokenLocation().getCharOffset();
          int end = (int) parser.currentLocation().getCharOffset();
          String path = parser.getParsingContext().pathAsPointer().toString();
          found.add(new JsonLeaf(path, t, start, end));
        }
      }
    }
    return found;
  }

  /** The text with another value here. */
  String altered(String text) {
    String other =
        switch (token) {
          case VALUE_STRING -> "\"" + text.substring(start + 1, end - 1) + "x\"";
          case VALUE_TRUE -> "false";
          case VALUE_FALSE -> "true";
          case VALUE_NULL -> "1";
          default -> text.substring(start, end) + "1";
        };
    return text.substring(0, start) + other + text.substring(end);
  }
}
