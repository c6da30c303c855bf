package org.parallax.statistics;

import java.util.Arrays;

/** Pairs of a sequence that are out of order, the later value less than the earlier, by merge sort (Knuth 1973). */
final class Inversions {
    private Inversions() {}

    /** Takes the places of an inversion. */
    interface Taker {
        void take(int earlier, int later);
    }

    /** How many there are; equal values are in order. */
    static long count(double[] values) {
        double[] from = values.clone();
        double[] to = new double[from.length];
        long count = 0;
        for (int width = 1; width < from.length; width *= 2) {
            for (int start = 0; start < from.length; start += 2 * width) {
                int middle = Math.min(start + width, from.length);
                int end = Math.min(start + 2 * width, from.length);
                int i = start;
                int j = middle;
                for (int k = start; k < end; k++) {
                    if (i < middle && (j >= end || from[i] <= from[j])) {
                        to[k] = from[i++];
                    } else {
                        count += middle - i;
                        to[k] = from[j++];
                    }
                }
            }
            double[] swap = from;
            from = to;
            to = swap;
        }
        return count;
    }

    /** Gives each of them, or the first of them up to a limit, in no order. */
    static void each(double[] values, int limit, Taker taker) {
        int[] from = new int[values.length];
        Arrays.setAll(from, i -> i);
        int[] to = new int[values.length];
        int taken = 0;
        for (int width = 1; width < from.length; width *= 2) {
            for (int start = 0; start < from.length; start += 2 * width) {
                int middle = Math.min(start + width, from.length);
                int end = Math.min(start + 2 * width, from.length);
                int i = start;
                int j = middle;
                for (int k = start; k < end; k++) {
                    if (i < middle && (j >= end || values[from[i]] <= values[from[j]])) {
                        to[k] = from[i++];
                    } else {
                        for (int over = i; over < middle; over++) {
                            if (taken++ == limit) {
                                return;
                            }
                            taker.take(from[over], from[j]);
                        }
                        to[k] = from[j++];
                    }
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
    }
}
