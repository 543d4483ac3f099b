package org.quorate.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the request to end the process, such as Ctrl-C, into a request to end the search: the
 * process waits for the report, and then ends with the report's exit code.
 */
final class Interrupt implements AutoCloseable {

  /** How long a report may take once the search was asked to stop. */
  private static final int PATIENCE_SECONDS = 30;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "quorate-interrupt");
  private volatile boolean requested;
  private volatile int exitCode = ExitCode.INTERNAL.code();

  private Interrupt() {}

  static Interrupt install() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  boolean isRequested() {
    return requested;
  }

  private void stop() {
    requested = true;
    try {
      if (finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that the report is out; where the process is ending, it ends with this exit code. */
  int finish(int code) {
    exitCode = code;
    finished.countDown();
    return code;
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook with it.
    }
  }
}
