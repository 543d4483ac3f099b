/**
 * Single-decree Paxos (Lamport, <i>The Part-Time Parliament</i>, 1998; <i>Paxos Made Simple</i>,
 * 2001) with flexible quorums, proposers that share a ballot, crashes that lose stable state,
 * Byzantine acceptors, and a catalogue of mutants.
 */
@NullMarked
package org.quorate.models.paxos;

import org.jspecify.annotations.NullMarked;
