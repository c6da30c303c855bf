package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermutationTestTest {
    private static final int DRAWN = 50_000;

    @ParameterizedTest
    @MethodSource("org.parallax.statistics.ContrastReference#tests")
    void ofADifferenceAgreesWithSciPyWithinMonteCarloError(JsonNode expected) {
        double[] a = References.doubles(expected.get("a"));
        double[] b = References.doubles(expected.get("b"));
        double wanted = expected.get("p").asDouble();
        double p = mean(wanted, i -> new PermutationTest(DRAWN, i).ofDifference(a, b));
        assertThat(p).isCloseTo(wanted, within(4 * Math.sqrt(wanted / DRAWN) + 2.0 / DRAWN));
    }

    @ParameterizedTest
    @MethodSource("org.parallax.statistics.ContrastReference#signFlips")
    void ofSignsAgreesWithSciPyExactlyWhereItCountsAll(JsonNode expected) {
        double[] differences = References.doubles(expected.get("differences"));
        PermutationTest test = new PermutationTest(DRAWN, 3);
        double wanted = expected.get("p").asDouble();
        boolean exact = expected.get("exact").asBoolean();
        double p =
                exact ? test.ofSigns(differences, "cell") : mean(wanted, i -> test.ofSigns(differences, "cell " + i));
        assertThat(p).isCloseTo(wanted, within(exact ? 1e-9 : 4 * Math.sqrt(wanted / DRAWN) + 2.0 / DRAWN));
    }

    /** Over as many tests as there are in twice {@link #DRAWN} arrangements, since each stops at the hundredth that is as far. */
    private static double mean(double wanted, IntToDoubleFunction p) {
        int tests = (int) Math.ceil(2 * DRAWN * wanted / 100);
        return IntStream.range(0, tests).mapToDouble(p).average().orElseThrow();
    }

    @Test
    void stoppingEarlyLeavesPValuesUniformWhereNothingDiffers() {
        Random random = new Random(6);
        PermutationTest test = new PermutationTest(999, 5);
        int rare = 0;
        int large = 0;
        for (int i = 0; i < 2_000; i++) {
            double p = test.ofDifference(normal(random, 12, 1), normal(random, 15, 1));
            rare += p <= 0.05 ? 1 : 0;
            large += p > 0.5 ? 1 : 0;
        }
        assertThat(rare).isBetween(60, 140);
        assertThat(large).isBetween(900, 1_100);
    }

    @Test
    void rejectsEqualMeansAboutAsOftenAsItSaysWhenSpreadsAndSizesDiffer() {
        Random random = new Random(17);
        PermutationTest test = new PermutationTest(199, 4);
        int rejected = 0;
        int rounds = 1000;
        for (int round = 0; round < rounds; round++) {
            double[] few = normal(random, 12, 1.5);
            double[] many = normal(random, 60, 0.3);
            rejected += test.ofDifference(few, many) <= 0.05 ? 1 : 0;
        }
        assertThat((double) rejected / rounds).isBetween(0.03, 0.08);
    }

    @Test
    void seedsDrawTheirOwnNumbersAndNeitherTheOrderOfTheGroupsNorEarlierTestsMatter() {
        Random random = new Random(2);
        double[] a = normal(random, 20, 1);
        double[] b = normal(random, 14, 1);
        PermutationTest test = new PermutationTest(500, 9);
        double p = test.ofDifference(a, b);
        test.ofDifference(normal(random, 20, 1), normal(random, 14, 1));
        for (int n = 2; n < 200; n++) {
            // So many sizes that the arrangements of the first are no longer kept.
            test.ofDifference(normal(random, n, 1), normal(random, n, 1));
        }
        assertThat(test.ofDifference(a, b)).isEqualTo(p);
        assertThat(test.ofDifference(b, a)).isEqualTo(p);
        // Two of 500 draws each may well give the same number; five hardly do.
        assertThat(IntStream.range(0, 5)
                        .mapToDouble(i -> new PermutationTest(500, i).ofDifference(a, b))
                        .distinct()
                        .count())
                .isGreaterThan(2);
    }

    @Test
    void valuesThatNeverDifferDoNotDiffer() {
        PermutationTest test = new PermutationTest(99, 1);
        assertThat(test.ofDifference(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1}))
                .isEqualTo(1);
        assertThat(test.ofSigns(new double[] {0, 0, 0}, "cell")).isEqualTo(1);
        assertThat(test.ofSigns(new double[20], "cell")).isEqualTo(1);
    }

    @Test
    void theLeastPValueIsThatOfTheObservedArrangementAlone() {
        double[] low = new double[30];
        double[] high = new double[30];
        for (int i = 0; i < 30; i++) {
            low[i] = -1 + 0.001 * i;
            high[i] = 1 + 0.001 * i;
        }
        assertThat(new PermutationTest(999, 1).ofDifference(low, high)).isCloseTo(0.001, within(1e-12));
    }

    @Test
    void misuseIsRefused() {
        PermutationTest test = new PermutationTest(99, 1);
        assertThatThrownBy(() -> test.ofDifference(new double[1], new double[3]))
                .hasMessageContaining("at least 2 values on each side, not 1 and 3");
        assertThatThrownBy(() -> test.ofSigns(new double[0], "cell")).hasMessageContaining("at least 1 difference");
        assertThatThrownBy(() -> new PermutationTest(0, 1)).hasMessageContaining("at least 1 permutation, not 0");
    }

    private static double[] normal(Random random, int n, double spread) {
        return random.doubles(n).map(u -> spread * random.nextGaussian()).toArray();
    }
}
