package org.parallax.statistics;

import java.util.Arrays;

/** Shares of classes: numbers from 0 that sum to 1. */
final class Simplex {
    private Simplex() {}

    /**
     * The nearest shares to some numbers: Duchi, Shalev-Shwartz, Singer and Chandra, "Efficient projections onto the
     * l1-ball for learning in high dimensions", ICML 2008.
     */
    static double[] nearest(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double shift = 0;
        for (int i = sorted.length - 1, taken = 1; i >= 0; i--, taken++) {
            sum += sorted[i];
            double tried = (sum - 1) / taken;
            if (sorted[i] > tried) {
                shift = tried;
            }
        }
        double[] shares = new double[numbers.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.max(numbers[i] - shift, 0);
        }
        return shares;
    }
}
