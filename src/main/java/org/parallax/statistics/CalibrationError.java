package org.parallax.statistics;

/** Whether probabilities mean what they say. */
public final class CalibrationError {
    private CalibrationError() {}

    /**
     * Expected calibration error of the most probable class over equal-width bins (Guo et al., ICML 2017): the mean
     * distance between confidence and accuracy, weighted by the bins' sizes, [0, 1].
     *
     * @param confidence probability of the class that was given, for each item
     * @param correct whether that class was right
     */
    public static double expected(double[] confidence, boolean[] correct, int bins) {
        if (confidence.length != correct.length) {
            throw new IllegalArgumentException(confidence.length + " confidences for " + correct.length + " outcomes");
        }
        double[] sums = new double[bins];
        long[] hits = new long[bins];
        for (int i = 0; i < confidence.length; i++) {
            int bin = Math.min((int) (confidence[i] * bins), bins - 1);
            sums[bin] += confidence[i];
            hits[bin] += correct[i] ? 1 : 0;
        }
        double error = 0;
        for (int b = 0; b < bins; b++) {
            error += Math.abs(hits[b] - sums[b]);
        }
        return confidence.length == 0 ? 0 : error / confidence.length;
    }

    /**
     * The same for items of unequal weight whose outcome may be a share, as where annotators disagree.
     *
     * @param correct for each item the share of its labels that equal the class that was given, [0, 1]
     * @param weight how much each item counts, above 0
     */
    public static double expected(double[] confidence, double[] correct, double[] weight, int bins) {
        if (confidence.length != correct.length || confidence.length != weight.length) {
            throw new IllegalArgumentException(confidence.length + " confidences for " + correct.length
                    + " outcomes and " + weight.length + " weights");
        }
        double[] gaps = new double[bins];
        double total = 0;
        for (int i = 0; i < confidence.length; i++) {
            gaps[Math.min((int) (confidence[i] * bins), bins - 1)] += weight[i] * (correct[i] - confidence[i]);
            total += weight[i];
        }
        double error = 0;
        for (double gap : gaps) {
            error += Math.abs(gap);
        }
        return confidence.length == 0 ? 0 : error / total;
    }
}
