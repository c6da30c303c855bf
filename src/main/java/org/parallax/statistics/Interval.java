package org.parallax.statistics;

/** A closed interval around an estimate. */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no interval from " + low + " to " + high);
        }
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
