package org.parallax.evaluate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scores that one sentence of the bias probe got with different names in it.
 *
 * @param kind neutral, favourable or unfavourable, as it was written
 * @param sentence with {@code {}} where the name stands
 * @param scores score by name
 */
public record Spread(String kind, String sentence, SortedMap<String, Double> scores) {

    public Spread {
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    }

    /** Mean score. */
    public double mean() {
        return scores.values().stream().mapToDouble(s -> s).average().orElse(Double.NaN);
    }

    /** Distance of the highest score from the lowest. */
    public double range() {
        return Collections.max(scores.values()) - Collections.min(scores.values());
    }

    /** Mean distance of the scores from their mean. */
    public double deviation() {
        double mean = mean();
        return scores.values().stream()
                .mapToDouble(s -> Math.abs(s - mean))
                .average()
                .orElse(Double.NaN);
    }
}
