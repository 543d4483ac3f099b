package org.quorate.cli.suite;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.cli.options.SearchArguments.Share;
import org.quorate.search.Progress;

/**
 * Runs checks on the whole machine. Those that are known to be small run beside each other, one
 * thread each, with equal parts of the memory, since a small search has no use for several threads.
 * All others run alone, with all threads and all of the memory: first those of which nothing is
 * known, then from the longest to the shortest. So a result depends neither on the order nor on
 * what runs beside.
 */
public final class SuiteRunner {

  /** So many states take about a second on one thread, and some tens of megabytes. */
  static final long SMALL = 200_000;

  private static final Comparator<Check> LONGEST_FIRST =
      Comparator.comparingLong((Check c) -> c.states().orElse(Long.MAX_VALUE)).reversed();

  private final Share machine;
  private final BooleanSupplier interrupted;
  private final Listener listener;
  private final AtomicInteger done = new AtomicInteger();

  /** Told how far the checks have come; several threads may call it. */
  @FunctionalInterface
  public interface Listener {

    /**
     * A check has come further.
     *
     * @param done how many checks have ended
     */
    void update(int done, Check check, Progress.Snapshot snapshot);
  }

  /**
   * @param machine what may be used
   * @param interrupted asked often; true ends what runs, and nothing more is started
   */
  public SuiteRunner(Share machine, BooleanSupplier interrupted, Listener listener) {
    this.machine = machine;
    this.interrupted = interrupted;
    this.listener = listener;
  }

  /** The results of all checks, in the order of the checks. */
  public List<Result> run(List<Check> checks) {
    Map<Boolean, List<Check>> bySmall =
        checks.stream()
            .sorted(LONGEST_FIRST)
            .collect(Collectors.partitioningBy(SuiteRunner::isSmall));
    IdentityHashMap<Check, Result> results = new IdentityHashMap<>();
    put(together(bySmall.getOrDefault(false, List.of()), 1, machine), results);
    int beside = machine.threads();
    put(together(bySmall.getOrDefault(true, List.of()), beside, machine.split(beside)), results);
    return inOrder(checks, results);
  }

  /**
   * The results of the checks up to the first that is not as expected; the others are skipped. One
   * after the other from the shortest on, so that the failure comes soon and is the same each time.
   */
  public List<Result> runUntilFailure(List<Check> checks) {
    IdentityHashMap<Check, Result> results = new IdentityHashMap<>();
    for (Check check : checks.stream().sorted(LONGEST_FIRST.reversed()).toList()) {
      List<Result> only = together(List.of(check), 1, machine);
      put(only, results);
      if (only.get(0).status() != Result.Status.OK) {
        break;
      }
    }
    return inOrder(checks, results);
  }

  private static void put(List<Result> some, IdentityHashMap<Check, Result> results) {
    some.forEach(result -> results.put(result.check(), result));
  }

  private static List<Result> inOrder(List<Check> checks, IdentityHashMap<Check, Result> results) {
    return checks.stream().map(c -> results.getOrDefault(c, Result.skipped(c))).toList();
  }

  private static boolean isSmall(Check check) {
    OptionalLong states = check.states();
    return check.task().canShare() && states.isPresent() && states.getAsLong() <= SMALL;
  }

  /** Runs some checks, so many at the same time; the results are in their order. */
  private List<Result> together(List<Check> checks, int atATime, Share share) {
    ExecutorService executor = Executors.newFixedThreadPool(atATime);
    try {
      List<Future<Result>> futures =
          checks.stream().map(check -> executor.submit(() -> run(check, share))).toList();
      return IntStream.range(0, checks.size())
          .mapToObj(i -> result(checks.get(i), futures.get(i)))
          .toList();
    } finally {
      executor.shutdownNow();
    }
  }

  private static Result result(Check check, Future<Result> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Result.skipped(check);
    }
  }

  private Result run(Check check, Share share) {
    if (interrupted.getAsBoolean()) {
      return Result.skipped(check);
    }
    long start = System.nanoTime();
    Progress progress = snapshot -> listener.update(done.get(), check, snapshot);
    try {
      Facts facts = check.task().run(share, options -> options.watchedBy(progress, interrupted));
      return Result.of(check, facts, interrupted.getAsBoolean(), seconds(start));
    } catch (RuntimeException | Error e) {
      return Result.error(check, e, seconds(start));
    } finally {
      done.incrementAndGet();
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
