package org.quorate.quorum;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.quorum.Composite.Lines;
import org.quorate.quorum.Gate.Input;
import org.quorate.quorum.Member.Leaf;

/**
 * How quorum systems are written:
 *
 * <pre>
 * system = how "of" ( "{" member { "," member } "}" | number )
 *        | lines "of" ( "{" row { ";" row } "}" | number "x" number )
 * how    = "all" | "any" | "majority" | number
 * lines  = "rows" | "columns" | "cross"
 * member = [ number "*" ] ( process | system )
 * row    = process { "," process }
 * </pre>
 *
 * <p>{@code 2 of {a, b, c}} are any two; {@code 3 of {2*a, b, c}} gives a the weight of two; {@code
 * any of {all of {a, b}, all of {c, d}}} are two explicit sets; {@code 2 of {majority of {a, b, c},
 * d, e}} nests; {@code rows of {a, b; c, d}} are the rows of a grid. A number instead of members
 * stands for all processes, which must be so many, {@code 3x3} for all of them row by row. Texts
 * are untrusted: their length, depth and numbers are bounded.
 */
final class Notation {

  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_DEPTH = 20;
  private static final int MAX_DIGITS = 9;
  private static final int SHOWN = 40;
  private static final String OF = "of";
  private static final Map<String, Lines> LINES =
      Map.of("rows", Lines.ROWS, "columns", Lines.COLUMNS, "cross", Lines.CROSS);
  private static final Pattern GRID = Pattern.compile("(\\d{1,2})x(\\d{1,2})");

  /** A name or a number, and where it starts. */
  private record Word(String text, int start) {}

  private final String text;
  private final List<String> names;
  private final boolean open;
  private int at;
  private int depth;
  private int counted;

  /**
   * @param names the processes that there are; if open, those found are added
   */
  private Notation(String text, List<String> names, boolean open) {
    this.text = text;
    this.names = names;
    this.open = open;
  }

  static Composite parse(String text, List<String> names) {
    return new Composite(names, new Notation(text, List.copyOf(names), false).parse());
  }

  /** The processes that texts name, or else as many as they count. */
  static List<String> names(List<String> texts) {
    List<String> found = new ArrayList<>();
    int count = 0;
    for (String text : texts) {
      Notation notation = new Notation(text, found, true);
      notation.parse();
      count = Math.max(count, notation.counted);
    }
    return found.isEmpty()
        ? IntStream.rangeClosed(1, count).mapToObj(i -> "p" + i).toList()
        : List.copyOf(found);
  }

  private Gate parse() {
    if (text.length() > MAX_LENGTH) {
      throw new NotationException(
          "a quorum system of %,d characters is too long; at most %,d"
              .formatted(text.length(), MAX_LENGTH));
    }
    Gate gate = gate(word());
    if (next() != 0) {
      throw expected("the end");
    }
    return gate;
  }

  private Gate gate(Word how) {
    if (!isOf()) {
      throw expected("'of'");
    }
    at += OF.length();
    if (++depth > MAX_DEPTH) {
      throw expected("at most " + MAX_DEPTH + " nested systems");
    }
    Lines lines = LINES.get(how.text());
    Gate gate = lines == null ? counted(how) : grid(how, lines);
    depth--;
    return gate;
  }

  private Gate counted(Word how) {
    List<Input> members = new ArrayList<>();
    if (next() == '{') {
      inBraces(',', () -> members.add(member()));
    } else {
      Word count = word();
      all(count, number(count, "'{' or a number"))
          .forEach(p -> members.add(new Input(new Leaf(p), 1)));
    }
    int threshold = threshold(how, members.stream().mapToInt(Input::weight).sum());
    return orError(how, () -> new Gate(threshold, members));
  }

  private int threshold(Word how, int weight) {
    return switch (how.text()) {
      case "all" -> weight;
      case "any" -> 1;
      case "majority" -> weight / 2 + 1;
      default -> number(how, "a number, all, any, majority, rows, columns or cross");
    };
  }

