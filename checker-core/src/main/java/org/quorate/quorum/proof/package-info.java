/**
 * Proofs of quorum formulas for all numbers of processes: obligations in linear integer arithmetic,
 * written in SMT-LIB 2, and what a solver made of them. Knows no particular solver.
 *
 * <p>Unstable: may change.
 */
@NullMarked
package org.quorate.quorum.proof;

import org.jspecify.annotations.NullMarked;
