package org.quorate.search;

import com.google.common.base.Throwables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A fixed number of threads, the caller's among them, that do numbered tasks together. */
final class Crew implements AutoCloseable {

  private final int threads;
  private final ExecutorService helpers;

  Crew(int threads) {
    this.threads = threads;
    this.helpers =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1),
            task -> {
              Thread thread = new Thread(task, "quorate-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Does the tasks 0 to count−1, each once and in no particular order, and returns when all are
   * done. What a task throws is thrown here, after the other threads have stopped taking tasks.
   */
  void forEach(int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              task.accept(i);
            }
          } catch (Throwable e) {
            next.set(count);
            throw e;
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, count); i++) {
      others.add(helpers.submit(work));
    }
    try {
      work.run();
    } finally {
      others.forEach(Crew::await);
    }
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      Throwable thrown = Objects.requireNonNull(e.getCause());
      Throwables.throwIfUnchecked(thrown);
      throw new IllegalStateException(thrown);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a worker", e);
    }
  }

  @Override
  public void close() {
    helpers.shutdownNow();
  }
}
