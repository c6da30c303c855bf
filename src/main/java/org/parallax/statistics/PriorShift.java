package org.parallax.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shares of classes from a classifier's probabilities, when texts are shared out to the classes otherwise than where the
 * probabilities were calibrated: what the expectation-maximisation of Saerens, Latinne and Decaestecker, "Adjusting the
 * outputs of a classifier to new a priori probabilities", Neural Computation 14 (2002), converges to. That is the maximum
 * of a concave likelihood; Newton's method finds the same point in a few steps ({@link MixtureShares}).
 *
 * <p>It supposes, as {@link AdjustedCount} does, that only the shares differ, and beyond it that the probabilities are
 * calibrated; in return it uses all that they say. The interval is that of the maximum's influence function, by clusters of
 * stories and outlets, with the uncertainty of the prior shares. An error of the calibration itself is not in it.
 */
public final class PriorShift {
    private static final int CLASSES = ConfusionRates.CLASSES;

    /** Below this share of what sure probabilities would tell, they tell nothing. */
    private static final double LEAST_INFORMATION = 1e-4;

    private PriorShift() {}

    /**
     * Corrects the shares of a sample's mentions.
     *
     * @param prior class shares that the probabilities are right for; null when they are not known
     */
    public static Corrected of(ClusteredSample sample, @Nullable Prior prior) {
        if (prior == null) {
            return new Corrected.Missing(Unidentified.NO_PRIOR);
        }
        if (!sample.hasProbabilities()) {
            return new Corrected.Missing(Unidentified.NO_PROBABILITIES);
        }
        PosteriorSums sums = sample.posteriors();
        int n = sums.count();
        double[] weights = new double[n];
        double[][] ratios = new double[n][CLASSES];
        double[] shares = prior.shares();
        for (int i = 0; i < n; i++) {
            weights[i] = sums.mass(i);
            Posteriors.unpack(sums.code(i), ratios[i]);
            for (int c = 0; c < CLASSES; c++) {
                ratios[i][c] /= shares[c];
            }
        }
        double[] found = MixtureShares.of(ratios, weights);
        Influence influence = new Influence(sample, prior, found, ratios, weights);
        if (influence.inverse == null) {
            return new Corrected.Missing(Unidentified.FLAT_PROBABILITIES);
        }
        List<Estimate> estimates = new ArrayList<>();
        for (int c = 0; c < CLASSES; c++) {
            estimates.add(new Estimate(found[c], influence.spread(c)));
        }
        return new Corrected.Found(estimates);
    }

    /**
     * What each mention moves the shares by. Unfavourable and favourable are free, neutral is the rest; scores are the
     * derivatives of a mention's log likelihood, and clusters sum the mean scores of the bins of {@link Posteriors}.
     */
    private static final class Influence {
        private final ClusteredSample sample;
        private final double total;
        private final double[][] binScores = new double[Posteriors.BINS][2];
        private final double[] meanScore = new double[2];
        private final double @Nullable [] @Nullable [] inverse;
        private final double[][] lostInBins = new double[2][2];
        private final double[][] byPrior = new double[2][CLASSES];
        private final Prior prior;
        /** The bins that hold mentions; most cells are small. */
        private final int[] filled;

        private final double[][] ofStories;
        private final double @Nullable [][] ofOutlets;

