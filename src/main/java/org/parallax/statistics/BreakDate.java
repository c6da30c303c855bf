package org.parallax.statistics;

/**
 * How surely a break is dated: Bai, "Estimation of a change point in multiple regression models", Review of Economics and
 * Statistics 79 (1997). The error of the date, in periods times squared difference of levels over long-run variance, goes
 * with the place of the maximum of a Brownian motion that drifts down on both sides. With weights, periods count by them.
 */
final class BreakDate {
    /** The 97.5 % quantile of that place. */
    static final double REACH = 11.0333;

    private BreakDate() {}

    /**
     * First and last period of the 95 % interval of the date of a break. A gap before the break belongs to it: the level
     * may have changed unseen.
     *
     * @param noise long-run variance over the squared difference of the levels
     */
    static long[] interval(long[] times, double[] weights, int from, int at, int to, double noise) {
        double reach = REACH * noise;
        int first = at;
        for (double passed = 0; first > from && passed < reach; first--) {
            passed += weights[first - 1];
        }
        int last = at;
        for (double passed = 0; last < to - 1 && passed < reach; last++) {
            passed += weights[last];
        }
        return new long[] {first == from ? times[from] : times[first - 1] + 1, times[last]};
    }
}
