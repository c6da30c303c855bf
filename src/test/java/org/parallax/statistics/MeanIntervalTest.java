package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeanIntervalTest {

    static Stream<JsonNode> tests() throws IOException {
        return ContrastReference.cases("tests");
    }

    static Stream<JsonNode> signFlips() throws IOException {
        return ContrastReference.cases("sign_flips");
    }

    static Stream<JsonNode> quantiles() throws IOException {
        return ContrastReference.cases("quantiles");
    }

    @ParameterizedTest
    @MethodSource("tests")
    void ofADifferenceAgreesWithWelchInSciPy(JsonNode expected) {
        Interval interval = MeanInterval.difference(
                ContrastReference.numbers(expected.get("a")), ContrastReference.numbers(expected.get("b")));
        assertThat(interval.low()).isCloseTo(expected.get("low").asDouble(), within(1e-9));
        assertThat(interval.high()).isCloseTo(expected.get("high").asDouble(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("signFlips")
    void ofAMeanAgreesWithSciPy(JsonNode expected) {
        Interval interval = MeanInterval.mean(ContrastReference.numbers(expected.get("differences")));
        assertThat(interval.low()).isCloseTo(expected.get("low").asDouble(), within(1e-9));
        assertThat(interval.high()).isCloseTo(expected.get("high").asDouble(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("quantiles")
    void quantilesOfTAgreeWithSciPy(JsonNode expected) {
        double t = expected.get("t").asDouble();
        assertThat(StudentT.quantile(
                        expected.get("level").asDouble(),
                        expected.get("degrees").asDouble()))
                .isCloseTo(t, within(1e-9 * Math.max(1, Math.abs(t))));
    }

    /** Stories of one to six articles that go together, few on one side, and twice the spread there. */
    @ParameterizedTest
    @CsvSource({"8, 20, 0.90, 0.98", "30, 60, 0.93, 0.97"})
    void coversATrueDifferenceAboutAsOftenAsItSays(int few, int many, double least, double most) {
        Random random = new Random(23);
        int rounds = 2000;
        int covered = 0;
        for (int round = 0; round < rounds; round++) {
            Interval interval = MeanInterval.difference(stories(random, few, 0.3, 0.4), stories(random, many, 0, 0.2));
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
        assertThat(MeanInterval.difference(new double[] {1, 1}, new double[] {0, 0, 0}))
                .isEqualTo(new Interval(1, 1));
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> MeanInterval.mean(new double[1])).hasMessageContaining("at least 2 values, not 1");
        assertThatThrownBy(() -> StudentT.cumulative(1, 0)).hasMessageContaining("0.0 degrees of freedom");
        assertThatThrownBy(() -> StudentT.quantile(1, 5)).hasMessageContaining("no quantile at 1.0");
        assertThatThrownBy(() -> ClusterValues.of(new double[2], new long[1])).hasMessageContaining("2 sums for 1");
    }

    private static double[] stories(Random random, int stories, double mean, double spread) {
        double[] sums = new double[stories];
        long[] counts = new long[stories];
        for (int story = 0; story < stories; story++) {
            double stance = mean + spread * random.nextGaussian();
            counts[story] = 1L + random.nextInt(6);
            for (int copy = 0; copy < counts[story]; copy++) {
                sums[story] += stance + 0.1 * random.nextGaussian();
            }
        }
        return ClusterValues.of(sums, counts);
    }
}
