package org.parallax.statistics;

/** Values laid out over all periods from first to last, less their mean, with the missing ones marked: for lags in time. */
final class Calendar {
    private final double[] values;
    private final boolean[] there;
    private final boolean complete;

    private Calendar(double[] values, boolean[] there, boolean complete) {
        this.values = values;
        this.there = there;
        this.complete = complete;
    }

    /** @param times strictly increasing numbers of periods */
    static Calendar of(long[] times, double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        int length = Math.toIntExact(times[times.length - 1] - times[0] + 1);
        double[] laid = new double[length];
        boolean[] there = new boolean[length];
        for (int i = 0; i < times.length; i++) {
            int at = (int) (times[i] - times[0]);
            laid[at] = values[i] - mean;
            there[at] = true;
        }
        return new Calendar(laid, there, times.length == length);
    }

    /** Periods from first to last, the missing ones included. */
    int length() {
        return values.length;
    }

    boolean has(int period) {
        return there[period];
    }

    /** Deviation from the mean; 0 where missing. */
    double value(int period) {
        return values[period];
    }

    /** Sum of the products of values that lie a lag apart. */
    double product(int lag) {
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += values[i] * values[i - lag];
        }
        return sum;
    }

    /** How many pairs of values lie a lag apart. */
    int pairs(int lag) {
        if (complete) {
            return values.length - lag;
        }
        int count = 0;
        for (int i = lag; i < there.length; i++) {
            count += there[i] && there[i - lag] ? 1 : 0;
        }
        return count;
    }
}
