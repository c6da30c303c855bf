package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reference values: src/test/reference/validation.py. */
class LabelledSampleTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static JsonNode reference;

    @BeforeAll
    static void read() throws IOException {
        reference = References.all("validation");
    }

    @Test
    void alphaIsThatOfTheReference() {
        for (JsonNode expected : reference.get("alpha")) {
            KrippendorffAlpha alpha = KrippendorffAlpha.of(
                    StreamSupport.stream(expected.get("units").spliterator(), false)
                            .map(References::doubles)
                            .toList());
            assertThat(alpha.value(KrippendorffAlpha.Metric.NOMINAL))
                    .isCloseTo(expected.get("nominal").asDouble(), EXACT);
            assertThat(alpha.value(KrippendorffAlpha.Metric.INTERVAL))
                    .isCloseTo(expected.get("interval").asDouble(), EXACT);
        }
    }

    @Test
    void alphaLooksAtUnitsThatTwoLabelledAndIsNotDefinedWithoutVariation() {
        KrippendorffAlpha alpha = KrippendorffAlpha.of(List.of(new double[] {1}, new double[] {0, 0}, new double[0]));

        assertThat(alpha.units()).isEqualTo(1);
        assertThat(alpha.value(KrippendorffAlpha.Metric.NOMINAL)).isNaN();
        assertThat(KrippendorffAlpha.of(List.of()).value(KrippendorffAlpha.Metric.INTERVAL))
                .isNaN();
        assertThat(KrippendorffAlpha.of(List.of(new double[] {0, 0}, new double[] {1, 1}))
                        .value(KrippendorffAlpha.Metric.NOMINAL))
                .isEqualTo(1);
    }

    @Test
    void classificationIsWeightedLikeTheReference() {
        JsonNode expected = reference.get("classification");
        double[] truth = References.doubles(expected.get("truth"));
        double[] predicted = References.doubles(expected.get("predicted"));
        double[] weight = References.doubles(expected.get("weight"));
        WeightedConfusion confusion = new WeightedConfusion(3);
        for (int i = 0; i < truth.length; i++) {
            confusion.add((int) truth[i], (int) predicted[i], weight[i]);
        }

        assertThat(confusion.accuracy()).isCloseTo(expected.get("accuracy").asDouble(), EXACT);
        assertThat(confusion.f1Macro()).isCloseTo(expected.get("f1_macro").asDouble(), EXACT);
        assertThat(CalibrationError.expected(
                        References.doubles(expected.get("confidence")),
                        References.doubles(expected.get("correct")),
                        weight,
                        15))
                .isCloseTo(expected.get("ece").asDouble(), EXACT);
        assertThat(new WeightedConfusion(3).f1Macro()).isNaN();
        assertThat(new WeightedConfusion(3).accuracy()).isNaN();
    }

    @Test
    void aDesignsMeanAndItsErrorAreThoseOfTheReference() {
        for (JsonNode expected : reference.get("design_mean")) {
            String[] clusters = Arrays.stream(References.doubles(expected.get("cluster")))
                    .mapToObj(c -> "article " + c)
                    .toArray(String[]::new);
            DesignMean mean = DesignMean.of(
                    References.doubles(expected.get("values")),
                    References.doubles(expected.get("probability")),
                    clusters);
            assertThat(mean.mean()).isCloseTo(expected.get("mean").asDouble(), EXACT);
            assertThat(mean.standardError())
                    .isCloseTo(expected.get("standard_error").asDouble(), EXACT);
            assertThat(mean.interval().low()).isCloseTo(expected.get("low").asDouble(), EXACT);
            assertThat(mean.interval().high()).isCloseTo(expected.get("high").asDouble(), EXACT);
        }
    }

    @Test
    void aDesignWithoutProbabilitiesOrClustersIsRefused() {
        assertThatThrownBy(() -> DesignMean.of(new double[] {1}, new double[] {0}, new String[] {"a"}))
                .hasMessage("not an inclusion probability: 0.0");
        assertThatThrownBy(() -> DesignMean.of(new double[] {1}, new double[] {1}, new String[0]))
                .hasMessageContaining("1 values for 1 probabilities and 0 clusters");
        DesignMean one = DesignMean.of(new double[] {1, 0}, new double[] {1, 0.5}, new String[] {"a", "a"});
        assertThat(one.mean()).isCloseTo(1.0 / 3, EXACT);
        assertThat(one.standardError()).isNaN();
        assertThatThrownBy(one::interval).hasMessageContaining("an interval of 1 clusters would be a guess");
    }

    @Test
    void theBootstrapAgreesWithScipyWithinMonteCarloError() {
        JsonNode expected = reference.get("bootstrap");
        double[] values = References.doubles(expected.get("values"));
        Interval interval = Objects.requireNonNull(new ItemBootstrap(40_000, 7)
                .interval(
                        values.length,
                        drawn -> Arrays.stream(drawn)
                                .mapToDouble(i -> values[i])
                                .average()
                                .orElseThrow(),
                        "mean"));
        double error = 0.06 * expected.get("sd").asDouble();
        assertThat(interval.low()).isCloseTo(expected.get("low").asDouble(), within(error));
        assertThat(interval.high()).isCloseTo(expected.get("high").asDouble(), within(error));
    }

    @Test
    void aStatisticThatIsOftenNotDefinedHasNoInterval() {
        ItemBootstrap bootstrap = new ItemBootstrap(200, 1);

        assertThat(bootstrap.interval(2, drawn -> drawn[0] == drawn[1] ? Double.NaN : 1, "half"))
                .isNull();
        assertThat(bootstrap.interval(3, drawn -> 5, "constant")).isEqualTo(new Interval(5, 5));
    }

    @Test
    void pairedSeriesAgreeWithScipy() {
        for (JsonNode expected : reference.get("paired")) {
            PairedSeries pair =
                    new PairedSeries(References.doubles(expected.get("a")), References.doubles(expected.get("b")));
            assertThat(pair.correlation()).isCloseTo(expected.get("correlation").asDouble(), EXACT);
            assertThat(pair.meanAbsoluteDifference())
                    .isCloseTo(expected.get("difference").asDouble(), EXACT);
        }
    }

    @Test
    void sidesAreFavourableUnfavourableAndNeitherWithinTheBand() {
        PairedSeries pair = new PairedSeries(new double[] {0.5, -0.1, 0.3, -0.9}, new double[] {0.9, 0.2, -0.3, 0});

        assertThat(pair.sameSide(0.2)).isEqualTo(0.5);
        assertThat(new PairedSeries(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3}).correlation())
                .isNaN();
        assertThatThrownBy(() -> new PairedSeries(new double[1], new double[2])).hasMessage("1 values beside 2");
    }
}
