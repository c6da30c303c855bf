package org.parallax.statistics;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The percentile bootstrap interval of F1-macro, for labels that come in clusters: whole clusters (the items of one text)
 * are drawn with replacement, as many as there are. After Efron and Tibshirani, "An Introduction to the Bootstrap" (1993),
 * chapter 13, and Field and Welsh, "Bootstrapping clustered data", JRSS B 69 (2007).
 *
 * @param resamples how many resamples are drawn
 * @param seed seed of the random numbers: equal items in any order have an equal interval
 */
public record ConfusionBootstrap(int resamples, long seed) {
    public ConfusionBootstrap {
        if (resamples < 1) {
            throw new IllegalArgumentException("a bootstrap needs at least 1 resample, not " + resamples);
        }
    }

    /** One item: the cluster that it belongs to, its class and the class that it was given, from 0. */
    public record Item(String cluster, int truth, int predicted) {}

    /** The central 95 % interval of F1-macro; of one cluster it is a point, which says nothing. */
    public Interval f1Macro(int classes, List<Item> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("F1 of no items is not defined");
        }
        TreeMap<String, long[]> byCluster = new TreeMap<>();
        for (Item item : items) {
            byCluster
                    .computeIfAbsent(item.cluster, id -> new long[classes * classes])[
                    item.truth * classes + item.predicted]++;
        }
        long[][] clusters = byCluster.values().toArray(long[][]::new);
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            long[] sum = new long[classes * classes];
            for (int i = 0; i < clusters.length; i++) {
                long[] drawn = clusters[random.nextInt(clusters.length)];
                for (int c = 0; c < sum.length; c++) {
                    sum[c] += drawn[c];
                }
            }
            values[r] = Confusion.of(classes, sum).f1Macro();
        }
        return Interval.ofDraws(values);
    }
}
