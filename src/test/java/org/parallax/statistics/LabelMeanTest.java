package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference values: src/test/reference/statistics.py. */
class LabelMeanTest {

    static Stream<JsonNode> reference() throws IOException {
        return References.of("label_mean");
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("reference")
    void agreesWithTheCharacteristicFunctionMethod(JsonNode expected) {
        List<Label> labels = labels(expected);
        double[] sums = LabelMean.distribution(labels);
        for (int i = 0; i < expected.get("sums").size(); i++) {
            assertThat(sums[i]).isCloseTo(expected.get("sums").get(i).asDouble(), within(1e-11));
        }
        Interval exact = LabelMean.exact(labels);
        assertThat(exact.low()).isCloseTo(expected.get("low").asDouble(), within(1e-12));
        assertThat(exact.high()).isCloseTo(expected.get("high").asDouble(), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("reference")
    void theNormalApproximationOfManyLabelsIsWithinTwoLabels(JsonNode expected) {
        List<Label> labels = labels(expected);
        if (labels.size() <= LabelMean.EXACT_UP_TO) {
            return;
        }
        Interval approximate = LabelMean.interval(labels);
        assertThat(approximate).isEqualTo(LabelMean.normal(labels));
        double twoLabels = 2.0 / labels.size() + 1e-12;
        assertThat(approximate.low()).isCloseTo(expected.get("low").asDouble(), within(twoLabels));
        assertThat(approximate.high()).isCloseTo(expected.get("high").asDouble(), within(twoLabels));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheLabelsDoesNotMoveTheInterval(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Label> labels = new ArrayList<>();
        int n = 1 + random.nextInt(60);
        for (int i = 0; i < n; i++) {
            double minus = random.nextDouble();
            double zero = random.nextDouble() * (1 - minus);
            labels.add(new Label(minus, zero, 1 - minus - zero));
        }
        Interval interval = LabelMean.interval(labels);
        Collections.reverse(labels);
        assertThat(LabelMean.interval(labels)).isEqualTo(interval);
        assertThat(interval.low()).isGreaterThanOrEqualTo(-1);
        assertThat(interval.high()).isLessThanOrEqualTo(1);
    }

    @Test
    void sureLabelsHaveAPoint() {
        Label minus = new Label(1, 0, 0);
        Label plus = new Label(0, 0, 1);
        assertThat(LabelMean.interval(List.of(minus, plus, plus, plus))).isEqualTo(new Interval(0.5, 0.5));
    }

    @Test
    void oneLabelThatMayBeEitherReachesFromEndToEnd() {
        assertThat(LabelMean.interval(List.of(new Label(0.4, 0.2, 0.4)))).isEqualTo(new Interval(-1, 1));
    }

    @Test
    void unanimousManyLabelsStayWithinBounds() {
        assertThat(LabelMean.interval(Collections.nCopies(500, new Label(1, 0, 0))))
                .isEqualTo(new Interval(-1, -1));
    }

    @Test
    void singlePrecisionProbabilitiesAreTakenAndOthersRefused() {
        assertThat(new Label(0.3333333f, 0.3333333f, 0.3333333f).mean()).isZero();
        assertThatThrownBy(() -> new Label(0.5, 0.5, 0.5)).hasMessageContaining("sum 1 within");
        assertThatThrownBy(() -> new Label(Double.NaN, 0.5, 0.5)).hasMessageContaining("not the probabilities");
        assertThatThrownBy(() -> LabelMean.interval(List.of())).hasMessageContaining("no labels");
    }

    private static List<Label> labels(JsonNode expected) {
        List<Label> labels = new ArrayList<>();
        for (JsonNode p : expected.get("labels")) {
            labels.add(
                    new Label(p.get(0).asDouble(), p.get(1).asDouble(), p.get(2).asDouble()));
        }
        return labels;
    }
}
