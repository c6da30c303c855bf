package org.parallax.statistics;

/**
 * The median slope of all pairs of points, which up to 29 % of the points cannot move at will, with its 95 % interval:
 * Theil, "A rank-invariant method of linear and polynomial regression analysis" (1950), and Sen, "Estimates of the
 * regression coefficient based on Kendall's tau", JASA 63 (1968), whose formula 2.6 gives the interval.
 */
public final class TheilSen {
    /** Up to this many points all slopes are listed. */
    static final int LISTED_UP_TO = 200;

    private static final double NORMAL_QUANTILE = 1.959963984540054;

    private final Ranked ranked;
    private final long pairs;
    private final double varianceOfScore;
    private final double slope;

    /**
     * Finds the slope.
     *
     * @param x strictly increasing
     */
    public TheilSen(double[] x, double[] y) {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException("a slope of " + x.length + " times and " + y.length + " values");
        }
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] > x[i - 1])) {
                throw new IllegalArgumentException("times must increase, and " + x[i] + " follows " + x[i - 1]);
            }
        }
        PairSlopes slopes = new PairSlopes(x, y);
        this.ranked = x.length <= LISTED_UP_TO ? listed(slopes) : slopes::ranked;
        this.pairs = slopes.count();
        this.varianceOfScore = Ties.of(y).varianceOfScore();
        double upper = ranked.slope(pairs / 2);
        this.slope = pairs % 2 == 1 ? upper : (ranked.slope(pairs / 2 - 1) + upper) / 2;
    }

    /** Per unit of x. */
    public double slope() {
        return slope;
    }

    /**
     * The interval of the slope.
     *
     * @param inflation factor of the variance of Kendall's score, from which the interval follows: 1 for points that are
     *     independent given the line, else such as {@link MannKendall#correction}
     */
    public Interval interval(double inflation) {
        double reach = NORMAL_QUANTILE * Math.sqrt(inflation * varianceOfScore);
        long low = Math.max((long) Math.rint((pairs - reach) / 2) - 1, 0);
        long high = Math.min((long) Math.rint((pairs + reach) / 2), pairs - 1);
        return new Interval(ranked.slope(low), ranked.slope(high)).including(slope);
    }

    private static Ranked listed(PairSlopes slopes) {
        double[] sorted = slopes.sorted();
        return rank -> sorted[(int) rank];
    }

    private interface Ranked {
        double slope(long rank);
    }
}
