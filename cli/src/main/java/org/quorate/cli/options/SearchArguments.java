package org.quorate.cli.options;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quorate.model.InvalidSettingsException;
import org.quorate.search.SearchOptions;
import org.quorate.search.SearchOptions.StoreKind;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.state.StateLayout;
import org.quorate.symmetry.Symmetry;
import picocli.CommandLine.Option;

/** The options of a search that every model shares. */
public final class SearchArguments {

  /** Of the heap; the rest is for the program itself and the buffers of the search. */
  private static final double DEFAULT_MEMORY_SHARE = 0.9;

  private static final String TIMEOUT_OF_EACH = "60s";

  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*([kmgt]?)i?b?");

  @Option(
      names = "--strategy",
      paramLabel = "bfs|dfs",
      completionCandidates = Candidates.Strategies.class,
      description = "breadth-first (shortest counterexamples) or depth-first (default: bfs)")
  private Strategy strategy = Strategy.BFS;

  @Option(names = "--threads", paramLabel = "N", description = "threads (default: all cores)")
  private @Nullable Integer threads;

  @Option(
      names = "--symmetry",
      paramLabel = "none|all|NAMES",
      completionCandidates = Candidates.Symmetries.class,
      description =
          "scalarsets whose members are interchangeable, separated by commas (default: all)")
  private String symmetry = "all";

  @Option(
      names = "--reduction",
      paramLabel = "none|por",
      completionCandidates = Candidates.Reductions.class,
      description =
          "take every step, or leave out what other steps cover: fewer states, longer"
              + " counterexamples (default: por; only models over an explicit network have such"
              + " steps)")
  private @Nullable Reduction reduction;

  @Option(
      names = "--store",
      paramLabel = "exact|fingerprint",
      completionCandidates = Candidates.Stores.class,
      description = "how visited states are remembered (default: exact)")
  private StoreKind store = StoreKind.EXACT;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description =
          "stop when the search takes this much, such as 512m or 8g (default: 90%% of the heap)")
  private @Nullable String memory;

  @Option(names = "--max-states", paramLabel = "N", description = "stop at so many stored states")
  private @Nullable Long maxStates;

  @Option(
      names = "--max-depth",
      paramLabel = "N",
      description = "expand no state that is this many steps away; bfs only")
  private @Nullable Integer maxDepth;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "stop after this time, such as 90s, 10m or 1h30m")
  private @Nullable String timeout;

  /** Which steps a search takes. */
  enum Reduction {
    /** Every step. */
    NONE,
    /** Partial-order reduction: none of those that the model says others cover. */
    POR
  }

  /**
   * What a search may use that is not told.
   *
   * @param threads for breadth-first search
   * @param bytes of the heap
   */
  public record Share(int threads, long bytes) {

    /** All cores, and what can be spared of the heap. */
    public static Share all() {
      Runtime machine = Runtime.getRuntime();
      return new Share(
          machine.availableProcessors(), (long) (machine.maxMemory() * DEFAULT_MEMORY_SHARE));
    }

    /** What each of several searches may use at the same time, on one thread. */
    public Share split(int parts) {
      return new Share(1, bytes / parts);
    }
  }

  /**
   * The same search of every step.
   *
   * @param why what needs it
   * @throws IllegalArgumentException if the user wants steps to be left out
   */
  public SearchOptions ofEveryStep(SearchOptions options, String why) {
    if (reduction == Reduction.POR) {
      throw new IllegalArgumentException(
          "%s needs every step; leave out --reduction por".formatted(why));
    }
    return options.withReduction(false);
  }

  /** Whether threads and memory are left to whoever runs the search. */
  public boolean canShare() {
    return threads == null && memory == null;
  }

  /** Whether states are visited depth-first. */
  public boolean isDepthFirst() {
    return strategy == Strategy.DFS;
  }

  /**
   * The options of a search over states of the given layout, on the whole machine.
   *
   * @throws IllegalArgumentException if something is out of range or contradicts something else
   */
  public SearchOptions options(StateLayout layout) {
    return options(layout, Share.all());
  }

  /**
   * The options of a search over states of the given layout, with its share of the machine.
   *
   * @throws IllegalArgumentException as above
   */
  public SearchOptions options(StateLayout layout, Share share) {
    Integer wanted = threads;
    int count = wanted != null ? wanted : isDepthFirst() ? 1 : share.threads();
    return options(layout, count, Optional.ofNullable(timeout), memory(share));
  }

  /**
   * The options of each of several searches that run at once, with one thread each: they share the
   * memory, and end within a minute unless the user said otherwise.
   *
   * @throws IllegalArgumentException as above
   */
  public SearchOptions optionsOfEach(StateLayout layout, int searches) {
    String time = timeout == null ? TIMEOUT_OF_EACH : timeout;
    return options(layout, 1, Optional.of(time), memory(Share.all()) / searches);
  }

  private SearchOptions options(
      StateLayout layout, int count, Optional<String> time, long memoryLimit) {
    SearchOptions options =
        SearchOptions.defaults(symmetry(layout))
            .withStrategy(strategy, count)
            .withReduction(reduction != Reduction.NONE)
            .withStore(store)
            .withMemory(memoryLimit);
    if (maxStates != null) {
      options = options.withMaxStates(maxStates);
    }
    if (maxDepth != null) {
      options = options.withMaxDepth(maxDepth);
    }
    return time.isPresent() ? options.withTimeout(duration(time.get())) : options;
  }

  /** How many threads there may be in all. */
  public int threads() {
    Integer wanted = threads;
    return wanted != null ? wanted : Share.all().threads();
  }

  private Symmetry symmetry(StateLayout layout) {
    return switch (symmetry) {
      case "all" -> Symmetry.all(layout);
      case "none" -> Symmetry.none(layout);
      default -> Symmetry.of(layout, Arrays.asList(symmetry.split(",", -1)));
    };
  }

  private long memory(Share share) {
    String wanted = memory;
    if (wanted == null) {
      return share.bytes();
    }
    long heap = Runtime.getRuntime().maxMemory();
    long bytes = size(wanted);
    if (bytes > heap) {
      throw new InvalidSettingsException(
          "--memory %s is more than the heap of this Java, %,d MiB; start it with a larger one:"
                  .formatted(wanted, heap >> 20)
              + " QUORATE_JAVA_OPTS=-Xmx…");
    }
    return bytes;
  }

  private static long size(String text) {
    Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new InvalidSettingsException(
          "--memory takes a size such as 512m or 8g, not '" + text + "'");
    }
    int power = " kmgt".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2));
    return Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << (10 * power));
  }

  private static Duration duration(String text) {
    try {
      String iso = text.matches("\\d+") ? text + "s" : text;
      Duration duration = Duration.parse("PT" + iso.toUpperCase(Locale.ROOT));
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // The message below says more.
    }
    throw new InvalidSettingsException(
        "--timeout takes a duration such as 90s, 10m or 1h30m, not '" + text + "'");
  }
}
