package org.parallax.statistics;

import java.util.Arrays;

/**
 * Values with their ties, as rank statistics count them.
 *
 * @param n number of values
 * @param pairs pairs of equal values
 * @param varianceOfScore variance of Kendall's score of independent values that are tied like these
 */
record Ties(int n, long pairs, double varianceOfScore) {

    static Ties of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        long pairs = 0;
        double variance = term(n);
        for (int from = 0, to; from < n; from = to) {
            to = end(sorted, from);
            long size = (long) to - from;
            pairs += size * (size - 1) / 2;
            variance -= size > 1 ? term(size) : 0;
        }
        return new Ties(n, pairs, variance / 18);
    }

    /** Ranks from 1; equal values share the mean of theirs. */
    static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] shared = new double[sorted.length];
        for (int from = 0, to; from < sorted.length; from = to) {
            to = end(sorted, from);
            Arrays.fill(shared, from, to, (from + 1 + to) / 2.0);
        }
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = shared[Arrays.binarySearch(sorted, values[i])];
        }
        return ranks;
    }

    private static int end(double[] sorted, int from) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] == sorted[from]) {
            to++;
        }
        return to;
    }

    private static double term(long n) {
        return (double) n * (n - 1) * (2 * n + 5);
    }
}
