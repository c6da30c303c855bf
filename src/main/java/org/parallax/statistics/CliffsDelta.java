package org.parallax.statistics;

/**
 * How much one group lies above another: the chance that a value of the first is larger than one of the second, less the
 * chance that it is smaller, [-1, 1]; 0 when neither tends to be larger (Cliff, "Dominance statistics", Psychological
 * Bulletin 114, 1993). The interval rests on the consistent estimate of the variance, and is asymmetric, so that it stays
 * within [-1, 1] (Feng and Cliff, "Monte Carlo evaluation of ordinal d with improved confidence interval", Journal of
 * Modern Applied Statistical Methods 3, 2004).
 *
 * @param interval the 95 % interval, by the normal distribution
 */
public record CliffsDelta(double delta, Interval interval) {
    private static final double TAIL = 0.025;
    private static final double NORMAL_QUANTILE = 1.959963984540054;

    /**
     * Of two histograms over the same ascending values; values within one bin are ties.
     *
     * @param a number of values of the first group in each bin, at least two in all
     * @param b the same of the second
     */
    public static CliffsDelta of(long[] a, long[] b) {
        long m = total(a);
        long n = total(b);
        if (m < 2 || n < 2 || a.length != b.length) {
            throw new IllegalArgumentException("Cliff's delta needs two histograms over the same bins with at least 2"
                    + " values each, not " + m + " in " + a.length + " bins and " + n + " in " + b.length);
        }
        double[] rowMeans = dominance(a, b, n);
        double[] columnMeans = dominance(b, a, m);
        double delta = 0;
        double ties = 0;
        for (int i = 0; i < a.length; i++) {
            delta += a[i] * rowMeans[i];
            ties += (double) a[i] * b[i];
        }
        delta /= m;
        double rows = 0;
        double columns = 0;
        for (int i = 0; i < a.length; i++) {
            rows += a[i] * (rowMeans[i] - delta) * (rowMeans[i] - delta);
            columns += b[i] * (columnMeans[i] + delta) * (columnMeans[i] + delta);
        }
        if (Math.abs(delta) == 1) {
            return new CliffsDelta(delta, unanimous(delta, Math.min(m, n)));
        }
        double pairs = (double) m * n;
        double cells = Math.max(0, pairs - ties - pairs * delta * delta);
        double variance =
                ((n - 1) * rows / (m - 1) + (m - 1) * columns / (n - 1) + cells / ((m - 1.0) * (n - 1.0))) / pairs;
        return new CliffsDelta(delta, interval(delta, variance));
    }

    /**
     * The interval where all comparisons fall on one side, so that their spread says nothing: that of as many independent
     * trials without a failure (Clopper and Pearson, Biometrika 26, 1934).
     *
     * @param delta -1 or 1
     */
    public static Interval unanimous(double delta, long trials) {
        double near = 2 * Math.pow(TAIL, 1.0 / trials) - 1;
        return delta > 0 ? new Interval(near, 1) : new Interval(-1, -near);
    }

    private static Interval interval(double delta, double variance) {
        double z = NORMAL_QUANTILE;
        double rest = 1 - delta * delta;
        double below = rest + z * z * variance;
        double reach = z * Math.sqrt(variance) * Math.sqrt(rest * rest + z * z * variance);
        double centre = delta - delta * delta * delta;
        return new Interval(Math.max(-1, (centre - reach) / below), Math.min(1, (centre + reach) / below))
                .including(delta);
    }

    /** For a value in each bin, the share of the others below it less the share above it. */
    private static double[] dominance(long[] of, long[] others, long all) {
        double[] means = new double[of.length];
        long below = 0;
        for (int i = 0; i < of.length; i++) {
            long above = all - below - others[i];
            means[i] = (double) (below - above) / all;
            below += others[i];
        }
        return means;
    }

    private static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }
}
