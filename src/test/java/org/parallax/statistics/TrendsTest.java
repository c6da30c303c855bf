package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference values: src/test/reference/trends.py. */
class TrendsTest {
    static Stream<JsonNode> slopes() throws IOException {
        return References.of("theil_sen");
    }

    static Stream<JsonNode> tests() throws IOException {
        return References.of("mann_kendall");
    }

    @ParameterizedTest
    @MethodSource("slopes")
    void slopesAndTheirIntervalsAreThoseOfSciPy(JsonNode expected) {
        TheilSen found =
                new TheilSen(References.doubles(expected.get("times")), References.doubles(expected.get("values")));
        Interval interval = found.interval(1);
        assertThat(found.slope()).isCloseTo(expected.get("slope").asDouble(), within(1e-9));
        assertThat(interval.low()).isCloseTo(expected.get("low").asDouble(), within(1e-9));
        assertThat(interval.high()).isCloseTo(expected.get("high").asDouble(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"continuous", "rounded", "mostly equal", "a line"})
    void slopesFoundByRankAreThoseOfTheSortedList(String kind) {
        SplittableRandom random = new SplittableRandom(3);
        int n = 260;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i == 0 ? 19_000 : x[i - 1] + 1 + random.nextInt(3);
            double noise = random.nextGaussian() * 0.3;
            y[i] = switch (kind) {
                case "continuous" -> noise;
                case "rounded" -> Math.rint(noise * 5) / 5;
                case "mostly equal" -> i % 10 == 0 ? noise : 0.25;
                default -> 0.001 * x[i];
            };
        }
        PairSlopes slopes = new PairSlopes(x, y);
        double[] sorted = slopes.sorted();
        for (long rank = 0; rank < sorted.length; rank += 1_111) {
            assertThat(slopes.ranked(rank)).as("rank %d", rank).isCloseTo(sorted[(int) rank], within(1e-10));
        }
        assertThat(slopes.ranked(sorted.length - 1)).isCloseTo(sorted[sorted.length - 1], within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("tests")
    void theTestIsThatOfPyMannKendallAlsoWhenPeriodsAreMissing(JsonNode expected) {
        MannKendall found = MannKendall.hamedRao(
                References.longs(expected.get("times")),
                References.doubles(expected.get("values")),
                expected.get("slope").asDouble());
        assertThat(found.score()).isEqualTo(expected.get("score").asLong());
        assertThat(found.tau()).isCloseTo(expected.get("tau").asDouble(), within(1e-12));
        assertThat(found.isTest()).isEqualTo(!expected.get("z").isNull());
        if (found.isTest()) {
            assertThat(found.z()).isCloseTo(expected.get("z").asDouble(), within(1e-6));
            assertThat(found.p()).isCloseTo(expected.get("p").asDouble(), within(1e-6));
        }
    }

    @Test
    void whatPersistsIsNoTrendAndTheIntervalWidensWithTheTest() {
        double[] persistent = new double[200];
        SplittableRandom random = new SplittableRandom(5);
        for (int t = 1; t < persistent.length; t++) {
            persistent[t] = 0.8 * persistent[t - 1] + random.nextGaussian();
        }
        long[] times = LongStream.range(0, persistent.length).toArray();
        double[] x = Arrays.stream(times).asDoubleStream().toArray();
        TheilSen line = new TheilSen(x, persistent);
        MannKendall test = MannKendall.hamedRao(times, persistent, line.slope());
        assertThat(test.correction()).isGreaterThan(3);
        Interval plain = line.interval(1);
        Interval widened = line.interval(test.correction());
        assertThat(widened.low()).isLessThan(plain.low());
        assertThat(widened.high()).isGreaterThan(plain.high());
    }

    @Test
    void equalValuesGiveNoTest() {
        MannKendall found = MannKendall.hamedRao(new long[] {1, 2, 5, 6}, new double[] {0.5, 0.5, 0.5, 0.5}, 0);
        assertThat(found.isTest()).isFalse();
        assertThat(found.tau()).isZero();
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> new TheilSen(new double[] {1}, new double[] {1}))
                .hasMessage("a slope of 1 times and 1 values");
        assertThatThrownBy(() -> new TheilSen(new double[] {1, 1}, new double[] {1, 2}))
                .hasMessage("times must increase, and 1.0 follows 1.0");
        assertThatThrownBy(() -> MannKendall.hamedRao(new long[] {1, 2}, new double[] {1, 2}, 0))
                .hasMessage("a trend of 2 times and 2 values");
    }
}
