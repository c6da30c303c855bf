package org.parallax.statistics;

import java.util.Arrays;

/**
 * The long-run variance of a series whose level may shift: what n times the variance of a mean of n values tends to,
 * autocorrelation included. A shift touches few differences of neighbours, so these tell the noise without knowing the
 * levels. Of two estimates the larger is taken: that of an autoregression of order 1 by the squared differences of
 * neighbours and of next neighbours (Chakar, Lebarbier, Lévy-Leduc and Robin, "A robust approach for estimating
 * change-points in the mean of an AR(1) process", Bernoulli 23, 2017; with means, since medians are too unsure for their
 * ratio), and that by the median distance of the means of neighbouring blocks (Wu and Zhao, "Inference of trends in time
 * series", JRSS B 69, 2007), which also sees what persists beneath noise.
 */
final class RobustVariance {
    /** The median of the distance of a standard normal value from 0. */
    private static final double NORMAL_MEDIAN = 0.6744897501960817;

    private static final double MOST_PERSISTENT = 0.9;

    private RobustVariance() {}

    /** The long-run variance of a value of weight 1, where the variance of others is in inverse proportion to weight. */
    static double longRun(double[] values, double[] weights) {
        double near = ofDifferences(values, weights, 1);
        double far = ofDifferences(values, weights, 2);
        double rho = near == 0 ? 0 : Math.min(Math.max(far / near - 1, 0), MOST_PERSISTENT);
        double autoregressive = near * (1 + rho) / ((1 - rho) * (1 - rho));
        return Math.max(autoregressive, ofBlocks(values, weights));
    }

    /** Variance of a value of weight 1 by differences at a lag, as if these were independent. */
    private static double ofDifferences(double[] values, double[] weights, int lag) {
        double sum = 0;
        int count = Math.max(values.length - lag, 1);
        for (int i = lag; i < values.length; i++) {
            double difference = values[i] - values[i - lag];
            sum += difference * difference / (1 / weights[i] + 1 / weights[i - lag]);
        }
        return sum / count;
    }

    private static double ofBlocks(double[] values, double[] weights) {
        int length = Math.max(2, (int) Math.rint(Math.cbrt(values.length)));
        int pairs = values.length - 2 * length + 1;
        if (pairs < 1) {
            return 0;
        }
        Segments segments = new Segments(values, weights);
        double[] distances = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            double left = segments.weight(i, i + length);
            double right = segments.weight(i + length, i + 2 * length);
            distances[i] = Math.abs(segments.mean(i, i + length) - segments.mean(i + length, i + 2 * length))
                    / Math.sqrt(1 / left + 1 / right);
        }
        Arrays.sort(distances);
        double median = (distances[(pairs - 1) / 2] + distances[pairs / 2]) / 2 / NORMAL_MEDIAN;
        return median * median;
    }
}
