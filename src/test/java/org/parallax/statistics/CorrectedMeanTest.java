package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parallax.statistics.ClusteredSample.Clustering;

/** Reference values: src/test/reference/periods.py, with ppi-python. */
class CorrectedMeanTest {
    static Stream<PeriodReference> reference() throws IOException {
        return PeriodReference.all();
    }

    @ParameterizedTest
    @MethodSource("reference")
    void theMeanIsThatOfPpiPythonAndItsVarianceThatOfLeavingOutStories(PeriodReference reference) {
        Estimate mean = AdjustedCountTest.found(
                        CorrectedMean.of(reference.sample(Clustering.STORIES), reference.number("slope"), 2))
                .get(0);

        assertThat(mean.value()).isCloseTo(reference.number("powered"), within(1e-6));
        assertThat(mean.spread().variance()).isCloseTo(reference.number("powered_variance_by_story"), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("reference")
    void theSlopeIsThatOfAWeightedRegression(PeriodReference reference) {
        JsonNode labels = reference.expected().get("labels");
        assertThat(CorrectedMean.slope(
                        References.doubles(labels.get("truth")),
                        References.doubles(labels.get("score")),
                        References.doubles(labels.get("weight"))))
                .isCloseTo(reference.number("slope"), within(1e-6));
    }

    @Test
    void withoutLabelsOrWithThoseOfOneStoryThereIsNoMeanAndAReason() {
        ClusteredSample sample = new ClusteredSample(Clustering.STORIES);
        for (int i = 0; i < 10; i++) {
            sample.add(i, 0, 1, new Observed(1, 0.1 * i, 0, 0, 1, 0, null, 0, 0, 0));
        }
        assertThat(CorrectedMean.of(sample, 1, 2)).isEqualTo(new Corrected.Missing(Unidentified.NO_LABELS));
        sample.add(11, 0, 1, new Observed(3, 0.1, 0, 0, 3, 0, null, 3, 6, 1));
        assertThat(CorrectedMean.of(sample, 1, 2)).isEqualTo(new Corrected.Missing(Unidentified.TOO_FEW_LABELS));
        sample.add(12, 0, 1, new Observed(1, 0.1, 0, 0, 1, 0, null, 1, 2, 1));
        assertThat(CorrectedMean.of(sample, 1, 2)).isInstanceOf(Corrected.Found.class);
        assertThat(CorrectedMean.of(sample, 1, 5)).isEqualTo(new Corrected.Missing(Unidentified.TOO_FEW_LABELS));
    }
}
