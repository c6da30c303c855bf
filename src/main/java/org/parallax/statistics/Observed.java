package org.parallax.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What some articles of one story in one outlet say: the least that {@link ClusteredSample} adds up.
 *
 * @param articles how many they are
 * @param scores sum of their scores
 * @param squares sum of the squares of their scores
 * @param unfavourable their mentions that the classifier gave this class
 * @param neutral the same
 * @param favourable the same
 * @param posteriors the probabilities of these mentions by {@link Posteriors}; null when they are not known
 * @param labels how many of the mentions somebody has labelled
 * @param labelWeight over the labelled mentions, the sum of 1 / (mentions of the article x inclusion probability)
 * @param labelResidual the sum of label less slope times score, each with that weight
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers to compute with: never compared, never changed.
public record Observed(
        long articles,
        double scores,
        double squares,
        long unfavourable,
        long neutral,
        long favourable,
        byte @Nullable [] posteriors,
        long labels,
        double labelWeight,
        double labelResidual) {

    /** Mentions that the classifier read. */
    public long mentions() {
        return unfavourable + neutral + favourable;
    }
}
