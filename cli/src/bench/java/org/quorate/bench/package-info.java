/**
 * Measurements: what the benchmarks share, and the comparison with TLC. {@code cli/bench} runs
 * them.
 */
package org.quorate.bench;
