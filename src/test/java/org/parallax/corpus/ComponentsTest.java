package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentsTest {

    @Test
    void aComponentIsNamedByItsLeastMember() {
        Components components = new Components();
        components.join(5, 9);
        components.join(2, 3);
        components.join(9, 3);
        components.join(-7, -8);

        assertThat(components.roots()).isEqualTo(Map.of(3L, 2L, 5L, 2L, 9L, 2L, -7L, -8L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rootsEqualThoseOfPropagatingLabels(long seed) {
        Random random = new Random(seed);
        int[][] edges = IntStream.range(0, 120)
                .mapToObj(i -> new int[] {random.nextInt(150), random.nextInt(150)})
                .toArray(int[][]::new);
        long[] labels = IntStream.range(0, 150).asLongStream().toArray();
        for (int round = 0; round < 150; round++) {
            for (int[] edge : edges) {
                long least = Math.min(labels[edge[0]], labels[edge[1]]);
                labels[edge[0]] = least;
                labels[edge[1]] = least;
            }
        }
        Components components = new Components();
        for (int[] edge : edges) {
            components.join(edge[0], edge[1]);
        }
        Map<Long, Long> roots = components.roots();

        for (long i = 0; i < labels.length; i++) {
            assertThat(roots.getOrDefault(i, i)).isEqualTo(labels[(int) i]);
        }
    }
}
