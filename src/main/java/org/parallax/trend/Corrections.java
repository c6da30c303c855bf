package org.parallax.trend;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parallax.statistics.ConfusionRates;
import org.parallax.statistics.CorrectedMean;
import org.parallax.statistics.ModelError;

/**
 * What the corrections of all cells rest on: for each target the labels of this corpus, and what the model's card says.
 * Travels to the executors.
 *
 * @param corpus rates of errors by target, for targets with enough labels of each class
 * @param slopes what labels change by when scores change by one, by target
 * @param model what is known without labels of the corpus
 */
record Corrections(Map<String, ConfusionRates> corpus, Map<String, Double> slopes, ModelError model)
        implements Serializable {

    Corrections {
        corpus = new HashMap<>(corpus);
        slopes = new HashMap<>(slopes);
    }

    static Corrections of(List<JudgedMention> judged, ModelError model, int minLabels) {
        Map<String, List<JudgedMention>> byTarget = new TreeMap<>();
        judged.forEach(m -> byTarget.computeIfAbsent(m.target(), t -> new java.util.ArrayList<>())
                .add(m));
        Map<String, ConfusionRates> corpus = new HashMap<>();
        Map<String, Double> slopes = new HashMap<>();
        byTarget.forEach((target, mentions) -> {
            ConfusionRates rates = rates(mentions);
            if (rates.fewest() >= minLabels) {
                corpus.put(target, rates);
            }
            slopes.put(
                    target,
                    CorrectedMean.slope(
                            mentions.stream().mapToDouble(JudgedMention::label).toArray(),
                            mentions.stream().mapToDouble(JudgedMention::score).toArray(),
                            mentions.stream().mapToDouble(JudgedMention::weight).toArray()));
        });
        return new Corrections(corpus, slopes, model);
    }

    private static ConfusionRates rates(List<JudgedMention> mentions) {
        long[][] counts = new long[3][3];
        double[][] weights = new double[3][3];
        double[][] squares = new double[3][3];
        for (JudgedMention mention : mentions) {
            // The unit is the mention, so it counts for those that it stands for, and not less in a long article.
            double weight = 1 / mention.probability();
            int truth = mention.truth();
            counts[truth][mention.given()]++;
            weights[truth][mention.given()] += weight;
            squares[truth][mention.given()] += weight * weight;
        }
        return ConfusionRates.of(counts, weights, squares);
    }

    /** The rates for a target: the corpus's own, else the model's. */
    @Nullable
    ConfusionRates rates(String target) {
        ConfusionRates own = corpus.get(target);
        return own == null ? model.rates() : own;
    }

    boolean ofCorpus(String target) {
        return corpus.containsKey(target);
    }

    double slope(String target) {
        return slopes.getOrDefault(target, 0.0);
    }
}
