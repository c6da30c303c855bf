package org.parallax.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One quantile of Student's t for any degrees of freedom, looked up: millions of intervals would spend their time in
 * inverting the distribution. Between the values that are computed, evenly in 1 over the degrees, a cubic is laid through
 * the four nearest; a test holds it to 1e-7 of the quantile.
 */
final class Quantiles {
    private static final int STEPS = 512;

    private final double[] values = new double[STEPS + 1];

    Quantiles(double level) {
        // The limit is the normal distribution.
        values[0] = NormalDistribution.of(0, 1).inverseCumulativeProbability(level);
        for (int i = 1; i <= STEPS; i++) {
            values[i] = TDistribution.of((double) STEPS / i).inverseCumulativeProbability(level);
        }
    }

    /** The quantile for 1 or more degrees of freedom. */
    double at(double degrees) {
        double x = STEPS / degrees;
        int left = Math.min(Math.max((int) x - 1, 0), STEPS - 3);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double weight = 1;
            for (int j = 0; j < 4; j++) {
                if (j != i) {
                    weight *= (x - left - j) / (i - j);
                }
            }
            sum += weight * values[left + i];
        }
        return sum;
    }
}
