package org.parallax.statistics;

import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a population from a probability sample, each item weighted by 1 over its inclusion probability: Hájek's
 * estimator, which divides by the sum of the weights and so needs no population size (Särndal, Swensson and Wretman,
 * "Model Assisted Survey Sampling", 1992, section 5.7). Its standard error is by Taylor linearisation over clusters drawn
 * with replacement; strata are left out of it, which makes it too wide rather than too narrow.
 *
 * @param mean the estimate
 * @param standardError NaN of a single cluster
 * @param clusters number of clusters
 */
public record DesignMean(double mean, double standardError, int clusters) {
    /**
     * Estimates the mean of values.
     *
     * @param probability inclusion probability of each item, (0, 1]; all 1 for a plain mean
     * @param cluster name of the cluster of each item, such as its article
     */
    public static DesignMean of(double[] values, double[] probability, String[] cluster) {
        if (values.length == 0 || values.length != probability.length || values.length != cluster.length) {
            throw new IllegalArgumentException(values.length + " values for " + probability.length
                    + " probabilities and " + cluster.length + " clusters");
        }
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (!(probability[i] > 0 && probability[i] <= 1)) {
                throw new IllegalArgumentException("not an inclusion probability: " + probability[i]);
            }
            weights += 1 / probability[i];
            sum += values[i] / probability[i];
        }
        double mean = sum / weights;
        Map<String, Double> residuals = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            residuals.merge(cluster[i], (values[i] - mean) / probability[i] / weights, Double::sum);
        }
        int m = residuals.size();
        double squares = residuals.values().stream().mapToDouble(r -> r * r).sum();
        return new DesignMean(mean, m < 2 ? Double.NaN : Math.sqrt(squares * m / (m - 1)), m);
    }

    /** The 95 % interval, by Student's t with one degree of freedom less than there are clusters; of ten or more. */
    public Interval interval() {
        if (clusters < 10) {
            throw new IllegalStateException("an interval of " + clusters + " clusters would be a guess");
        }
        double half = TDistribution.of(clusters - 1).inverseCumulativeProbability(0.975) * standardError;
        return new Interval(mean - half, mean + half);
    }
}
