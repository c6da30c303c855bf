package org.parallax.corpus;

import java.io.Serializable;

/**
 * MinHash signatures of shingle sets, cut into bands: two sets of Jaccard similarity {@code s} share a band of {@code r}
 * values with a chance of {@code s^r} (Broder 1997; the bands as in Leskovec, Rajaraman, Ullman: Mining of Massive
 * Datasets, 3.4). Spark ML's MinHashLSH has bands of one value only, where texts that share one stock phrase in ten meet.
 */
record MinHash(int bands, int rows) implements Serializable {
    private static final long SEED = 0x5bd1e995L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double FOUND = 0.99;

    /** As many rows a band as still find 99 of 100 pairs that are just similar enough. */
    static MinHash of(int bands, double similarity) {
        int rows = 1;
        while (rows < 16 && chance(similarity, bands, rows + 1) >= FOUND) {
            rows++;
        }
        return new MinHash(bands, rows);
    }

    /** The chance that two sets of this similarity share at least one band. */
    static double chance(double similarity, int bands, int rows) {
        return 1 - Math.pow(1 - Math.pow(similarity, rows), bands);
    }

    /** One key a band, telling apart bands and languages. */
    long[] keys(long[] shingles, String language) {
        long[] keys = new long[bands];
        for (int band = 0; band < bands; band++) {
            long key = mix(SEED + band) ^ language.hashCode();
            for (int row = 0; row < rows; row++) {
                key = mix(key ^ least(shingles, mix(SEED + GOLDEN * (1 + (long) band * rows + row))));
            }
            keys[band] = key;
        }
        return keys;
    }

    private static long least(long[] shingles, long function) {
        long least = Long.MAX_VALUE;
        for (long shingle : shingles) {
            least = Math.min(least, mix(shingle ^ function));
        }
        return least;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input turns half of the output's. */
    static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
