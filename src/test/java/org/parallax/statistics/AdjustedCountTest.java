package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parallax.statistics.ClusteredSample.Clustering;

/** Reference values: src/test/reference/periods.py, with QuaPy's ACC. */
class AdjustedCountTest {
    static Stream<PeriodReference> reference() throws IOException {
        return PeriodReference.all();
    }

    @ParameterizedTest
    @MethodSource("reference")
    void sharesAreThoseOfQuaPy(PeriodReference reference) {
        List<Estimate> shares = found(AdjustedCount.of(reference.sample(Clustering.STORIES), reference.rates(), 20));
        for (int c = 0; c < 3; c++) {
            assertThat(shares.get(c).value()).isCloseTo(reference.numbers("adjusted")[c], within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("reference")
    void theSpreadIsThatOfStoriesAndThatOfTheLabels(PeriodReference reference) {
        List<Estimate> shares = found(AdjustedCount.of(reference.sample(Clustering.STORIES), reference.rates(), 20));
        for (int c = 0; c < 3; c++) {
            double ofLabels = reference.numbers("rates_variance")[c];
            double expected = reference.numbers("adjusted_variance_by_story")[c] + ofLabels;
            // The reference draws labels 20,000 times: its variance has a standard error of 1 %.
            assertThat(shares.get(c).spread().variance()).isCloseTo(expected, within(0.05 * ofLabels));
        }
    }

    @Test
    void withoutEnoughLabelsOrWithAGuessingModelThereAreNoSharesAndAReason() throws IOException {
        ClusteredSample sample = reference().toList().get(1).sample(Clustering.STORIES);

        assertThat(AdjustedCount.of(sample, null, 20)).isEqualTo(new Corrected.Missing(Unidentified.NO_LABELS));
        assertThat(AdjustedCount.of(sample, ConfusionRates.of(new long[][] {{50, 0, 0}, {0, 50, 0}, {1, 0, 18}}), 20))
                .isEqualTo(new Corrected.Missing(Unidentified.TOO_FEW_LABELS));
        assertThat(AdjustedCount.of(
                        sample, ConfusionRates.of(new long[][] {{20, 30, 10}, {20, 30, 10}, {5, 5, 50}}), 20))
                .isEqualTo(new Corrected.Missing(Unidentified.SINGULAR_CONFUSION_MATRIX));
        assertThat(Unidentified.SINGULAR_CONFUSION_MATRIX.code()).isEqualTo("singular confusion matrix");
    }

    @Test
    void labelsThatStandForManyCountForMany() {
        // Of class 0 the sample holds every tenth hard text and each easy one.
        long[][] counts = {{40, 10, 0}, {0, 50, 0}, {0, 0, 50}};
        double[][] weights = {{40, 100, 0}, {0, 50, 0}, {0, 0, 50}};
        double[][] squares = {{40, 1000, 0}, {0, 50, 0}, {0, 0, 50}};
        ConfusionRates rates = ConfusionRates.of(counts, weights, squares);

        assertThat(rates.rate(0, 0)).isCloseTo(40 / 140.0, within(1e-15));
        assertThat(rates.size(0)).isCloseTo(140 * 140 / 1040.0, within(1e-12));
        assertThat(rates.fewest()).isEqualTo(50);
    }

    @Test
    void sharesAreBroughtBackToWhereSharesCanBe() {
        assertThat(Simplex.nearest(new double[] {1.2, -0.1, -0.1})).containsExactly(1, 0, 0);
        assertThat(Simplex.nearest(new double[] {0.7, 0.5, -0.2}))
                .containsExactly(new double[] {0.6, 0.4, 0}, within(1e-15));
        assertThat(Simplex.nearest(new double[] {0.2, 0.3, 0.5}))
                .containsExactly(new double[] {0.2, 0.3, 0.5}, within(1e-15));
    }

    static List<Estimate> found(Corrected corrected) {
        assertThat(corrected).isInstanceOf(Corrected.Found.class);
        return ((Corrected.Found) corrected).estimates();
    }
}
