package org.parallax.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How residuals depend on the ones before, and series that depend in the same way: an autoregression whose order is chosen
 * by Akaike's criterion, fitted by the Yule-Walker equations to autocovariances at lags in time (so with missing periods),
 * with innovations drawn from those of the residuals. Bühlmann, "Sieve bootstrap for time series", Bernoulli 3 (1997).
 *
 * <p>Residuals from fitted levels vary less than the errors that they stand for: each fitted parameter takes about the
 * long-run variance over n from every autocovariance. That is put back; without it, tests reject too often.
 */
final class Autoregression {
    private static final int MOST_LAGS = 14;
    private static final int VALUES_A_LAG = 10;
    private static final int CORRECTIONS = 4;
    private static final double MOST_PERSISTENT = 0.95;
    private static final int LEAST_INNOVATIONS = 20;
    private static final int BURN_IN = 60;

    private final double[] coefficients;
    private final double variance;
    private final double innovationVariance;
    private final double[] innovations;

    private Autoregression(Fit fit, double variance, double[] innovations) {
        this.coefficients = fit.coefficients;
        this.variance = variance;
        this.innovationVariance = fit.variance;
        this.innovations = innovations;
    }

    @SuppressWarnings("ArrayRecordComponent") // Numbers to compute with: never compared, never changed.
    private record Fit(double[] coefficients, double variance) {
        double longRunVariance() {
            double left = 1 - Math.min(Arrays.stream(coefficients).sum(), MOST_PERSISTENT);
            return variance / (left * left);
        }
    }

    /**
     * @param times strictly increasing numbers of periods
     * @param parameters how many fitted parameters the residuals are from
     */
    static Autoregression fit(long[] times, double[] residuals, double parameters) {
        Calendar calendar = Calendar.of(times, residuals);
        int n = residuals.length;
        double[] raw = autocovariances(calendar, n);
        Fit fit = yuleWalker(raw, n);
        int order = fit.coefficients.length;
        double[] corrected = raw;
        for (int round = 0; round < CORRECTIONS; round++) {
            double taken = Math.min(parameters * fit.longRunVariance() / n, raw[0]);
            corrected = Arrays.stream(raw).limit(order + 1).map(c -> c + taken).toArray();
            fit = yuleWalker(corrected, n);
        }
        return new Autoregression(fit, corrected[0], innovations(calendar, fit.coefficients));
    }

    /** Variance of a mean of n values times n, for large n. */
    double longRunVariance() {
        return new Fit(coefficients, innovationVariance).longRunVariance();
    }

    /** The long-run variance over the variance: 1 without autocorrelation. */
    double persistence() {
        return variance == 0 ? 1 : longRunVariance() / variance;
    }

    /** Fills a stretch of periods with a series of this kind. */
    void simulate(SplittableRandom random, double[] into) {
        int order = coefficients.length;
        int skipped = order == 0 ? 0 : order + BURN_IN;
        double[] series = new double[skipped + into.length];
        for (int t = order; t < series.length; t++) {
            double value = innovation(random);
            // The value just before comes last: nothing else has to wait for it.
            for (int lag = order; lag >= 1; lag--) {
                value += coefficients[lag - 1] * series[t - lag];
            }
            series[t] = value;
        }
        System.arraycopy(series, skipped, into, 0, into.length);
    }

    private double innovation(SplittableRandom random) {
        return innovations.length < LEAST_INNOVATIONS
                ? random.nextGaussian() * Math.sqrt(innovationVariance)
                : innovations[Arrangements.below(innovations.length, random.nextInt())];
    }

    private static double[] autocovariances(Calendar calendar, int n) {
        int length = calendar.length();
        double[] found = new double[Math.min(MOST_LAGS, n / VALUES_A_LAG) + 1];
        for (int lag = 0; lag < found.length; lag++) {
            int pairs = calendar.pairs(lag);
            if (pairs < VALUES_A_LAG) {
                return Arrays.copyOf(found, Math.max(lag, 1));
            }
            found[lag] = calendar.product(lag) / pairs * (length - lag) / length;
        }
        return found;
    }

    /** The recursion of Levinson and Durbin, ended at the order with the least criterion. */
    private static Fit yuleWalker(double[] covariances, int n) {
        double[] now = new double[0];
        double variance = covariances[0];
        Fit best = new Fit(now, variance);
        double least = n * Math.log(variance);
        for (int order = 1; order < covariances.length && variance > 0; order++) {
            double partial = covariances[order];
            for (int lag = 1; lag < order; lag++) {
                partial -= now[lag - 1] * covariances[order - lag];
            }
            partial /= variance;
            if (!(Math.abs(partial) < 1)) {
                break;
            }
            double[] next = Arrays.copyOf(now, order);
            next[order - 1] = partial;
            for (int lag = 1; lag < order; lag++) {
                next[lag - 1] = now[lag - 1] - partial * now[order - lag - 1];
            }
            now = next;
            variance *= 1 - partial * partial;
            double criterion = n * Math.log(variance) + 2.0 * order;
            if (criterion < least) {
                least = criterion;
                best = new Fit(now, variance);
            }
        }
        return best;
    }

    private static double[] innovations(Calendar calendar, double[] coefficients) {
        int order = coefficients.length;
        double[] found = new double[calendar.length()];
        int count = 0;
        for (int t = order; t < calendar.length(); t++) {
            boolean there = calendar.has(t);
            double value = calendar.value(t);
            for (int lag = 1; lag <= order && there; lag++) {
                there = calendar.has(t - lag);
                value -= coefficients[lag - 1] * calendar.value(t - lag);
            }
            if (there) {
                found[count++] = value;
            }
        }
        double mean = Arrays.stream(found, 0, count).sum() / Math.max(count, 1);
        return Arrays.stream(found, 0, count).map(v -> v - mean).toArray();
    }
}
