package org.quorate.models.multipaxos;

import org.quorate.state.Domain;

/**
 * Tuples of elements of one domain as numbers, the last place running fastest.
 *
 * @param domain the tuples
 */
record Tuples(int length, Domain each, Domain domain) {

  static Tuples of(int length, Domain each) {
    return new Tuples(length, each, product(length, each));
  }

  private static Domain product(int length, Domain each) {
    return length == 1 ? each : product(length - 1, each).times(each);
  }

  /** The tuple with the first element in every place. */
  int first() {
    return domain.first();
  }

  /** The element in a place of a tuple. */
  int at(int tuple, int place) {
    return (tuple - first()) / weight(place) % each.size() + each.first();
  }

  /** A tuple with another element in a place. */
  int with(int tuple, int place, int element) {
    return tuple + (element - at(tuple, place)) * weight(place);
  }

  private int weight(int place) {
    int weight = 1;
    for (int later = place + 1; later < length; later++) {
      weight *= each.size();
    }
    return weight;
  }
}
