package org.parallax.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The slopes of all lines through two of n points, in order of size, without listing them: the k-th smallest in n log n
 * steps. That a slope is below b means that its two points change places when the plane is sheared by b, so slopes are
 * counted as inversions (Cole, Salowe, Steiger and Szemerédi, "An optimal-time algorithm for slope selection", SIAM
 * Journal on Computing 18, 1989); b is found by bisection, and the few slopes that are left are listed.
 */
final class PairSlopes {
    private static final double TOLERANCE = 1e-11;

    /** Standard errors of a sample's rank. */
    private static final double REACH = 3;

    private final double[] x;
    private final double[] y;
    private final long pairs;
    private final double least;
    private final double most;
    private final double[] sample;

    /** @param x strictly increasing */
    PairSlopes(double[] x, double[] y) {
        // Sheared values lose fewer digits when times begin at 0.
        this.x = Arrays.stream(x).map(t -> t - x[0]).toArray();
        this.y = y;
        this.pairs = (long) x.length * (x.length - 1) / 2;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        // The steepest lines join neighbours.
        for (int i = 1; i < x.length; i++) {
            double slope = slope(i - 1, i);
            min = Math.min(min, slope);
            max = Math.max(max, slope);
        }
        this.least = min;
        this.most = max;
        this.sample = sample();
    }

    long count() {
        return pairs;
    }

    /** All slopes, sorted: n² / 2 of them. */
    double[] sorted() {
        double[] slopes = new double[(int) pairs];
        int at = 0;
        for (int j = 1; j < x.length; j++) {
            for (int i = 0; i < j; i++) {
                slopes[at++] = slope(i, j);
            }
        }
        Arrays.sort(slopes);
        return slopes;
    }

    /** The slope of a rank, from 0. */
    double ranked(long rank) {
        double margin = TOLERANCE * Math.max(most - least, Math.max(Math.abs(most), Math.abs(least)));
        double low = least - margin;
        double high = most + margin;
        long belowLow = 0;
        long belowHigh = pairs;
        int listed = 2 * x.length;
        double[] guesses = guesses(rank);
        for (int step = 0; belowHigh - belowLow > listed && high - low > 2 * margin; step++) {
            double middle = low + (high - low) / 2;
            if (step < guesses.length && low < guesses[step] && guesses[step] < high) {
                middle = guesses[step];
            }
            long below = Inversions.count(sheared(middle));
            if (below <= rank) {
                low = middle;
                belowLow = below;
            } else {
                high = middle;
                belowHigh = below;
            }
        }
        double[] between = between(low, high, listed);
        // More than could be listed, and all equal within the tolerance: any of them will do.
        int at = belowHigh - belowLow > listed ? 0 : (int) (rank - belowLow);
        return between[Math.min(at, between.length - 1)];
    }

    /**
     * Slopes just below and just above a rank, most likely, by a sample of the pairs (Matoušek, "Randomized optimal algorithm for
     * slope selection", Information Processing Letters 39, 1991). They only save steps; what is found does not depend on them.
     */
    private double[] guesses(long rank) {
        double at = (double) rank / pairs * sample.length;
        double reach = REACH * Math.sqrt(at * (1 - at / sample.length)) + 1;
        return new double[] {sampled(at - reach), sampled(at + reach)};
    }

    private double sampled(double place) {
        return sample[(int) Math.max(0, Math.min(place, sample.length - 1))];
    }

    private double[] sample() {
        SplittableRandom random = new SplittableRandom(x.length);
        return IntStream.range(0, 2 * x.length)
                .mapToDouble(i -> {
                    int later = random.nextInt(1, x.length);
                    int earlier = random.nextInt(x.length - 1);
                    return earlier < later ? slope(earlier, later) : slope(later - 1, earlier + 1);
                })
                .sorted()
                .toArray();
    }

    private double slope(int i, int j) {
        return (y[j] - y[i]) / (x[j] - x[i]);
    }

    private double[] sheared(double slope) {
        double[] z = new double[x.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = y[i] - slope * x[i];
        }
        return z;
    }

    /** The slopes from low to below high, sorted; the first few met when there are more than the limit. */
    private double[] between(double low, double high, int limit) {
        double[] atLow = sheared(low);
        double[] atHigh = sheared(high);
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(atLow[i], atLow[j]));
        double[] values = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            values[i] = atHigh[order[i]];
        }
        double[] found = new double[limit];
        int[] size = {0};
        Inversions.each(values, limit, (earlier, later) -> found[size[0]++] = slope(order[earlier], order[later]));
        double[] slopes = Arrays.copyOf(found, size[0]);
        Arrays.sort(slopes);
        if (slopes.length == 0) {
            throw new IllegalStateException("no slope between " + low + " and " + high + " of " + pairs);
        }
        return slopes;
    }
}
