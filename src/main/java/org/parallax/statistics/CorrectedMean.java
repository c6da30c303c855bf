package org.parallax.statistics;

import java.util.List;

/**
 * The mean stance corrected with labels of the corpus itself: what the labels say of the labelled mentions, and the
 * classifier of all. Prediction-powered inference (Angelopoulos, Bates, Fannjiang, Jordan and Zrnic, "Prediction-powered
 * inference", Science 382, 2023) with the classifier's weight tuned to its worth (Angelopoulos, Duchi and Zrnic, "PPI++",
 * 2023), for labels drawn with known and unequal chances (Egami, Hinck, Stewart and Wei, "Using imperfect surrogates for
 * downstream inference: design-based supervised learning", NeurIPS 2023).
 *
 * <p>The estimate is slope x mean score + the weighted mean of (label - slope x score) over the labelled mentions. The mean
 * is that over articles of the mean over an article's mentions, so a mention weighs 1 over the mentions of its article, and a
 * labelled one that over its inclusion probability. Dividing by the sum of these weights rather than by the number of
 * articles (Hájek) keeps a cell that happens to hold many labels from being off, and makes the estimate that of design-based
 * supervised learning with predictions to which the right constant has been added. It stays right however wrong the
 * classifier is; a bad one only makes the interval wider. The spread takes both parts together, by the clusters that the
 * labelled mentions lie in.
 */
public final class CorrectedMean {
    private CorrectedMean() {}

    /**
     * Corrects the mean of a sample's articles.
     *
     * @param slope what the label changes by when the score changes by one, by {@link #slope}
     * @param fewestLabels least number of labelled mentions
     */
    public static Corrected of(ClusteredSample sample, double slope, int fewestLabels) {
        if (sample.labels() == 0) {
            return new Corrected.Missing(Unidentified.NO_LABELS);
        }
        // Labels of one story or one outlet cannot tell how labels of others would differ.
        if (sample.labels() < fewestLabels || sample.largestShare(ClusteredSample.LABEL_WEIGHT) > 0.999) {
            return new Corrected.Missing(Unidentified.TOO_FEW_LABELS);
        }
        double score = sample.total(ClusteredSample.SCORES) / sample.total(ClusteredSample.ARTICLES);
        double residual = sample.total(ClusteredSample.LABEL_RESIDUAL) / sample.total(ClusteredSample.LABEL_WEIGHT);
        double[] ofScores = ClusteredSample.coefficients();
        ofScores[ClusteredSample.SCORES] = slope;
        ofScores[ClusteredSample.ARTICLES] = -slope * score;
        double[] ofLabels = ClusteredSample.coefficients();
        ofLabels[ClusteredSample.LABEL_RESIDUAL] = 1;
        ofLabels[ClusteredSample.LABEL_WEIGHT] = -residual;
        Spread spread = sample.spread(
                new ClusteredSample.Part(ofScores, ClusteredSample.ARTICLES),
                new ClusteredSample.Part(ofLabels, ClusteredSample.LABEL_WEIGHT));
        return new Corrected.Found(List.of(new Estimate(slope * score + residual, spread)));
    }

    /**
     * The weight of the classifier: the regression of label on score over all labels of a target, between 0 and 1. With
     * the labelled mentions among those scored it is what makes the variance least; over many labels rather than those of a
     * cell alone, so that it does not follow their chance.
     */
    public static double slope(double[] labels, double[] scores, double[] weights) {
        double sum = 0;
        double label = 0;
        double score = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += weights[i];
            label += weights[i] * labels[i];
            score += weights[i] * scores[i];
        }
        double product = 0;
        double square = 0;
        for (int i = 0; i < labels.length; i++) {
            double off = scores[i] - score / sum;
            product += weights[i] * off * (labels[i] - label / sum);
            square += weights[i] * off * off;
        }
        return square > 0 ? Math.max(0, Math.min(1, product / square)) : 0;
    }
}
