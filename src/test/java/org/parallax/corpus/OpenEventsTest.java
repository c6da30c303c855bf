package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the definition itself: each story is held against every open event, by all its words. */
class OpenEventsTest {
    private static final int LENGTH = 40;

    static IntStream seeds() {
        return IntStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatComparingWithEveryOpenEventFinds(int seed) {
        double least = List.of(0.05, 0.2, 0.35, 0.5).get(seed % 4);
        Random random = new Random(seed);
        OpenEvents events = new OpenEvents(LENGTH, least);
        Exhaustive all = new Exhaustive(least);
        Set<String> found = new HashSet<>();
        int joined = 0;
        for (int time = 0; time < 400; time++) {
            String story = "story-" + time;
            WeightedWords words = words(random);

            OpenEvents.Place place = events.put(story, time, words);
            Exhaustive.Likeness expected = all.put(story, time, words);

            assertThat(place.event()).as("story %d of seed %d", time, seed).isEqualTo(expected.event);
            assertThat(place.similarity()).isCloseTo(expected.similarity, within(1e-12));
            found.add(place.event());
            joined += place.event().equals(story) ? 0 : 1;
        }
        assertThat(found).hasSizeGreaterThan(1);
        assertThat(joined).isPositive();
    }

    /** Words as in news: few are in most stories and weigh little, and stories of one topic share some rare ones. */
    private static WeightedWords words(Random random) {
        Map<Integer, Double> weights = new TreeMap<>();
        int topic = random.nextInt(12);
        for (int i = 0; i < 4; i++) {
            weights.put(random.nextInt(6), 0.5 + random.nextDouble());
        }
        for (int i = 0; i < 8; i++) {
            weights.put(100 + 20 * topic + random.nextInt(12), 3 + random.nextDouble());
        }
        for (int i = random.nextInt(10); i > 0; i--) {
            weights.put(1000 + random.nextInt(2000), 5 + random.nextDouble());
        }
        return WeightedWords.of((SparseVector) Vectors.sparse(
                5000,
                weights.keySet().stream().mapToInt(w -> w).toArray(),
                weights.values().stream().mapToDouble(w -> w).toArray()));
    }

    private static final class Exhaustive {
        private final double least;
        private final List<Event> events = new ArrayList<>();

        Exhaustive(double least) {
            this.least = least;
        }

        record Likeness(String event, double similarity) {}

        record Event(String id, int start, Map<Integer, Double> words) {}

        Likeness put(String story, int time, WeightedWords words) {
            Event best = null;
            double similarity = 0;
            for (Event event : events) {
                if (time - event.start > LENGTH) {
                    continue;
                }
                int common = 0;
                double product = 0;
                for (int i = 0; i < words.size(); i++) {
                    Double there = event.words.get(words.word(i));
                    common += there == null ? 0 : 1;
                    product += words.weight(i) * (there == null ? 0 : there);
                }
                double norm = Math.sqrt(
                        event.words.values().stream().mapToDouble(w -> w * w).sum());
                double cosine = Math.min(1, product / norm);
                if (common >= 4 && cosine >= least && cosine > similarity + 1e-12) {
                    best = event;
                    similarity = cosine;
                }
            }
            Event joined = best;
            if (joined == null) {
                joined = new Event(story, time, new HashMap<>());
                events.add(joined);
                similarity = 1;
            }
            for (int i = 0; i < words.size(); i++) {
                joined.words.merge(words.word(i), words.weight(i), Double::sum);
            }
            return new Likeness(joined.id, similarity);
        }
    }
}
