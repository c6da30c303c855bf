package org.parallax.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The test for a monotonic trend of Mann, "Nonparametric tests against trend", Econometrica 13 (1945), and Kendall, with
 * the variance corrected for autocorrelation after Hamed and Rao, "A modified Mann-Kendall trend test for autocorrelated
 * data", Journal of Hydrology 204 (1998): what persists makes a score vary more than that of independent values.
 *
 * @param score pairs of values that rise less pairs that fall
 * @param tau the score over the number of pairs, [-1, 1]
 * @param correction factor by which autocorrelation widens the variance of the score; 1 when none is significant. Estimated
 *     from strongly alternating values it can be 0 or less, and then there is no test
 * @param z the standardised score; NaN when there is no test
 * @param p two-sided significance; NaN when there is no test
 */
public record MannKendall(long score, double tau, double correction, double z, double p) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double SIGNIFICANT = 1.959963984540054;

    /** Whether there is a test: not so when all values are equal, or the correction is 0 or less. */
    public boolean isTest() {
        return !Double.isNaN(p);
    }

    /**
     * The corrected test. Lags are differences of times, so missing times neither bring far values together nor count as
     * values: an autocorrelation is the mean over the pairs that are there, and the more of them, the more it weighs.
     * Where no time is missing, this is the published test with all lags.
     *
     * @param times numbers of the periods, strictly increasing
     * @param values their values
     * @param slope change of the values per period, which is taken out before autocorrelations are estimated
     */
    public static MannKendall hamedRao(long[] times, double[] values, double slope) {
        int n = values.length;
        if (times.length != n || n < 3) {
            throw new IllegalArgumentException("a trend of " + times.length + " times and " + n + " values");
        }
        double[] detrended = new double[n];
        for (int i = 0; i < n; i++) {
            detrended[i] = values[i] - slope * (times[i] - times[0] + 1);
        }
        return test(values, correction(times, Ties.ranks(detrended)));
    }

    private static MannKendall test(double[] values, double correction) {
        Ties ties = Ties.of(values);
        long pairs = (long) ties.n() * (ties.n() - 1) / 2;
        long score = pairs - ties.pairs() - 2 * Inversions.count(values);
        double tau = (double) score / pairs;
        double variance = ties.varianceOfScore() * correction;
        if (!(variance > 0)) {
            return new MannKendall(score, tau, correction, Double.NaN, Double.NaN);
        }
        double z = (score - Math.signum((double) score)) / Math.sqrt(variance);
        return new MannKendall(score, tau, correction, z, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    private static double correction(long[] times, double[] ranks) {
        Calendar calendar = Calendar.of(times, ranks);
        int n = ranks.length;
        int length = calendar.length();
        double variance = calendar.product(0) / n;
        if (variance == 0) {
            return 1;
        }
        double[] products = calendar.products();
        double sum = 0;
        for (int lag = 1; lag < length; lag++) {
            int pairs = calendar.pairs(lag);
            if (pairs == 0) {
                continue;
            }
            double reached = (double) (length - lag) / length;
            double correlation = products[lag] / pairs * reached / variance;
            if (Math.abs(correlation) > SIGNIFICANT / Math.sqrt(pairs / reached)) {
                double left = n * reached;
                sum += pairs * Math.max(0, left - 1) * Math.max(0, left - 2) * correlation;
            }
        }
        return 1 + 2 * sum / ((double) n * (n - 1) * (n - 2));
    }
}
