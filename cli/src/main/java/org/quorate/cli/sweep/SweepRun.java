package org.quorate.cli.sweep;

import com.google.common.base.Throwables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.quorate.Checker;
import org.quorate.report.CheckResult;
import org.quorate.search.Progress;
import org.quorate.search.SearchOptions;

/** Checks points, several at a time, the most costly ones first. */
public final class SweepRun {

  /**
   * How far a sweep has come.
   *
   * @param done points that are finished
   * @param total all points
   * @param inFlight points that are being checked, with the states that are stored so far; changes
   *     while it is read
   */
  public record Snapshot(int done, int total, Map<Point, Long> inFlight) {}

  private final List<? extends Task> tasks;
  private final int workers;
  private final BooleanSupplier cancelled;
  private final Consumer<Snapshot> watcher;

  private final AtomicInteger done = new AtomicInteger();
  private final Map<Point, Long> inFlight =
      new ConcurrentSkipListMap<>(Point.COSTLIEST_FIRST.thenComparing(Point::k));
  private volatile boolean failed;

  /**
   * A run.
   *
   * @param workers how many points to check at the same time
   * @param cancelled asked often; true stops the checks, and lets no other begin
   * @param watcher told how far the run has come, several times a second, by several threads
   */
  public SweepRun(
      List<? extends Task> tasks,
      int workers,
      BooleanSupplier cancelled,
      Consumer<Snapshot> watcher) {
    this.tasks = List.copyOf(tasks);
    this.workers = workers;
    this.cancelled = cancelled;
    this.watcher = watcher;
  }

  /**
   * What was found at each point, in the order of the tasks.
   *
   * @throws RuntimeException whatever a model's code throws; then there is no map
   */
  public List<Cell> run() {
    List<Task> order = new ArrayList<>(tasks);
    order.sort(Comparator.comparing(Task::point, Point.COSTLIEST_FIRST));
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Callable<Cell>> calls = order.stream().<Callable<Cell>>map(t -> () -> cell(t)).toList();
      Map<Point, Cell> found = new HashMap<>();
      for (Future<Cell> future : pool.invokeAll(calls)) {
        Cell cell = future.get();
        found.put(cell.point(), cell);
      }
      return tasks.stream().map(t -> Objects.requireNonNull(found.get(t.point()))).toList();
    } catch (ExecutionException e) {
      Throwables.throwIfUnchecked(Objects.requireNonNull(e.getCause()));
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while points are being checked", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private Cell cell(Task task) {
    if (task instanceof Task.Check check) {
      return cell(check);
    }
    done.incrementAndGet();
    return Cell.refused((Task.Refused) task);
  }

  private Cell cell(Task.Check task) {
    if (isStopped()) {
      return Cell.notBegun(task);
    }
    boolean finished = false;
    try {
      Cell cell = Cell.of(task, check(task));
      finished = true;
      return cell;
    } finally {
      failed |= !finished;
      inFlight.remove(task.point());
      done.incrementAndGet();
    }
  }

  private CheckResult check(Task.Check task) {
    Progress progress =
        snapshot -> {
          inFlight.put(task.point(), snapshot.explored());
          watcher.accept(new Snapshot(done.get(), tasks.size(), inFlight));
        };
    SearchOptions options = task.options().watchedBy(progress, this::isStopped);
    return Checker.of(task.name(), task.model()).search(defaults -> options).check();
  }

  private boolean isStopped() {
    return failed || cancelled.getAsBoolean();
  }
}
