package org.parallax.statistics;

import java.util.Arrays;

/** Numbers distinct keys from 0 in the order in which they come; when all numbers are given out, by the key itself. */
final class LongSlots {
    private final int slots;
    private final int mask;
    private final long[] keys;
    private final int[] numbers;
    private final int[] used;
    private int count;

    /**
     * @param slots how many numbers there are, a power of two
     */
    LongSlots(int slots) {
        if (Integer.bitCount(slots) != 1) {
            throw new IllegalArgumentException(slots + " is no power of two");
        }
        this.slots = slots;
        this.mask = 2 * slots - 1;
        this.keys = new long[2 * slots];
        this.numbers = new int[2 * slots];
        this.used = new int[slots];
        Arrays.fill(numbers, -1);
    }

    int of(long key) {
        int at = (int) (key ^ key >>> 32) & mask;
        while (numbers[at] >= 0) {
            if (keys[at] == key) {
                return numbers[at];
            }
            at = at + 1 & mask;
        }
        if (count == slots) {
            return (int) (key >>> 32 ^ key) & slots - 1;
        }
        keys[at] = key;
        numbers[at] = count;
        used[count] = at;
        return count++;
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            numbers[used[i]] = -1;
        }
        count = 0;
    }
}
