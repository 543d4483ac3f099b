package org.quorate.models.pbft;

import org.quorate.state.Domain;

/**
 * What a new-view says of every slot: a request that it orders there, or none where the slot is
 * free. Numbered as the digits of a number to the base of requests + 1, slot 0 first.
 *
 * @param slots how many slots
 * @param base how many things may be said of a slot
 * @param domain the elements, for arguments and traces
 */
record Orders(int slots, int base, Domain domain) {

  static Orders of(int slots, Domain requests) {
    Domain one = requests.orNone();
    Domain all = one;
    for (int s = 1; s < slots; s++) {
      all = all.times(one);
    }
    return new Orders(slots, one.size(), all);
  }

  /** The request that is ordered in a slot, or NONE. */
  int at(int orders, int slot) {
    return digit(orders - domain.first(), base, slots - 1 - slot) - 1;
  }

  /** These orders with one more: for a slot in which nothing was ordered. */
  int with(int orders, int slot, int request) {
    return orders + (request + 1) * power(base, slots - 1 - slot);
  }

  /** A digit of a number; digit 0 is the last one. */
  static int digit(int number, int base, int position) {
    int rest = number;
    for (int i = 0; i < position; i++) {
      rest /= base;
    }
    return rest % base;
  }

  static int power(int base, int exponent) {
    int product = 1;
    for (int i = 0; i < exponent; i++) {
      product *= base;
    }
    return product;
  }
}
