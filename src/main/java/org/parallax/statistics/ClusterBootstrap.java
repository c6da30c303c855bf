package org.parallax.statistics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The percentile bootstrap interval of a mean whose observations come in clusters: whole clusters are drawn with
 * replacement, as many as there are, and the mean of each resample is its sum over its count. Observations of one cluster
 * (copies of one story) may depend on each other in any way. After Efron and Tibshirani, "An Introduction to the
 * Bootstrap" (1993), chapter 13; for clusters, Field and Welsh, "Bootstrapping clustered data", JRSS B 69 (2007), and
 * Cameron, Gelbach and Miller, "Bootstrap-based improvements for inference with clustered errors", Review of Economics
 * and Statistics 90 (2008), who also show that it is too narrow with few clusters: refuse fewer than about ten.
 *
 * @param resamples how many resamples are drawn
 * @param seed the seed of all intervals; each cell draws its own numbers from it, whatever is computed before
 */
public record ClusterBootstrap(int resamples, long seed) {
    private static final double TAIL = 0.025;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    public ClusterBootstrap {
        if (resamples < 1) {
            throw new IllegalArgumentException("a bootstrap needs at least 1 resample, not " + resamples);
        }
    }

    /**
     * What a resample takes as one.
     *
     * @param id its name, by which clusters are put in order
     * @param sum sum of its observations
     * @param count number of its observations
     */
    public record Cluster(String id, double sum, long count) {
        public Cluster {
            if (count < 1 || !Double.isFinite(sum)) {
                throw new IllegalArgumentException(
                        "cluster " + id + " has the sum " + sum + " of " + count + " observations");
            }
        }
    }

    /** The mean over all observations, summed in the order of the clusters' ids. */
    public static double mean(List<Cluster> clusters) {
        double sum = 0;
        long count = 0;
        for (Cluster cluster : ordered(clusters)) {
            sum += cluster.sum();
            count += cluster.count();
        }
        return sum / count;
    }

    /**
     * The central 95 % interval of the mean. Of one cluster it is a point, which says nothing.
     *
     * @param cell name of what the mean is of; with the seed it fixes the numbers drawn
     */
    public Interval interval(List<Cluster> clusters, String cell) {
        List<Cluster> ordered = ordered(clusters);
        int n = ordered.size();
        double[] sums = new double[n];
        long[] counts = new long[n];
        for (int i = 0; i < n; i++) {
            sums[i] = ordered.get(i).sum();
            counts[i] = ordered.get(i).count();
        }
        SplittableRandom random = new SplittableRandom(seed ^ hash(cell));
        double[] means = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            double sum = 0;
            long count = 0;
            for (int i = 0; i < n; i++) {
                int drawn = random.nextInt(n);
                sum += sums[drawn];
                count += counts[drawn];
            }
            means[r] = sum / count;
        }
        Arrays.sort(means);
        return new Interval(quantile(means, TAIL), quantile(means, 1 - TAIL));
    }

    private static List<Cluster> ordered(List<Cluster> clusters) {
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException("the mean of no clusters is not defined");
        }
        return clusters.stream().sorted(Comparator.comparing(Cluster::id)).toList();
    }

    /** Type 7 of Hyndman and Fan, "Sample quantiles in statistical packages" (1996), as in R and NumPy. */
    static double quantile(double[] sorted, double level) {
        double at = level * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** FNV-1a, 64 bits: stable over machines and releases, which Object.hashCode does not promise for all types. */
    static long hash(String text) {
        long hash = FNV_BASIS;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }
}
