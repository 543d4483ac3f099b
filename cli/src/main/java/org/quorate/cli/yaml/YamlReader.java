package org.quorate.cli.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document, which may be JSON, from a file that is not trusted: of bounded size and
 * depth; without tags, anchors and aliases; each key once. Nothing is ever constructed or executed:
 * the parser's events become nodes, and scalars stay the text that they are.
 */
public final class YamlReader {

  /** The largest file, in bytes. */
  public static final int MAX_BYTES = 16 << 20;

  /** How deep nodes may be nested. */
  public static final int MAX_DEPTH = 32;

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final String file;
  private final String text;
  private final int length;
  private final Iterator<Event> events;

  private YamlReader(String file, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(MAX_BYTES)
            // All at once: piecewise, the parser takes quadratic time for a long word or comment.
            .setBufferSize(text.length() + 1)
            .build();
    this.file = file;
    this.text = text;
    this.length = text.codePointCount(0, text.length());
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /**
   * The only document of a file.
   *
   * @throws BadFileException if it cannot be read, or is not such a document
   */
  public static Yaml read(String file) {
    return parse(file, text(file));
  }

  /**
   * The only document of a text.
   *
   * @param file where the text is from, for messages
   * @throws BadFileException if it is not such a document
   */
  public static Yaml parse(String file, String text) {
    return new YamlReader(file, text).document();
  }

  /**
   * The text of a file.
   *
   * @throws BadFileException if it cannot be read, is too large, or no text in UTF-8
   */
  public static String text(String file) {
    try {
      return text(Path.of(file));
    } catch (InvalidPathException e) {
      throw new BadFileException(file + ": this is no name of a file");
    }
  }

  private static String text(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadFileException(file + ": this is a directory; give a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new BadFileException(
            "%s: the file is larger than %d MiB".formatted(file, MAX_BYTES >> 20));
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BadFileException(file + ": this is no text in UTF-8");
    } catch (NoSuchFileException e) {
      throw new BadFileException(file + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw new BadFileException(file + ": no permission to read this file");
    } catch (IOException e) {
      throw new BadFileException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private Yaml document() {
    next();
    if (next().getEventId() == ID.StreamEnd) {
      throw new BadFileException(file + ": the file is empty");
    }
    Yaml root = node(next(), 0);
    next();
    Event end = next();
    if (end.getEventId() != ID.StreamEnd) {
      throw position(end).error("a second document; a file has one");
    }
    return root;
  }

  private Event next() {
    try {
      return events.next();
    } catch (MarkedYamlEngineException e) {
      throw malformed(e);
    } catch (ReaderException e) {
      throw unreadable(e);
    } catch (YamlEngineException e) {
      throw new BadFileException(file + ": this is neither YAML nor JSON: " + e.getMessage());
    }
  }

  private BadFileException unreadable(ReaderException e) {
    int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), length));
    int line = (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    int column = end - (text.lastIndexOf('\n', end - 1) + 1);
    return new Position(file, line + 1, column + 1)
        .error("the character U+%04X cannot stand in a text".formatted(e.getCodePoint()));
  }

  private BadFileException malformed(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : " " + e.getContext();
    return e.getProblemMark()
        .map(
            mark -> {
              boolean atEnd = mark.getIndex() >= length;
              String what = atEnd ? "the file ends too early: " : "this is neither YAML nor JSON: ";
              return position(mark).error(what + e.getProblem() + context);
            })
        .orElseGet(() -> new BadFileException(file + ": " + e.getProblem() + context));
  }

  private Yaml node(Event event, int depth) {
    Position at = position(event);
    if (event instanceof AliasEvent || ((NodeEvent) event).getAnchor().isPresent()) {
      throw at.error("anchors and aliases are not allowed; write the value out");
    }
    if (event instanceof ScalarEvent scalar) {
      scalar.getTag().ifPresent(tag -> refuseTag(at, tag));
      boolean isNull = scalar.isPlain() && NULLS.contains(scalar.getValue());
      return new Yaml.Scalar(at, scalar.getValue(), isNull);
    }
    ((CollectionStartEvent) event).getTag().ifPresent(tag -> refuseTag(at, tag));
    if (depth == MAX_DEPTH) {
      throw at.error("nested more than " + MAX_DEPTH + " deep");
    }
    return event.getEventId() == ID.SequenceStart ? sequence(at, depth) : mapping(at, depth);
  }

  private static void refuseTag(Position at, String tag) {
    throw at.error("tags such as '%s' are not allowed; leave it out".formatted(tag));
  }

  private Yaml sequence(Position at, int depth) {
    List<Yaml> items = new ArrayList<>();
    for (Event e = next(); e.getEventId() != ID.SequenceEnd; e = next()) {
      items.add(node(e, depth + 1));
    }
    return new Yaml.Sequence(at, items);
  }

  private Yaml mapping(Position at, int depth) {
    Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
    for (Event e = next(); e.getEventId() != ID.MappingEnd; e = next()) {
      Yaml.Scalar key = node(e, depth + 1).scalar("a word as a key");
      Yaml.Entry entry = new Yaml.Entry(key.at(), node(next(), depth + 1));
      Yaml.Entry first = entries.putIfAbsent(key.text(), entry);
      if (first != null) {
        throw key.at()
            .error(
                "the key '%s' is there already, in line %d"
                    .formatted(key.text(), first.at().line()));
      }
    }
    return new Yaml.Mapping(at, entries);
  }

  private Position position(Event event) {
    return position(event.getStartMark().orElseThrow());
  }

  private Position position(Mark mark) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
