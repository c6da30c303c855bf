package org.parallax.statistics;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How often texts of each of the three classes are given each class, by labelled texts, and how well that is known.
 * Classes are in the order unfavourable, neutral, favourable.
 */
public final class ConfusionRates implements Serializable {
    private static final long serialVersionUID = 1L;

    static final int CLASSES = 3;

    private final long[] labels;
    private final double[][] rates;
    private final double[] sizes;

    private ConfusionRates(long[] labels, double[][] rates, double[] sizes) {
        this.labels = labels;
        this.rates = rates;
        this.sizes = sizes;
    }

    /** From counts of texts, true class by given class, each text having had the same chance to be labelled. */
    public static ConfusionRates of(long[][] counts) {
        double[][] weights = new double[CLASSES][CLASSES];
        for (int t = 0; t < CLASSES; t++) {
            for (int g = 0; g < CLASSES; g++) {
                weights[t][g] = counts[t][g];
            }
        }
        return of(counts, weights, weights);
    }

    /**
     * From a sample that holds some texts more often than others. A class's rates are then known as well as from (sum of
     * weights)² / (sum of squared weights) texts of equal weight (Kish, "Survey Sampling", 1965).
     *
     * @param counts labelled texts, true class by given class
     * @param weights the sums of their weights, each 1 over the text's inclusion probability
     * @param squares the sums of the squares of these weights
     */
    public static ConfusionRates of(long[][] counts, double[][] weights, double[][] squares) {
        long[] labels = new long[CLASSES];
        double[][] rates = new double[CLASSES][CLASSES];
        double[] sizes = new double[CLASSES];
        for (int t = 0; t < CLASSES; t++) {
            double sum = 0;
            double square = 0;
            for (int g = 0; g < CLASSES; g++) {
                labels[t] += counts[t][g];
                sum += weights[t][g];
                square += squares[t][g];
            }
            sizes[t] = square == 0 ? 0 : sum * sum / square;
            for (int g = 0; g < CLASSES; g++) {
                rates[t][g] = sum == 0 ? 0 : weights[t][g] / sum;
            }
        }
        return new ConfusionRates(labels, rates, sizes);
    }

    /** All labelled texts. */
    public long labels() {
        return labels[0] + labels[1] + labels[2];
    }

    /** Labelled texts of the class that has fewest. */
    public long fewest() {
        return Math.min(labels[0], Math.min(labels[1], labels[2]));
    }

    /** Share of the texts of class {@code truth} that are given class {@code given}. */
    double rate(int truth, int given) {
        return rates[truth][given];
    }

    /**
     * Variance over samples of labels of a weighted sum of one class's rates. Half a text is added to each count (Jeffreys),
     * for an error that a few dozen labels do not show can still be there.
     */
    double variance(int truth, double[] coefficients) {
        double n = sizes[truth];
        double all = n + CLASSES / 2.0;
        double mean = 0;
        double square = 0;
        for (int g = 0; g < CLASSES; g++) {
            double rate = (rates[truth][g] * n + 0.5) / all;
            mean += rate * coefficients[g];
            square += rate * coefficients[g] * coefficients[g];
        }
        return Math.max(0, square - mean * mean) / n;
    }

    double size(int truth) {
        return sizes[truth];
    }

    /**
     * What undoes the rates: its product with the shares of given classes is the shares of true ones. Null where the
     * classes are told apart too little.
     *
     * @param least least determinant of the rates; it is 1 for a classifier without errors and 0 for one that guesses
     */
    double @Nullable [] @Nullable [] inverse(double least) {
        double[][] m = rates;
        double determinant = 0;
        double[][] inverse = new double[CLASSES][CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            for (int j = 0; j < CLASSES; j++) {
                int a = (i + 1) % CLASSES;
                int b = (i + 2) % CLASSES;
                int c = (j + 1) % CLASSES;
                int d = (j + 2) % CLASSES;
                // Cofactors of the transpose, transposed: cyclic indices carry the signs.
                inverse[i][j] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
            }
        }
        for (int j = 0; j < CLASSES; j++) {
            determinant += m[0][j] * inverse[0][j];
        }
        if (!(determinant >= least)) {
            return null;
        }
        for (double[] row : inverse) {
            for (int j = 0; j < CLASSES; j++) {
                row[j] /= determinant;
            }
        }
        return inverse;
    }
}
