package casus.inference;

import java.util.Arrays;

/// Numbers distinct keys from 0 in the order in which they are first seen.
final class LongIndex {
  private long[] keys;
  private int[] ordinals;
  private int size;

  LongIndex(int expected) {
    var capacity = Integer.highestOneBit(Math.max(8, Math.min(expected, 1 << 28))) * 4;
    keys = new long[capacity];
    ordinals = new int[capacity];
    Arrays.fill(ordinals, -1);
  }

  int size() {
    return size;
  }

  /// The number of `key`, or −1.
  int find(long key) {
    return ordinals[slot(key)];
  }

  /// The number of `key`, a new one if it was not seen before.
  int add(long key) {
    var slot = slot(key);
    if (ordinals[slot] >= 0) return ordinals[slot];
    keys[slot] = key;
    ordinals[slot] = size++;
    if (size > ordinals.length / 2) grow();
    return size - 1;
  }

  private int slot(long key) {
    var mask = ordinals.length - 1;
    var hash = key * 0x9E3779B97F4A7C15L;
    var slot = (int) (hash >>> 32) & mask;
    while (ordinals[slot] >= 0 && keys[slot] != key) slot = (slot + 1) & mask;
    return slot;
  }

  private void grow() {
    var oldKeys = keys;
    var oldOrdinals = ordinals;
    keys = new long[oldKeys.length * 2];
    ordinals = new int[oldKeys.length * 2];
    Arrays.fill(ordinals, -1);
    for (var i = 0; i < oldKeys.length; i++) {
      if (oldOrdinals[i] < 0) continue;
      var slot = slot(oldKeys[i]);
      keys[slot] = oldKeys[i];
      ordinals[slot] = oldOrdinals[i];
    }
  }
}
