package org.parallax.statistics;

import java.util.Arrays;

/**
 * The long-run variance of a series whose level may shift: what n times the variance of a mean of n values tends to,
 * autocorrelation included. A shift touches few differences of neighbours, so medians of differences do not see it. Of two
 * estimates the larger is taken: that of an autoregression of order 1 by the differences of neighbours and of next
 * neighbours (Chakar, Lebarbier, Lévy-Leduc and Robin, "A robust approach for estimating change-points in the mean of an
 * AR(1) process", Bernoulli 23, 2017), and that by the differences of the means of neighbouring blocks (Wu and Zhao,
 * "Inference of trends in time series", JRSS B 69, 2007), which also sees what persists beneath noise.
 */
final class RobustVariance {
    /** The median of the distance of a standard normal value from 0. */
    private static final double NORMAL_MEDIAN = 0.6744897501960817;

    private static final double MOST_PERSISTENT = 0.9;

    private RobustVariance() {}

    /** The long-run variance of a value of weight 1, where the variance of others is in inverse proportion to weight. */
    static double longRun(double[] values, double[] weights) {
        double near = scale(values, weights, 1);
        double far = scale(values, weights, 2);
        double rho = near == 0 ? 0 : Math.min(Math.max(far / near - 1, 0), MOST_PERSISTENT);
        double autoregressive = near * (1 + rho) / ((1 - rho) * (1 - rho));
        return Math.max(autoregressive, ofBlocks(values, weights));
    }

    private static double ofBlocks(double[] values, double[] weights) {
        int length = Math.max(2, (int) Math.rint(Math.cbrt(values.length)));
        int blocks = values.length / length;
        if (blocks < 2) {
            return 0;
        }
        double[] means = new double[blocks];
        double[] masses = new double[blocks];
        Segments segments = new Segments(values, weights);
        for (int b = 0; b < blocks; b++) {
            means[b] = segments.mean(b * length, (b + 1) * length);
            masses[b] = segments.weight(b * length, (b + 1) * length);
        }
        return scale(means, masses, 1);
    }

    /** Variance of a value of weight 1 by differences at a lag, as if these were independent. */
    private static double scale(double[] values, double[] weights, int lag) {
        double[] distances = new double[Math.max(values.length - lag, 0)];
        double squares = 0;
        for (int i = 0; i < distances.length; i++) {
            double sum = 1 / weights[i] + 1 / weights[i + lag];
            distances[i] = Math.abs(values[i + lag] - values[i]) / Math.sqrt(sum);
            squares += distances[i] * distances[i];
        }
        if (distances.length == 0) {
            return 0;
        }
        Arrays.sort(distances);
        double median = (distances[(distances.length - 1) / 2] + distances[distances.length / 2]) / 2;
        // More than half of the values equal their neighbours: the median says nothing, the mean of squares does.
        return median == 0 ? squares / distances.length : (median / NORMAL_MEDIAN) * (median / NORMAL_MEDIAN);
    }
}
