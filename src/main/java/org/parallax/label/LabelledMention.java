package org.parallax.label;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mention of this run with what people said of it.
 *
 * @param labels -1, 0 or 1 by each annotator, in the order of their names
 * @param inclusionProbability null where the sheets state none
 * @param verdict what the model said; null where it does not read the language
 */
public record LabelledMention(
        String articleId,
        String field,
        int sentenceIndex,
        String target,
        List<Integer> labels,
        @Nullable Double inclusionProbability,
        @Nullable Verdict verdict) {
    public LabelledMention {
        labels = List.copyOf(labels);
    }

    /**
     * @param stance the most probable class, by its place: 0 unfavourable, 1 neutral, 2 favourable
     * @param confidence its probability
     */
    public record Verdict(int stance, double confidence, double score) {

        /** Of two classes that are equally probable the one nearer to neutral. */
        static Verdict of(double unfavourable, double neutral, double favourable) {
            double best = Math.max(neutral, Math.max(unfavourable, favourable));
            int stance = neutral == best || unfavourable == favourable ? 1 : favourable == best ? 2 : 0;
            return new Verdict(stance, stance == 1 ? neutral : best, favourable - unfavourable);
        }
    }

    double meanLabel() {
        return labels.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    double[] values() {
        return labels.stream().mapToDouble(Integer::doubleValue).toArray();
    }
}
