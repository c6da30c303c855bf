package org.parallax.statistics;

import java.nio.charset.StandardCharsets;

/** The seed of one cell's random numbers, from the seed of the run and the cell's name: whatever is computed before it. */
public final class CellSeed {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private CellSeed() {}

    /** FNV-1a, 64 bits: stable over machines and releases, which Object.hashCode does not promise for all types. */
    public static long of(long seed, String cell) {
        long hash = FNV_BASIS;
        for (byte b : cell.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return seed ^ hash;
    }
}
