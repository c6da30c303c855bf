package org.parallax.statistics;

/**
 * One quantile of Student's t for any degrees of freedom, looked up: millions of intervals would spend their time in
 * {@link StudentT}. Between the values that are computed, evenly in 1 over the degrees, a cubic is laid through the four
 * nearest; a test holds it to 1e-7 of the quantile.
 */
final class Quantiles {
    private static final int STEPS = 512;

    private final double[] values = new double[STEPS + 1];

    Quantiles(double level) {
        // The normal distribution is the limit; at a hundred million degrees it is reached to ten digits.
        values[0] = StudentT.quantile(level, 1e8);
        for (int i = 1; i <= STEPS; i++) {
            values[i] = StudentT.quantile(level, (double) STEPS / i);
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
