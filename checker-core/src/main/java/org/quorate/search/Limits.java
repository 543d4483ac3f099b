package org.quorate.search;

import java.util.Optional;

/** Watches the limits of one search, and remembers how much memory it took at most. */
final class Limits {

  private final SearchOptions options;
  private final long start = System.nanoTime();
  private long peakBytes;

  Limits(SearchOptions options) {
    this.options = options;
  }

  /** The limit that is reached, if any. */
  Optional<Limit> reached(long explored, long bytes) {
    peakBytes = Math.max(peakBytes, bytes);
    if (options.cancelled().getAsBoolean()) {
      return Optional.of(Limit.CANCELLED);
    }
    if (explored >= options.maxStates().orElse(Long.MAX_VALUE)) {
      return Optional.of(Limit.STATES);
    }
    if (bytes >= options.maxBytes().orElse(Long.MAX_VALUE)) {
      return Optional.of(Limit.MEMORY);
    }
    if (options.timeout().isPresent()
        && System.nanoTime() - start >= options.timeout().get().toNanos()) {
      return Optional.of(Limit.TIME);
    }
    return Optional.empty();
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  long peakBytes() {
    return peakBytes;
  }
}
