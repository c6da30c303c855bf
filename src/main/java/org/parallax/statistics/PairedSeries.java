package org.parallax.statistics;

import java.util.Arrays;

/**
 * Two series observed at the same times, such as two holders' positions month by month.
 *
 * @param a values of the first
 * @param b values of the second, as many
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers to compute with: never compared, never changed.
public record PairedSeries(double[] a, double[] b) {
    /** Mean square below which a series differs from its mean by rounding only. */
    private static final double ROUNDING = 1e-18;

    public PairedSeries {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " values beside " + b.length);
        }
    }

    /** Mean of the distances; NaN of none. */
    public double meanAbsoluteDifference() {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    /**
     * Share of the times at which both are on the same side; NaN of none.
     *
     * @param band distance from 0 within which a value is on neither side, which is a side of its own
     */
    public double sameSide(double band) {
        double same = 0;
        for (int i = 0; i < a.length; i++) {
            same += side(a[i], band) == side(b[i], band) ? 1 : 0;
        }
        return same / a.length;
    }

    /** Pearson's correlation; NaN where either does not vary. */
    public double correlation() {
        double meanA = Arrays.stream(a).average().orElse(Double.NaN);
        double meanB = Arrays.stream(b).average().orElse(Double.NaN);
        double products = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            products += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return Math.min(squaresA, squaresB) <= ROUNDING * a.length
                ? Double.NaN
                : Math.max(-1, Math.min(1, products / Math.sqrt(squaresA * squaresB)));
    }

    private static int side(double value, double band) {
        return Math.abs(value) <= band ? 0 : value > 0 ? 1 : -1;
    }
}
