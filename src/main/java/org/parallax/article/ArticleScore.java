package org.parallax.article;

import java.util.List;
import org.parallax.statistics.Interval;
import org.parallax.statistics.Label;
import org.parallax.statistics.LabelMean;

/** The mean score of some sentences of an article and the interval that the model's own probabilities give it. */
record ArticleScore(double score, Interval interval) {

    /** Sums in the order of the list, so that equal lists give equal bits. */
    static ArticleScore of(List<Label> labels, List<Double> scores) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        double mean = sum / scores.size();
        // Few and sure labels have an interval of a single point just beside their mean.
        return new ArticleScore(mean, LabelMean.interval(labels).including(mean));
    }

    /** -1, 0 or +1; 0 while the score lies within the band around 0. */
    int side(double neutralBand) {
        return Math.abs(score) <= neutralBand ? 0 : (int) Math.signum(score);
    }
}
