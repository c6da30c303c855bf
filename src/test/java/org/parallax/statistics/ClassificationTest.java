package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
        reference = new ObjectMapper()
                .readTree(ClassificationTest.class.getResourceAsStream("/statistics/classification.json"));
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
