package org.parallax.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random ways to choose some of n things, at most half of them: drawn when they are first asked for, and kept, so that tests
 * of many pairs of samples with the same number of values draw them once. Each test is as right as with draws of its own.
 */
final class Arrangements {
    private final int n;
    private final SplittableRandom random;
    private final int[] places;
    private final List<int[]> drawn = new ArrayList<>();

    Arrangements(int n, long seed) {
        this.n = n;
        this.random = new SplittableRandom(seed + n);
        this.places = new int[n];
        for (int i = 0; i < n; i++) {
            places[i] = i;
        }
    }

    /** The places of half of the things, of which the first k are a random choice of k, for every k. */
    int[] drawn(int number) {
        while (drawn.size() <= number) {
            drawn.add(draw());
        }
        return drawn.get(number);
    }

    /** The beginning of a shuffle. */
    private int[] draw() {
        int[] chosen = new int[n / 2];
        for (int i = 0; i < chosen.length; i++) {
            int j = i + below(n - i, random.nextInt());
            chosen[i] = places[j];
            places[j] = places[i];
            places[i] = chosen[i];
        }
        return chosen;
    }

    /**
     * A number from 0 to n-1 of 32 random bits, without a division (Lemire, "Fast random integer generation in an interval", ACM Transactions on
     * Modeling and Computer Simulation 29, 2019). For the few thousand values here, none is likelier than another by more
     * than a millionth.
     */
    static int below(int n, int bits) {
        return (int) (((bits & 0xffffffffL) * n) >>> Integer.SIZE);
    }
}
