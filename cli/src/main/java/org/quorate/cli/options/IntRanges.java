package org.quorate.cli.options;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.model.InvalidSettingsException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Whole numbers that a user lists: {@code 3}, {@code 1,3,5}, {@code 2..5}, {@code 2..4,7}, or
 * {@code 3..} for all from 3 on.
 *
 * @param numbers in ascending order; where it is unbounded, just the first
 * @param unbounded whether all larger numbers are meant too
 */
public record IntRanges(List<Integer> numbers, boolean unbounded) {

  /** More are a mistake. */
  public static final int MOST = 10_000;

  private static final Pattern PART = Pattern.compile("(\\d{1,9})(\\.\\.(\\d{0,9}))?");

  public IntRanges {
    numbers = List.copyOf(numbers);
  }

  /** One number. */
  public static IntRanges of(int number) {
    return new IntRanges(List.of(number), false);
  }

  /** The smallest number. */
  public int first() {
    return numbers.get(0);
  }

  /**
   * The numbers, of which there must be an end.
   *
   * @param option the option that gave them, for the message
   * @param advice what to do instead, for the message
   * @throws InvalidSettingsException if they have none
   */
  public List<Integer> bounded(String option, String advice) {
    if (unbounded) {
      throw new InvalidSettingsException(
          "%s %d.. has no end; %s".formatted(option, first(), advice));
    }
    return numbers;
  }

  /** Reads them from the command line. */
  public static final class Converter implements ITypeConverter<IntRanges> {

    @Override
    public IntRanges convert(String text) {
      TreeSet<Integer> numbers = new TreeSet<>();
      List<String> parts = Splitter.on(',').trimResults().splitToList(text);
      boolean unbounded = false;
      for (String part : parts) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
          throw bad(text);
        }
        boolean open = matcher.group(2) != null && matcher.group(3).isEmpty();
        if (open && parts.size() > 1) {
          throw new TypeConversionException(
              "'%s' has no end, so it must stand alone".formatted(part));
        }
        unbounded |= open;
        add(numbers, matcher, open);
      }
      return new IntRanges(List.copyOf(numbers), unbounded);
    }

    private static void add(Set<Integer> numbers, Matcher part, boolean open) {
      int from = Integer.parseInt(part.group(1));
      int to = part.group(2) == null || open ? from : Integer.parseInt(part.group(3));
      if (to < from) {
        throw new TypeConversionException(
            "'%s' is empty: %d is less than %d".formatted(part.group(), to, from));
      }
      if ((long) to - from + numbers.size() >= MOST) {
        throw new TypeConversionException("at most %,d numbers".formatted(MOST));
      }
      for (int number = from; number <= to; number++) {
        numbers.add(number);
      }
    }

    private static TypeConversionException bad(String text) {
      return new TypeConversionException(
          "'%s' is not a number such as 3, a list such as 1,3,5, or a range such as 2..5"
              .formatted(text));
    }
  }
}
