package org.parallax.statistics;

import java.util.Arrays;

/**
 * An estimate and how far it scatters.
 *
 * @param value the estimate
 * @param spread its spread over clusters, with that of whatever else it rests on
 */
public record Estimate(double value, Spread spread) {

    /**
     * The mean of observations that come in clusters, whose own may depend on each other.
     *
     * @param sums sum of the observations of each cluster
     * @param counts number of the observations of each cluster; 0 for no cluster
     */
    public static Estimate ofMean(double[] sums, long[] counts) {
        if (sums.length != counts.length) {
            throw new IllegalArgumentException(sums.length + " sums for " + counts.length + " counts");
        }
        double sum = Arrays.stream(sums).sum();
        long count = Arrays.stream(counts).sum();
        if (count == 0) {
            throw new IllegalArgumentException("the mean of no observations is not defined");
        }
        double mean = sum / count;
        double[] residuals = new double[sums.length];
        double[] sizes = new double[sums.length];
        int clusters = 0;
        for (int g = 0; g < sums.length; g++) {
            if (counts[g] > 0) {
                residuals[clusters] = sums[g] - mean * counts[g];
                sizes[clusters++] = counts[g];
            }
        }
        return new Estimate(mean, Spread.ofMean(residuals, sizes, clusters));
    }

    /** This less another that is independent of it. */
    public Estimate minus(Estimate other) {
        return new Estimate(value - other.value, spread.plus(other.spread));
    }

    /** The central 95 % interval, as far as it lies between the least and the most possible value. */
    public Interval interval(double least, double most) {
        return spread.around(value, least, most);
    }
}
