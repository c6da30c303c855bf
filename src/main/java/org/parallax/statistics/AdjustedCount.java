package org.parallax.statistics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares of classes corrected for how often a classifier takes one class for another: adjusted count of Forman, "Quantifying
 * counts and costs via classification", Data Mining and Knowledge Discovery 17 (2008), for three classes by inverting the
 * matrix of its rates, as in Hopkins and King, "A method of automated nonparametric content analysis for social science",
 * AJPS 54 (2010). It supposes that texts of one true class are taken for another as often here as where the labels are from;
 * only the shares of the classes may differ.
 *
 * <p>The interval holds both the scatter of stories and outlets and that of the rates (the delta method, with independent
 * labels). It is centred on the shares after they are brought back to between 0 and 1.
 */
public final class AdjustedCount {
    /** Of guesses the determinant is 0, of a classifier that is right in 8 of 10 texts of each class about 0.3 to 0.5. */
    private static final double LEAST_DETERMINANT = 0.05;

    private AdjustedCount() {}

    /**
     * Corrects the shares of a sample's mentions.
     *
     * @param rates what is known of the classifier's errors; null for nothing
     * @param fewestLabels least number of labels of each class
     */
    public static Corrected of(ClusteredSample sample, @Nullable ConfusionRates rates, int fewestLabels) {
        if (rates == null || rates.labels() == 0) {
            return new Corrected.Missing(Unidentified.NO_LABELS);
        }
        if (rates.fewest() < fewestLabels) {
            return new Corrected.Missing(Unidentified.TOO_FEW_LABELS);
        }
        double[][] inverse = rates.inverse(LEAST_DETERMINANT);
        if (inverse == null) {
            return new Corrected.Missing(Unidentified.SINGULAR_CONFUSION_MATRIX);
        }
        double[] counted = ClassShares.shares(sample);
        double[] solved = product(inverse, counted);
        double[] shares = Simplex.nearest(solved);
        List<Estimate> estimates = new ArrayList<>();
        for (int c = 0; c < shares.length; c++) {
            Spread ofSample = ClassShares.spread(sample, counted, inverse[c]);
            estimates.add(new Estimate(shares[c], ofSample.plus(ofRates(rates, shares, inverse[c]))));
        }
        return new Corrected.Found(estimates);
    }

    /** The corrected shares themselves. */
    static double @Nullable [] shares(double[] counted, ConfusionRates rates) {
        double[][] inverse = rates.inverse(LEAST_DETERMINANT);
        return inverse == null ? null : Simplex.nearest(product(inverse, counted));
    }

    private static double[] product(double[][] matrix, double[] vector) {
        double[] result = new double[vector.length];
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                result[i] += matrix[i][j] * vector[j];
            }
        }
        return result;
    }

    /** What a change of the rates of class t changes a share by is minus the share of t times the row of the inverse. */
    private static Spread ofRates(ConfusionRates rates, double[] shares, double[] row) {
        Spread sum = new Spread(0, Double.POSITIVE_INFINITY);
        for (int t = 0; t < shares.length; t++) {
            double variance = shares[t] * shares[t] * rates.variance(t, row);
            sum = sum.plus(new Spread(variance, Math.max(1, rates.size(t) - 1)));
        }
        return sum;
    }
}
