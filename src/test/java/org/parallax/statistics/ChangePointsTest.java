package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parallax.statistics.ChangePoints.Result;

/** Reference values: src/test/reference/trends.py. */
class ChangePointsTest {
    private static final ChangePoints SEARCH = new ChangePoints(7, 2, 199, 0.05);

    static Stream<JsonNode> segmentations() throws IOException {
        return References.of("pelt");
    }

    @ParameterizedTest
    @MethodSource("segmentations")
    void breaksAreThoseOfRuptures(JsonNode expected) {
        assertThat(Pelt.breaks(
                        References.doubles(expected.get("values")),
                        References.doubles(expected.get("weights")),
                        expected.get("least").asInt(),
                        expected.get("penalty").asDouble()))
                .containsExactly(References.ints(expected.get("breaks")));
    }

    @Test
    void leavingOutPlacesNeverMissesTheOptimum() {
        SplittableRandom random = new SplittableRandom(17);
        for (int round = 0; round < 300; round++) {
            int n = 10 + random.nextInt(60);
            int least = 1 + random.nextInt(6);
            double penalty = 0.1 + 4 * random.nextDouble();
            double[] values = new double[n];
            double[] weights = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = random.nextGaussian() + (i > n / 3 ? 1 : 0) - (i > n / 2 ? 2 : 0);
                weights[i] = 1 + random.nextInt(5);
            }
            Segments segments = new Segments(values, weights);
            if (n < 2 * least) {
                continue;
            }
            double[] best = new double[n + 1];
            Arrays.fill(best, Double.POSITIVE_INFINITY);
            best[0] = 0;
            for (int end = least; end <= n; end++) {
                for (int start = 0; start <= end - least; start++) {
                    best[end] = Math.min(best[end], best[start] + segments.cost(start, end) + penalty);
                }
            }
            int[] breaks = Pelt.breaks(values, weights, least, penalty);
            double total = 0;
            for (int i = 0; i <= breaks.length; i++) {
                int from = i == 0 ? 0 : breaks[i - 1];
                int to = i == breaks.length ? n : breaks[i];
                assertThat(to - from).isGreaterThanOrEqualTo(least);
                total += segments.cost(from, to) + penalty;
            }
            assertThat(total).as("round %d", round).isCloseTo(best[n], within(1e-9));
        }
    }

    /** With a level of 5 % and 200 rounds, up to 16 false alarms are within chance (97.5 % of the time). */
    @ParameterizedTest
    @CsvSource({"0, 0, 120", "0, 0, 35", "0.5, 0, 60", "0.5, 0, 240", "0.8, 0, 240"})
    void seriesWithoutABreakGiveFalseAlarmsNoMoreOftenThanTheLevelSays(double rho, double noise, int n) {
        int alarms = 0;
        for (int round = 0; round < 200; round++) {
            SplittableRandom random = new SplittableRandom(1000 + round);
            double[] values = persistent(random, n, rho, noise);
            alarms += find(values, ones(n), round).found().isEmpty() ? 0 : 1;
        }
        assertThat(alarms).isLessThanOrEqualTo(16);
    }

    @Test
    void aSeriesWithABreakThatIsShuffledInTimeGivesFalseAlarmsNoMoreOftenThanTheLevelSays() {
        int n = 160;
        SplittableRandom random = new SplittableRandom(224);
        double[] values = persistent(random, n, 0.2, 0);
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = 0.1 * values[i] - (i < 90 ? 0.3 : 0.8);
            weights[i] = 1 + random.nextInt(i < 90 ? 3 : 9);
        }
        assertThat(find(values, weights, 1).found()).isNotEmpty();
        int alarms = 0;
        for (int round = 0; round < 200; round++) {
            for (int i = n - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double value = values[i];
                values[i] = values[j];
                values[j] = value;
                double weight = weights[i];
                weights[i] = weights[j];
                weights[j] = weight;
            }
            alarms += find(values, weights, round).found().isEmpty() ? 0 : 1;
        }
        assertThat(alarms).isLessThanOrEqualTo(16);
    }

    @Test
    void aLevelShiftIsFoundWhereItIsAndItsIntervalHoldsItAboutAsOftenAsItSays() {
        int found = 0;
        int held = 0;
        for (int round = 0; round < 200; round++) {
            SplittableRandom random = new SplittableRandom(9000 + round);
            double[] values = persistent(random, 200, 0.4, 0);
            for (int i = 120; i < values.length; i++) {
                values[i] += 3;
            }
            ChangePoint strongest = find(values, ones(200), round).found().stream()
                    .min(ChangePoints.byStrength())
                    .orElse(null);
            if (strongest != null) {
                found++;
                held += strongest.earliest() <= 120 && 120 <= strongest.latest() ? 1 : 0;
                assertThat(strongest.at()).isBetween(95, 145);
            }
        }
        assertThat(found).isGreaterThan(190);
        assertThat((double) held / found).isGreaterThan(0.9);
    }

    @Test
    void aLevelThatGoesAndComesBackGivesTwoBreaks() {
        SplittableRandom random = new SplittableRandom(4);
        double[] values = persistent(random, 300, 0.3, 0);
        for (int i = 140; i < 165; i++) {
            values[i] -= 4;
        }
        Result result = find(values, ones(300), 2);
        assertThat(result.found()).extracting(ChangePoint::at).hasSize(2).allMatch(at -> at >= 136 && at <= 169);
        assertThat(result.found()).allMatch(c -> c.p() < 0.01);
        assertThat(result.found().get(0).to()).isEqualTo(result.found().get(1).at());
    }

    @Test
    void missingPeriodsWidenTheDateAndDoNotHideTheBreak() {
        SplittableRandom random = new SplittableRandom(8);
        long[] times = LongStream.range(0, 200).filter(t -> t < 95 || t > 104).toArray();
        double[] values = Arrays.stream(times)
                .mapToDouble(t -> (t < 100 ? 0 : 5) + random.nextGaussian())
                .toArray();
        ChangePoint only =
                SEARCH.find(times, values, ones(times.length), 1).found().get(0);
        assertThat(times[only.at()]).isEqualTo(105);
        assertThat(only.earliest()).isLessThanOrEqualTo(95);
    }

    @Test
    void whatIsTheMeanOfMoreTextsWeighsMore() {
        SplittableRandom random = new SplittableRandom(12);
        double[] values = new double[200];
        double[] weights = new double[200];
        for (int i = 0; i < values.length; i++) {
            weights[i] = i % 2 == 0 ? 400 : 1;
            values[i] = random.nextGaussian() / Math.sqrt(weights[i]) + (i < 100 ? 0 : 0.1);
        }
        assertThat(find(values, ones(200), 1).found()).isEmpty();
        assertThat(find(values, weights, 1).found()).hasSize(1);
    }

    @Test
    void constantAndShortSeriesHaveNoBreak() {
        assertThat(find(new double[50], ones(50), 1).found()).isEmpty();
        assertThat(find(new double[] {1, 2, 3}, ones(3), 1).found()).isEmpty();
        assertThat(find(IntStream.range(0, 14).mapToDouble(i -> i < 7 ? 0 : 1).toArray(), ones(14), 1)
                        .rejected()
                        .size())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> SEARCH.find(new long[2], new double[3], new double[3], 1))
                .hasMessage("2 times, 3 values and 3 weights");
        assertThatThrownBy(() -> Pelt.breaks(new double[3], new double[3], 0, 1))
                .hasMessage("3 values, 3 weights, segments of at least 0, penalty 1.0");
    }

    private static Result find(double[] values, double[] weights, long seed) {
        return SEARCH.find(LongStream.range(0, values.length).toArray(), values, weights, seed);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** An autoregression of order 1 with a variance of 1, and noise over it. */
    private static double[] persistent(SplittableRandom random, int n, double rho, double noise) {
        double[] values = new double[n];
        double state = random.nextGaussian();
        for (int t = 0; t < n; t++) {
            state = rho * state + Math.sqrt(1 - rho * rho) * random.nextGaussian();
            values[t] = state + noise * random.nextGaussian();
        }
        return values;
    }
}
