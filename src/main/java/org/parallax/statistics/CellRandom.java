package org.parallax.statistics;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Random numbers of their own for each cell of a table, so that what is computed before, or where, changes none of them. */
final class CellRandom {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private CellRandom() {}

    static SplittableRandom of(long seed, String cell) {
        return new SplittableRandom(seed ^ hash(cell));
    }

    /** FNV-1a, 64 bits: stable over machines and releases, which Object.hashCode does not promise for all types. */
    private static long hash(String text) {
        long hash = FNV_BASIS;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }
}
