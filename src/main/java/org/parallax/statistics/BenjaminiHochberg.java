package org.parallax.statistics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Significance among many tests: q-values after Benjamini and Hochberg, "Controlling the false discovery rate", JRSS B 57
 * (1995). Of the tests with a q of at most 0.05, about 5 % are expected to be false alarms.
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /** The q-value of each p-value, in their order. */
    public static double[] adjust(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
        double[] q = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank > 0; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, p[i] * p.length / rank);
            q[i] = least;
        }
        return q;
    }
}
