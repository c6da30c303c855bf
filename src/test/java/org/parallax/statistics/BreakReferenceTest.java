package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference values: src/test/reference/breaks.py. */
class BreakReferenceTest {

    static Stream<JsonNode> autoregressions() throws IOException {
        return References.of("breaks", "autoregressions");
    }

    static Stream<JsonNode> robustVariances() throws IOException {
        return References.of("breaks", "robust_variances");
    }

    static Stream<JsonNode> tests() throws IOException {
        return References.of("breaks", "tests");
    }

    @ParameterizedTest
    @MethodSource("autoregressions")
    void autoregressionsAreThoseOfStatsmodels(JsonNode expected) {
        double[] values = References.doubles(expected.get("values"));
        Autoregression found = Autoregression.fit(times(values.length), values, 0);
        double longRun = expected.get("long_run").asDouble();
        assertThat(found.longRunVariance()).isCloseTo(longRun, within(1e-9 * longRun));
        assertThat(found.persistence()).isCloseTo(expected.get("persistence").asDouble(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("robustVariances")
    void robustVariancesAreThoseOfNumPy(JsonNode expected) {
        double longRun = expected.get("long_run").asDouble();
        assertThat(RobustVariance.longRun(
                        References.doubles(expected.get("values")), References.doubles(expected.get("weights"))))
                .isCloseTo(longRun, within(1e-9 * longRun));
    }

    @ParameterizedTest
    @MethodSource("tests")
    void significanceIsThatOfNumPysDrawsWithinMonteCarloError(JsonNode expected) {
        double[] values = References.doubles(expected.get("values"));
        int n = values.length;
        double[] ones = IntStream.range(0, n).mapToDouble(i -> 1).toArray();
        Autoregression errors = Autoregression.fit(times(n), References.doubles(expected.get("residuals")), 0);
        assertThat(errors.persistence())
                .as("the reference knows no autocorrelation")
                .isEqualTo(1);
        double p = expected.get("p").asDouble();
        // A test ends with 20 draws that reach what was observed, and so is off by a fifth; the mean of a hundred is
        // off by a fiftieth.
        double mean = IntStream.range(0, 100)
                .mapToDouble(seed -> new BreakTest(
                                times(n),
                                ones,
                                expected.get("least").asInt(),
                                (int) (100 / p),
                                new SplittableRandom(seed))
                        .ofBreak(new Segments(values, ones), 0, n, errors))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(p, within(0.15 * p));
    }

    @Test
    void theIntervalOfADateReachesAsFarAsItsDistribution() throws IOException {
        assertThat(BreakDate.REACH)
                .isCloseTo(References.all("breaks").get("date_quantile").asDouble(), within(1e-4));
        double[] ones = new double[200];
        Arrays.fill(ones, 1);
        // With half the squared difference as long-run variance, 5.5 periods to each side.
        assertThat(BreakDate.interval(times(200), ones, 0, 100, 200, 0.5)).containsExactly(94, 106);
    }

    private static long[] times(int n) {
        return LongStream.range(0, n).toArray();
    }
}
