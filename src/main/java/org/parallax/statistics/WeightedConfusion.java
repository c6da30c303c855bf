package org.parallax.statistics;

import java.util.Arrays;

/**
 * How much weight of each class was given each class: {@link Confusion} for items of a sample that holds some more
 * often than others, each counting for those that it stands for, and for items whose annotators disagree, each label
 * counting its part.
 */
public final class WeightedConfusion {
    private final double[][] weights;

    public WeightedConfusion(int classes) {
        this.weights = new double[classes][classes];
    }

    /** Counts a pair of classes 0 to {@code classes - 1}. */
    public void add(int truth, int predicted, double weight) {
        weights[truth][predicted] += weight;
    }

    /** All weight. */
    public double total() {
        return Arrays.stream(weights).flatMapToDouble(Arrays::stream).sum();
    }

    /** Share of the weight that got its own class, [0, 1]; NaN for no items. */
    public double accuracy() {
        double hits = 0;
        for (int c = 0; c < weights.length; c++) {
            hits += weights[c][c];
        }
        return hits / total();
    }

    /** Mean F1 over the classes that occur as truth or prediction, [0, 1]; NaN for no items. */
    public double f1Macro() {
        double sum = 0;
        int occurring = 0;
        for (int c = 0; c < weights.length; c++) {
            double either = there(c) + given(c);
            if (either > 0) {
                sum += 2 * weights[c][c] / either;
                occurring++;
            }
        }
        return occurring == 0 ? Double.NaN : sum / occurring;
    }

    private double there(int c) {
        return Arrays.stream(weights[c]).sum();
    }

    private double given(int c) {
        return Arrays.stream(weights).mapToDouble(row -> row[c]).sum();
    }
}
