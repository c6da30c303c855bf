package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EstimateTest {

    @ParameterizedTest
    @MethodSource("org.parallax.statistics.ContrastReference#tests")
    void ofADifferenceAgreesWithWelchInSciPy(JsonNode expected) {
        Interval interval =
                singles(expected.get("a")).minus(singles(expected.get("b"))).interval(-2, 2);
        assertThat(interval.low()).isCloseTo(expected.get("low").asDouble(), within(1e-7));
        assertThat(interval.high()).isCloseTo(expected.get("high").asDouble(), within(1e-7));
    }

    @ParameterizedTest
    @MethodSource("org.parallax.statistics.ContrastReference#signFlips")
    void ofAMeanAgreesWithSciPy(JsonNode expected) {
        Interval interval = singles(expected.get("differences")).interval(-2, 2);
        assertThat(interval.low()).isCloseTo(expected.get("low").asDouble(), within(1e-7));
        assertThat(interval.high()).isCloseTo(expected.get("high").asDouble(), within(1e-7));
    }

    /** Stories of one to six articles that go together, few on one side, and twice the spread there. */
    @ParameterizedTest
    @CsvSource({"8, 20, 0.90, 0.98", "30, 60, 0.93, 0.97"})
    void coversATrueDifferenceAboutAsOftenAsItSays(int few, int many, double least, double most) {
        Random random = new Random(23);
        int rounds = 2000;
        int covered = 0;
        for (int round = 0; round < rounds; round++) {
            Interval interval = stories(random, few, 0.3, 0.4)
                    .minus(stories(random, many, 0, 0.2))
                    .interval(-10, 10);
            covered += interval.contains(0.3) ? 1 : 0;
        }
        assertThat((double) covered / rounds).isBetween(least, most);
    }

    @Test
    void clustersWeighByTheirObservations() {
        double[] values = ClusterValues.of(new double[] {3, 0, -1}, new long[] {3, 0, 1});
        assertThat(values).hasSize(2);
        assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0.5, within(1e-15));
        // Of clusters of one each nothing changes.
        assertThat(ClusterValues.of(new double[] {0.2, -0.4}, new long[] {1, 1}))
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(0.2, -0.4);
    }

    @Test
    void valuesWithoutSpreadGiveAPoint() {
        assertThat(singles(1, 1).minus(singles(0, 0, 0)).interval(-2, 2)).isEqualTo(new Interval(1, 1));
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> Estimate.ofMean(new double[2], new long[1])).hasMessageContaining("2 sums for 1");
        assertThatThrownBy(() -> Estimate.ofMean(new double[1], new long[1])).hasMessageContaining("no observations");
        assertThatThrownBy(() -> ClusterValues.of(new double[2], new long[1])).hasMessageContaining("2 sums for 1");
    }

    private static Estimate stories(Random random, int stories, double mean, double spread) {
        double[] sums = new double[stories];
        long[] counts = new long[stories];
        for (int story = 0; story < stories; story++) {
            double stance = mean + spread * random.nextGaussian();
            counts[story] = 1L + random.nextInt(6);
            for (int copy = 0; copy < counts[story]; copy++) {
                sums[story] += stance + 0.1 * random.nextGaussian();
            }
        }
        return Estimate.ofMean(sums, counts);
    }

    private static Estimate singles(JsonNode values) {
        return singles(References.doubles(values));
    }

    private static Estimate singles(double... values) {
        long[] counts = new long[values.length];
        Arrays.fill(counts, 1);
        return Estimate.ofMean(values, counts);
    }
}
