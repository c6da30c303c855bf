package org.parallax.statistics;

import java.util.Arrays;

/** A closed interval around an estimate. */
public record Interval(double low, double high) {
    private static final double TAIL = 0.025;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no interval from " + low + " to " + high);
        }
    }

    /** The central 95 % of some draws. Sorts them. */
    static Interval ofDraws(double[] draws) {
        Arrays.sort(draws);
        return new Interval(quantile(draws, TAIL), quantile(draws, 1 - TAIL));
    }

    /** Type 7 of Hyndman and Fan, "Sample quantiles in statistical packages" (1996), as in R and NumPy. */
    private static double quantile(double[] sorted, double level) {
        double at = level * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public boolean overlaps(Interval other) {
        return low <= other.high && other.low <= high;
    }

    /** The smallest interval that holds this one and the value. */
    public Interval including(double value) {
        return new Interval(Math.min(low, value), Math.max(high, value));
    }
}
