package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against scikit-learn's values ({@code src/test/reference/classification.py}). */
class ClassificationTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static JsonNode reference;

    @BeforeAll
    static void read() throws IOException {
        reference = References.all("classification");
    }

    @Test
    void countsAndScoresLikeTheReference() {
        Confusion confusion = Confusion.of(3, integers("truth"), integers("predicted"));

        assertThat(confusion.total()).isEqualTo(240);
        assertThat(confusion.accuracy()).isCloseTo(reference.get("accuracy").asDouble(), EXACT);
        assertThat(confusion.f1Macro()).isCloseTo(reference.get("f1_macro").asDouble(), EXACT);
        for (int c = 0; c < 3; c++) {
            assertThat(confusion.precision(c))
                    .isCloseTo(reference.get("precision").get(c).asDouble(), EXACT);
            assertThat(confusion.recall(c))
                    .isCloseTo(reference.get("recall").get(c).asDouble(), EXACT);
            assertThat(confusion.f1(c)).isCloseTo(reference.get("f1").get(c).asDouble(), EXACT);
            for (int d = 0; d < 3; d++) {
                assertThat(confusion.count(c, d))
                        .isEqualTo(reference.get("confusion").get(c).get(d).asLong());
            }
        }
    }

    @Test
    void measuresCalibrationLikeTheReference() {
        int[] truth = integers("truth");
        int[] predicted = integers("predicted");
        boolean[] correct = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            correct[i] = truth[i] == predicted[i];
        }
        double[] confidence = StreamSupport.stream(reference.get("confidence").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();

        assertThat(CalibrationError.expected(confidence, correct, 15))
                .isCloseTo(reference.get("ece").asDouble(), within(1e-9));
    }

    @Test
    void showsWhatTheCalibrationErrorIsMadeOf() {
        List<CalibrationError.Bin> bins = CalibrationError.bins(
                new double[] {0.95, 0.5, 0.52, 1.0}, new boolean[] {true, false, true, false}, 10);

        assertThat(bins)
                .containsExactly(
                        new CalibrationError.Bin(0.5, 0.6, 2, 0.51, 0.5),
                        new CalibrationError.Bin(0.9, 1.0, 2, 0.975, 0.5));
    }

    @Test
    void measuresProbabilitiesLikeTheReference() {
        JsonNode rows = reference.get("probabilities");
        double[][] probabilities = new double[rows.size()][3];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                probabilities[i][c] = rows.get(i).get(c).asDouble();
            }
        }

        assertThat(BrierScore.of(probabilities, integers("truth")))
                .isCloseTo(reference.get("brier").asDouble(), EXACT);
        assertThat(BrierScore.of(new double[][] {{0, 1, 0}}, new int[] {0})).isEqualTo(2);
        assertThatThrownBy(() -> BrierScore.of(new double[1][3], new int[2])).hasMessage("2 labels for 1 predictions");
    }

    @Test
    void theIntervalOfF1IsThatOfTheReferenceWithinMonteCarloError() {
        List<ConfusionBootstrap.Item> items = items();

        Interval interval = new ConfusionBootstrap(20_000, 7).f1Macro(3, items);

        assertThat(interval.low()).isCloseTo(reference.get("f1_macro_low").asDouble(), within(0.004));
        assertThat(interval.high()).isCloseTo(reference.get("f1_macro_high").asDouble(), within(0.004));
    }

    @Test
    void theIntervalOfF1DoesNotMindTheItemsOrder() {
        List<ConfusionBootstrap.Item> items = items();
        ConfusionBootstrap bootstrap = new ConfusionBootstrap(200, 7);
        Interval expected = bootstrap.f1Macro(3, items);
        Collections.shuffle(items, new Random(1));

        assertThat(bootstrap.f1Macro(3, items)).isEqualTo(expected);
        assertThatThrownBy(() -> bootstrap.f1Macro(3, List.of())).hasMessage("F1 of no items is not defined");
    }

    private static List<ConfusionBootstrap.Item> items() {
        int[] truth = integers("truth");
        int[] predicted = integers("predicted");
        int[] cluster = integers("cluster");
        List<ConfusionBootstrap.Item> items = new ArrayList<>();
        for (int i = 0; i < truth.length; i++) {
            items.add(new ConfusionBootstrap.Item("text " + cluster[i], truth[i], predicted[i]));
        }
        return items;
    }

    @Test
    void aClassThatNeverOccursDoesNotLowerTheMean() {
        Confusion confusion = Confusion.of(3, new int[] {0, 1}, new int[] {0, 1});

        assertThat(confusion.f1Macro()).isEqualTo(1);
        assertThat(confusion.precision(2)).isZero();
    }

    @Test
    void nothingScoresNothing() {
        assertThat(Confusion.of(3, new int[0], new int[0]).accuracy()).isZero();
        assertThat(CalibrationError.expected(new double[0], new boolean[0], 15)).isZero();
    }

    @Test
    void labelsWithoutPredictionsAreRefused() {
        assertThatThrownBy(() -> Confusion.of(3, new int[2], new int[1])).hasMessage("2 labels for 1 predictions");
    }

    private static int[] integers(String key) {
        return StreamSupport.stream(reference.get(key).spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }
}
