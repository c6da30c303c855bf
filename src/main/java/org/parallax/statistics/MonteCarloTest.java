package org.parallax.statistics;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * Significance of a statistic by draws of it under the null hypothesis. A statistic that is clearly not rare needs few
 * draws (Besag and Clifford, "Sequential Monte Carlo p-values", Biometrika 78, 1991). One that hardly any draw reaches is
 * placed on an exponential tail through the largest draws, so that it can stand among thousands of tests (Knijnenburg,
 * Wessels, Reinders and Shmulevich, "Fewer permutations, more accurate P-values", Bioinformatics 25, 2009); the tail of the
 * logarithm of a likelihood ratio is exponential. It is not followed further down than to {@link #LEAST}.
 */
final class MonteCarloTest {
    /** The least p-value that is stated. */
    static final double LEAST = 1e-6;

    private static final int ENOUGH = 20;
    private static final int FEW = 10;
    private static final double TAIL = 0.1;

    private MonteCarloTest() {}

    /** The probability of a draw as large as what was observed. */
    static double significance(double observed, int draws, DoubleSupplier draw) {
        double[] drawn = new double[draws];
        int reached = 0;
        for (int i = 0; i < draws; i++) {
            drawn[i] = draw.getAsDouble();
            reached += drawn[i] >= observed ? 1 : 0;
            if (reached == ENOUGH) {
                return (double) ENOUGH / (i + 1);
            }
        }
        double counted = (1.0 + reached) / (1 + draws);
        return reached >= FEW ? counted : Math.min(counted, tail(observed, drawn));
    }

    private static double tail(double observed, double[] drawn) {
        Arrays.sort(drawn);
        int count = Math.max(1, (int) (drawn.length * TAIL));
        double from = drawn[drawn.length - count];
        double excess = 0;
        for (int i = drawn.length - count; i < drawn.length; i++) {
            excess += (drawn[i] - from) / count;
        }
        if (!(excess > 0)) {
            return 1;
        }
        return Math.max(LEAST, (double) count / drawn.length * Math.exp(-(observed - from) / excess));
    }
}
