package org.parallax.statistics;

import java.util.ArrayList;
import java.util.List;

/** Whether probabilities mean what they say. */
public final class CalibrationError {
    /**
     * One bin of a reliability diagram.
     *
     * @param low least confidence in it
     * @param high what its confidences stay under
     * @param items how many items it holds
     * @param confidence their mean confidence
     * @param accuracy share of them that are right
     */
    public record Bin(double low, double high, long items, double confidence, double accuracy) {}

    private CalibrationError() {}

    /**
     * Expected calibration error of the most probable class over equal-width bins (Guo et al., ICML 2017): the mean
     * distance between confidence and accuracy, weighted by the bins' sizes, [0, 1].
     *
     * @param confidence probability of the class that was given, for each item
     * @param correct whether that class was right
     */
    public static double expected(double[] confidence, boolean[] correct, int bins) {
        double error = 0;
        for (Bin bin : bins(confidence, correct, bins)) {
            error += bin.items * Math.abs(bin.accuracy - bin.confidence);
        }
        return confidence.length == 0 ? 0 : error / confidence.length;
    }

    /**
     * What a reliability diagram shows: the items of each of {@code bins} bins of equal width; empty ones are left out.
     *
     * @param confidence probability of the class that was given, for each item
     * @param correct whether that class was right
     */
    public static List<Bin> bins(double[] confidence, boolean[] correct, int bins) {
        if (confidence.length != correct.length) {
            throw new IllegalArgumentException(confidence.length + " confidences for " + correct.length + " outcomes");
        }
        double[] sums = new double[bins];
        long[] hits = new long[bins];
        long[] items = new long[bins];
        for (int i = 0; i < confidence.length; i++) {
            int bin = Math.min((int) (confidence[i] * bins), bins - 1);
            sums[bin] += confidence[i];
            hits[bin] += correct[i] ? 1 : 0;
            items[bin]++;
        }
        List<Bin> filled = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            if (items[b] > 0) {
                filled.add(new Bin(
                        (double) b / bins,
                        (b + 1.0) / bins,
                        items[b],
                        sums[b] / items[b],
                        (double) hits[b] / items[b]));
            }
        }
        return filled;
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
