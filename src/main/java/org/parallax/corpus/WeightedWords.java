package org.parallax.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;

/** The words of a story that weigh most, by number, with weights whose squares sum to 1. */
final class WeightedWords {
    private static final int MOST = 40;

    private final int[] words;
    private final double[] weights;

    private WeightedWords(int[] words, double[] weights) {
        this.words = words;
        this.weights = weights;
    }

    static WeightedWords of(SparseVector vector) {
        int[] indices = vector.indices();
        double[] values = vector.values();
        List<Integer> heaviest = IntStream.range(0, indices.length)
                .filter(i -> values[i] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -values[i]).thenComparing(i -> indices[i]))
                .limit(MOST)
                .sorted()
                .toList();
        double squares =
                heaviest.stream().mapToDouble(i -> values[i] * values[i]).sum();
        double norm = squares == 0 ? 1 : Math.sqrt(squares);
        return new WeightedWords(
                heaviest.stream().mapToInt(i -> indices[i]).toArray(),
                heaviest.stream().mapToDouble(i -> values[i] / norm).toArray());
    }

    /** Words that were chosen before. */
    static WeightedWords of(List<Integer> words, List<Double> weights) {
        return new WeightedWords(
                words.stream().mapToInt(w -> w).toArray(),
                weights.stream().mapToDouble(w -> w).toArray());
    }

    int[] words() {
        return words.clone();
    }

    double[] weights() {
        return weights.clone();
    }

    int size() {
        return words.length;
    }

    int word(int i) {
        return words[i];
    }

    double weight(int i) {
        return weights[i];
    }
}
