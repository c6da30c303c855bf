package org.parallax.statistics;

import java.util.List;

/**
 * How far the mean of unknown labels can lie from its expectation, when each label is drawn independently from the
 * distribution that a classifier gives it. The sum of the labels follows a one-dimensional projection of the
 * Poisson-multinomial distribution (Lin, Wang and Hong, "The Poisson multinomial distribution and its applications",
 * Computational Statistics 38, 2023); it is found exactly by convolution, in n² steps.
 *
 * <p>The interval states the classifier's own doubt. It knows nothing of errors that all texts share, and labels of one
 * article are not quite independent, so it is a lower bound of the real uncertainty.
 */
public final class LabelMean {
    /** With more labels than this the normal approximation is used: it is then off by at most two labels in n. */
    static final int EXACT_UP_TO = 400;

    private static final double TAIL = 0.025;
    private static final double NORMAL_QUANTILE = 1.959963984540054;
    private static final double ROUNDING = 1e-12;

    private LabelMean() {}

    /**
     * The central 95 % interval of the mean label: its ends are the 2.5 % and 97.5 % quantiles, each the least value whose
     * cumulated probability reaches the level. With few and sure labels it can shrink to a point beside the expectation.
     */
    public static Interval interval(List<Label> labels) {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("the mean of no labels is not defined");
        }
        return labels.size() <= EXACT_UP_TO ? exact(labels) : normal(labels);
    }

    /** Probabilities of the sums -n, ..., n of the labels. */
    static double[] distribution(List<Label> labels) {
        double[] now = {1};
        for (Label label : labels) {
            double[] next = new double[now.length + 2];
            for (int i = 0; i < now.length; i++) {
                next[i] += now[i] * label.minus();
                next[i + 1] += now[i] * label.zero();
                next[i + 2] += now[i] * label.plus();
            }
            now = next;
        }
        return now;
    }

    static Interval exact(List<Label> labels) {
        double[] sums = distribution(labels);
        int n = labels.size();
        return new Interval(quantile(sums, TAIL) / n, quantile(sums, 1 - TAIL) / n);
    }

    private static double quantile(double[] sums, double level) {
        int n = (sums.length - 1) / 2;
        double below = 0;
        for (int i = 0; i < sums.length; i++) {
            below += sums[i];
            if (below >= level - ROUNDING) {
                return i - n;
            }
        }
        return n;
    }

    /** The same quantiles of the normal distribution with equal mean and variance, with continuity correction. */
    static Interval normal(List<Label> labels) {
        double mean = 0;
        double variance = 0;
        for (Label label : labels) {
            mean += label.mean();
            variance += label.variance();
        }
        int n = labels.size();
        double reach = NORMAL_QUANTILE * Math.sqrt(variance);
        return new Interval(whole(mean - reach, n) / n, whole(mean + reach, n) / n);
    }

    private static double whole(double sum, int n) {
        return Math.max(-n, Math.min(n, Math.ceil(sum - 0.5)));
    }
}
