/**
 * Multi-Paxos (Lamport, <i>The Part-Time Parliament</i>, 1998; <i>Paxos Made Simple</i>, 2001,
 * section 3): one Prepare, many Proposes, with flexible quorums, proposers that share a ballot, and
 * a catalogue of mutants.
 */
@NullMarked
package org.quorate.models.multipaxos;

import org.jspecify.annotations.NullMarked;
