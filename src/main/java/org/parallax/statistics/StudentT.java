package org.parallax.statistics;

/**
 * Student's t distribution. Its probabilities come from the regularised incomplete beta function as a continued fraction
 * (Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964), 26.5.8 and 26.7.1, evaluated after Lentz), its
 * quantiles by halving.
 */
public final class StudentT {
    private static final double TINY = 1e-300;
    private static final double ENOUGH = 1e-15;
    private static final int MOST_TERMS = 10_000;
    private static final int HALVINGS = 200;

    private StudentT() {}

    /** The chance of a value of at most {@code t}. */
    public static double cumulative(double t, double degrees) {
        if (!(degrees > 0)) {
            throw new IllegalArgumentException("no t distribution has " + degrees + " degrees of freedom");
        }
        double tail = 0.5 * beta(degrees / (degrees + t * t), degrees / 2, 0.5);
        return t > 0 ? 1 - tail : tail;
    }

    /** The value that a share {@code level} of all values lies below. */
    public static double quantile(double level, double degrees) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("no quantile at " + level);
        }
        if (level < 0.5) {
            return -quantile(1 - level, degrees);
        }
        double high = 1;
        while (cumulative(high, degrees) < level) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < HALVINGS && high - low > ENOUGH * high; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle, degrees) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Regularised incomplete beta function. */
    private static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        // The fraction converges fast on one side of the mean only.
        return x < (a + 1) / (a + b + 2) ? lower(x, a, b) : 1 - lower(1 - x, b, a);
    }

    private static double lower(double x, double a, double b) {
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            fraction *= d * c;
            if (Math.abs(d * c - 1) < ENOUGH) {
                break;
            }
        }
        return front * fraction / a;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Stirling's series after the argument has been raised, where its error is below 1e-15. */
    private static double logGamma(double x) {
        double shift = 0;
        double y = x;
        while (y < 15) {
            shift += Math.log(y);
            y++;
        }
        double r = 1 / (y * y);
        double series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / y;
        return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
