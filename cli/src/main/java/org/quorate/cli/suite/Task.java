package org.quorate.cli.suite;

import java.util.Optional;
import java.util.OptionalLong;
import org.quorate.cli.options.SearchArguments.Share;
import org.quorate.search.SearchOptions;

/** Something to find out. */
interface Task {

  /** What kind of check it is: the key of the spec file. */
  String kind();

  /**
   * Finds it out.
   *
   * @param share what it may use of the machine
   * @param watch has each search watched
   */
  Facts run(Share share, Watch watch);

  /** Whether it can run beside others, on one thread and with a part of the memory. */
  default boolean canShare() {
    return true;
  }

  /** How many states it takes where the spec file does not say it; none if nobody knows. */
  default OptionalLong usualStates() {
    return OptionalLong.empty();
  }

  /** What to type to see all of it. */
  default Optional<String> command() {
    return Optional.empty();
  }

  /** Has somebody watch a search, who may stop it. */
  @FunctionalInterface
  interface Watch {
    SearchOptions over(SearchOptions options);
  }
}
