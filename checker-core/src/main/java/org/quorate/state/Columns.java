package org.quorate.state;

/**
 * The part of a layout in which each member of one scalarset has a column: all bits that are
 * indexed by the member, and nothing else. No cell anywhere holds a member, so the members are
 * renamed by permuting the columns, and a state is made canonical by sorting them.
 *
 * @param set the scalarset
 * @param wordsPerColumn 1 if a column lies in one word, beside others; otherwise each column takes
 *     this many whole words, the next column the next ones
 * @param addresses for each member, in array order, the address of its column's lowest bit (64
 *     times the word plus the position in it); a first column is more significant than a second
 * @param mask the bits of a column, moved down to bit 0; all ones where it takes whole words
 */
public record Columns(Scalarset set, int wordsPerColumn, int[] addresses, long mask) {}