  private Gate grid(Word how, Lines lines) {
    List<List<Integer>> rows = new ArrayList<>();
    if (next() == '{') {
      inBraces(';', () -> rows.add(row()));
    } else {
      Word size = word();
      Matcher matcher = GRID.matcher(size.text());
      if (!matcher.matches()) {
        at = size.start();
        throw expected("rows in braces, or a size such as 3x3");
      }
      int columns = Integer.parseInt(matcher.group(2));
      int count = Integer.parseInt(matcher.group(1)) * columns;
      rows.addAll(Lists.partition(all(size, count), columns));
    }
    return orError(how, () -> lines.of(rows));
  }

  private List<Integer> row() {
    List<Integer> row = new ArrayList<>();
    list(',', () -> row.add(leaf(word()).process()));
    return row;
  }

  /** All processes, of which there must be so many. */
  private List<Integer> all(Word word, int count) {
    if (count < 1 || count > QuorumSystem.MAX_ENUMERABLE) {
      at = word.start();
      throw error("from 1 to %d processes".formatted(QuorumSystem.MAX_ENUMERABLE));
    }
    counted = Math.max(counted, count);
    if (!open && count != names.size()) {
      at = word.start();
      throw error("there are %d processes, not %d".formatted(names.size(), count));
    }
    return IntStream.range(0, count).boxed().toList();
  }

  private void inBraces(char separator, Runnable item) {
    expect('{');
    list(separator, item);
    expect('}');
  }

  private void list(char separator, Runnable item) {
    item.run();
    while (next() == separator) {
      at++;
      item.run();
    }
  }

  private Input member() {
    Word first = word();
    if (next() != '*') {
      return new Input(member(first), 1);
    }
    int weight = number(first, "a weight");
    at++;
    Member member = member(word());
    return orError(first, () -> new Input(member, weight));
  }

  private Member member(Word word) {
    return isOf() ? gate(word) : leaf(word);
  }

  private Leaf leaf(Word word) {
    String name = word.text();
    if (open && !names.contains(name)) {
      names.add(name);
    }
    int index = names.indexOf(name);
    if (index < 0) {
      at = word.start();
      throw error(
          "there is no process '%s'; there are %s"
              .formatted(name, names.stream().limit(SHOWN).collect(Collectors.joining(", "))));
    }
    return new Leaf(index);
  }

  private <T> T orError(Word word, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      at = word.start();
      throw error(String.valueOf(e.getMessage()));
    }
  }

  private boolean isOf() {
    next();
    int end = at + OF.length();
    return text.startsWith(OF, at) && (end == text.length() || !isNamePart(text.charAt(end)));
  }

  private int number(Word word, String what) {
    String digits = word.text();
    if (digits.length() > MAX_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      at = word.start();
      throw expected(what);
    }
    return Integer.parseInt(digits);
  }

  private Word word() {
    next();
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw expected("a process, a number, or a word such as all");
    }
    return new Word(text.substring(start, at), start);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  private void expect(char c) {
    if (next() != c) {
      throw expected("'" + c + "'");
    }
    at++;
  }

  /** The next character that is not a blank, or 0 at the end; {@code at} is moved there. */
  private char next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private NotationException expected(String what) {
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return error("expected %s, found %s".formatted(what, found));
  }

  private NotationException error(String message) {
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return new NotationException(
        "quorum system '%s', column %d: %s".formatted(shown, at + 1, message));
  }

  static String write(Composite system) {
    return write(system.gate(), system.names());
  }

  private static String write(Gate gate, List<String> names) {
    String how =
        gate.threshold() == gate.weight()
            ? "all"
            : gate.threshold() == 1 ? "any" : Integer.toString(gate.threshold());
    return gate.members().stream()
        .map(
            i ->
                (i.weight() == 1 ? "" : i.weight() + "*")
                    + (i.member() instanceof Gate g
                        ? write(g, names)
                        : names.get(((Leaf) i.member()).process())))
        .collect(Collectors.joining(", ", how + " of {", "}"));
  }
}
