package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerAllocationTest {

    @Test
    void strataGetShareByTheRootOfTheirSize() {
        assertThat(PowerAllocation.allocate(new long[] {100, 400, 900, 10_000}, 160, 2))
                .containsExactly(10, 20, 30, 100);
    }

    @Test
    void smallStrataAreTakenWholeAndRareOnesHaveAFloor() {
        assertThat(PowerAllocation.allocate(new long[] {1, 4, 1_000_000}, 50, 4))
                .containsExactly(1, 4, 45);
        assertThat(PowerAllocation.allocate(new long[] {3, 5}, 8, 2)).containsExactly(3, 5);
    }

    @Test
    void aSampleAsSmallAsItsStrataTakesOneOfEach() {
        assertThat(PowerAllocation.allocate(new long[] {9, 1, 900_000}, 3, 5)).containsExactly(1, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSampleHasExactlyItsSizeAndEachStratumAtLeastOneAndAtMostAll(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            long[] sizes = random.longs(1 + random.nextInt(40), 1, 1 << (1 + random.nextInt(16)))
                    .toArray();
            long all = Arrays.stream(sizes).sum();
            int n = sizes.length + (int) (random.nextDouble() * (all - sizes.length));
            int[] drawn = PowerAllocation.allocate(sizes, n, 5);
            assertThat(Arrays.stream(drawn).sum()).isEqualTo(n);
            for (int i = 0; i < sizes.length; i++) {
                assertThat((long) drawn[i]).isBetween(Math.min(sizes[i], Math.min(5, n / sizes.length)), sizes[i]);
            }
        }
    }

    @Test
    void sizesThatCannotBeMetAreRefused() {
        assertThatThrownBy(() -> PowerAllocation.allocate(new long[] {2, 2}, 5, 1))
                .hasMessage("cannot draw 5 of 4 items in 2 strata");
        assertThatThrownBy(() -> PowerAllocation.allocate(new long[] {2, 2}, 1, 1))
                .hasMessageContaining("in 2 strata");
    }
}
