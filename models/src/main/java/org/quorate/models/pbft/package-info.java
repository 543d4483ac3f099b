/**
 * Practical Byzantine Fault Tolerance (Castro and Liskov, OSDI 1999; Castro's thesis, 2001) for n =
 * k·f + 1 replicas, with view changes, several slots, every placement of the Byzantine replicas,
 * any quorums, and a catalogue of mutants.
 */
@NullMarked
package org.quorate.models.pbft;

import org.jspecify.annotations.NullMarked;