        Influence(ClusteredSample sample, Prior prior, double[] found, double[][] ratios, double[] weights) {
            this.sample = sample;
            this.prior = prior;
            double[] binMasses = new double[Posteriors.BINS];
            double[][] information = new double[2][2];
            double[][] scores = new double[weights.length][2];
            double[] priorShares = prior.shares();
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                double[] r = ratios[i];
                double likelihood = r[0] * found[0] + r[1] * found[1] + r[2] * found[2];
                double[] s = scores[i];
                s[0] = (r[0] - r[1]) / likelihood;
                s[1] = (r[2] - r[1]) / likelihood;
                int bin = Posteriors.bin(sample.posteriors().code(i));
                binMasses[bin] += weights[i];
                sum += weights[i];
                for (int a = 0; a < 2; a++) {
                    binScores[bin][a] += weights[i] * s[a];
                    meanScore[a] += weights[i] * s[a];
                    for (int b = 0; b < 2; b++) {
                        information[a][b] += weights[i] * s[a] * s[b];
                    }
                    for (int c = 0; c < CLASSES; c++) {
                        double own = c == 2 * a ? 1 : c == 1 ? -1 : 0;
                        byPrior[a][c] -= weights[i] * r[c] / priorShares[c] * (own - s[a] * found[c]) / likelihood;
                    }
                }
            }
            total = sum;
            for (int a = 0; a < 2; a++) {
                meanScore[a] /= total;
                for (int b = 0; b < 2; b++) {
                    information[a][b] /= total;
                }
                for (int c = 0; c < CLASSES; c++) {
                    byPrior[a][c] /= total;
                }
                for (int bin = 0; bin < Posteriors.BINS; bin++) {
                    binScores[bin][a] = binMasses[bin] == 0 ? 0 : binScores[bin][a] / binMasses[bin];
                }
            }
            for (int i = 0; i < weights.length; i++) {
                double[] mean = binScores[Posteriors.bin(sample.posteriors().code(i))];
                for (int a = 0; a < 2; a++) {
                    for (int b = 0; b < 2; b++) {
                        lostInBins[a][b] += weights[i] * (scores[i][a] - mean[a]) * (scores[i][b] - mean[b]);
                    }
                }
            }
            filled = IntStream.range(0, Posteriors.BINS)
                    .filter(bin -> binMasses[bin] != 0)
                    .toArray();
            ClusteredSample.Side outlets = sample.byOutlet();
            ofStories = scores(sample.byStory());
            ofOutlets = outlets == null ? null : scores(outlets);
            double determinant = information[0][0] * information[1][1] - information[0][1] * information[1][0];
            inverse = determinant > LEAST_INFORMATION
                    ? new double[][] {
                        {information[1][1] / determinant, -information[0][1] / determinant},
                        {-information[1][0] / determinant, information[0][0] / determinant}
                    }
                    : null;
        }

        Spread spread(int c) {
            double[] row = row(c);
            Spread spread = spread(sample.byStory(), ofStories, row);
            ClusteredSample.Side outlets = sample.byOutlet();
            if (outlets != null && ofOutlets != null) {
                double both = 0;
                for (int bin : filled) {
                    double moved = moved(row, binScores[bin]);
                    both += sample.posteriors().squares(bin) * moved * moved;
                }
                // Mentions of one article are taken for independent here, which can only make the spread larger.
                spread = Spread.twoWay(spread, spread(outlets, ofOutlets, row), both / (total * total));
            }
            // Rounding can leave a little less than the 0 of bins that hold equal probabilities.
            double lost = Math.max(0, quadratic(row, lostInBins)) / (total * total);
            return new Spread(spread.variance() + lost, spread.degrees())
                    .plus(new Spread(ofPrior(row), Math.max(1, prior.labels() - 1)));
        }

        /** How class c moves with the two mean scores. */
        private double[] row(int c) {
            double[][] solved = inverse;
            if (solved == null) {
                throw new IllegalStateException("without information there is no spread");
            }
            return switch (c) {
                case 0 -> solved[0];
                case 2 -> solved[1];
                default -> new double[] {-solved[0][0] - solved[1][0], -solved[0][1] - solved[1][1]};
            };
        }

        private double moved(double[] row, double[] score) {
            return row[0] * (score[0] - meanScore[0]) + row[1] * (score[1] - meanScore[1]);
        }

        /** Each cluster's two scores, less the mean ones: what all three classes move by is linear in them. */
        private double[][] scores(ClusteredSample.Side side) {
            double[][] scores = new double[side.count()][2];
            for (int g = 0; g < scores.length; g++) {
                double[] masses = side.posteriors(g);
                if (masses != null) {
                    for (int bin : filled) {
                        scores[g][0] += masses[bin] * (binScores[bin][0] - meanScore[0]);
                        scores[g][1] += masses[bin] * (binScores[bin][1] - meanScore[1]);
                    }
                }
            }
            return scores;
        }

        private static Spread spread(ClusteredSample.Side side, double[][] scores, double[] row) {
            double[] residuals = new double[scores.length];
            for (int g = 0; g < residuals.length; g++) {
                residuals[g] = row[0] * scores[g][0] + row[1] * scores[g][1];
            }
            return Spread.ofMean(residuals, ClusteredSample.sizes(side, ClusteredSample.MENTIONS), residuals.length);
        }

        private double ofPrior(double[] row) {
            double[] shares = prior.shares();
            double mean = 0;
            double square = 0;
            for (int c = 0; c < CLASSES; c++) {
                double by = row[0] * byPrior[0][c] + row[1] * byPrior[1][c];
                mean += shares[c] * by;
                square += shares[c] * by * by;
            }
            return Math.max(0, square - mean * mean) / prior.labels();
        }

        private static double quadratic(double[] row, double[][] m) {
            return Arrays.stream(new double[] {
                        row[0] * row[0] * m[0][0], 2 * row[0] * row[1] * m[0][1], row[1] * row[1] * m[1][1]
                    })
                    .sum();
        }
    }
}
