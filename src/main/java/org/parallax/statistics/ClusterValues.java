package org.parallax.statistics;

/**
 * Turns clusters of unequal size into one value each, whose plain mean is the mean over all observations and whose spread
 * is that of the clusters' influence on it. What is known of plain samples then holds for clusters: the usual standard error
 * of these values is the cluster-robust one (the linearisation of a ratio; Cochran, "Sampling Techniques", 3rd edition
 * (1977), 6.4 and 9A.2).
 */
public final class ClusterValues {
    private ClusterValues() {}

    /**
     * One value for each cluster that has observations, in order.
     *
     * @param sums sum of the observations of each cluster
     * @param counts number of the observations of each cluster
     */
    public static double[] of(double[] sums, long[] counts) {
        if (sums.length != counts.length) {
            throw new IllegalArgumentException(sums.length + " sums for " + counts.length + " counts");
        }
        double sum = 0;
        long count = 0;
        int clusters = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += sums[i];
            count += counts[i];
            clusters += counts[i] > 0 ? 1 : 0;
        }
        double mean = sum / count;
        double[] values = new double[clusters];
        int next = 0;
        for (int i = 0; i < sums.length; i++) {
            if (counts[i] > 0) {
                values[next++] = mean + (sums[i] - mean * counts[i]) * clusters / count;
            }
        }
        return values;
    }
}
