package org.quorate.store;

/**
 * An exact shard for states of several words: entries point into the log. The upper {@value
 * EntryTable#DIRECTORY_BITS} and the lower {@value EntryTable#SLOT_BITS} bits of an entry are those
 * of the state's hash, so that most comparisons with other states end without a look into the log,
 * and the table can grow without one; between them lies the position in the log, plus one.
 */
final class LogShard extends Shard {

  private static final int POSITION_BITS =
      Long.SIZE - EntryTable.DIRECTORY_BITS - EntryTable.SLOT_BITS;
  private static final long POSITION_MASK = (1L << POSITION_BITS) - 1;
  private static final long TAG = ~(POSITION_MASK << EntryTable.SLOT_BITS);

  private final StateLog log;

  LogShard(int words) {
    super(words);
    this.log = new StateLog(words);
  }

  @Override
  public boolean add(long[] source, int offset, long hash) {
    final long[] chunk = table.chunkOf(hash);
    int index = EntryTable.homeOf(hash);
    long entry;
    while ((entry = chunk[index]) != 0) {
      if (((entry ^ hash) & TAG) == 0 && log.holds(position(entry), source, offset)) {
        return false;
      }
      index = EntryTable.next(index);
    }
    log.append(source, offset);
    if (log.size() > POSITION_MASK) {
      throw new OutOfMemoryError("a shard of the state store is full");
    }
    table.fill(chunk, index, (hash & TAG) | (log.size() << EntryTable.SLOT_BITS));
    return true;
  }

  private static long position(long entry) {
    return (entry >>> EntryTable.SLOT_BITS & POSITION_MASK) - 1;
  }

  @Override
  public StateLog log() {
    return log;
  }
}
