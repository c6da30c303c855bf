package org.parallax.statistics;

/**
 * What a classifier thinks of one text: the probabilities that its true label is -1, 0 or +1. They are divided by their
 * sum, so that single-precision outputs can be given as they are.
 */
public record Label(double minus, double zero, double plus) {
    private static final double ROUNDING = 1e-3;

    public Label {
        double sum = minus + zero + plus;
        if (!(minus >= 0 && zero >= 0 && plus >= 0 && Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("not the probabilities of three classes: " + minus + ", " + zero + ", "
                    + plus + " (each must be 0 or more and their sum 1 within " + ROUNDING + ")");
        }
        minus /= sum;
        zero /= sum;
        plus /= sum;
    }

    /** Expected label. */
    public double mean() {
        return plus - minus;
    }

    /** Variance of the label. */
    public double variance() {
        return plus + minus - mean() * mean();
    }
}
