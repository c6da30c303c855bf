package org.parallax.statistics;

/**
 * 95 % intervals of means and of their differences by Student's t. The difference is that of Welch ("The generalization of
 * Student's problem when several different population variances are involved", Biometrika 34, 1947): neither equal spreads
 * nor equal sizes are supposed.
 */
public final class MeanInterval {
    private static final double LEVEL = 0.975;

    private record Moments(double mean, double error, int n) {
        static Moments of(double[] values) {
            if (values.length < 2) {
                throw new IllegalArgumentException("an interval needs at least 2 values, not " + values.length);
            }
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            double mean = sum / values.length;
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return new Moments(mean, squares / (values.length - 1) / values.length, values.length);
        }
    }

    private MeanInterval() {}

    /** The interval of the mean of at least two values. */
    public static Interval mean(double[] values) {
        Moments m = Moments.of(values);
        return around(m.mean, m.error, m.n - 1);
    }

    /** The interval of the mean of {@code a} less that of {@code b}, each of at least two values. */
    public static Interval difference(double[] a, double[] b) {
        Moments x = Moments.of(a);
        Moments y = Moments.of(b);
        double error = x.error + y.error;
        double degrees = error == 0
                ? x.n + y.n - 2
                : error * error / (x.error * x.error / (x.n - 1) + y.error * y.error / (y.n - 1));
        return around(x.mean - y.mean, error, degrees);
    }

    private static Interval around(double centre, double squaredError, double degrees) {
        double reach = StudentT.quantile(LEVEL, degrees) * Math.sqrt(squaredError);
        return new Interval(centre - reach, centre + reach);
    }
}
