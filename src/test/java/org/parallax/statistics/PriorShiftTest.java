package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parallax.statistics.ClusteredSample.Clustering;

/** Reference values: src/test/reference/periods.py, with QuaPy's EMQ. */
class PriorShiftTest {
    static Stream<PeriodReference> reference() throws IOException {
        return PeriodReference.all();
    }

    @ParameterizedTest
    @MethodSource("reference")
    void theMostLikelySharesAreThoseOfQuaPy(PeriodReference reference) {
        double[] prior = reference.numbers("prior");
        double[][] ratios = StreamSupport.stream(
                        reference.expected().get("posteriors").spliterator(), false)
                .map(References::doubles)
                .map(p -> new double[] {p[0] / prior[0], p[1] / prior[1], p[2] / prior[2]})
                .toArray(double[][]::new);
        double[] weights = new double[ratios.length];
        Arrays.fill(weights, 1);

        assertThat(MixtureShares.of(ratios, weights)).containsExactly(reference.numbers("em"), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("reference")
    void aSampleGivesTheSameAndASpreadLikeThatOfFitsWithoutEachStory(PeriodReference reference) {
        List<Estimate> shares = AdjustedCountTest.found(
                PriorShift.of(reference.sample(Clustering.STORIES), reference.prior(1_000_000_000)));
        for (int c = 0; c < 3; c++) {
            assertThat(shares.get(c).value()).isCloseTo(reference.numbers("em")[c], within(1e-6));
        }
        // The influence function is of first order; with few stories refits differ from it more.
        if (!reference.toString().startsWith("6 ")) {
            for (int c = 0; c < 3; c++) {
                double expected = Math.sqrt(reference.numbers("em_variance_by_story")[c]);
                assertThat(shares.get(c).spread().standardError()).isCloseTo(expected, within(0.1 * expected));
            }
        }
    }

    @Test
    void aPriorFromFewTextsMakesTheIntervalWider() throws IOException {
        PeriodReference reference = reference().toList().get(2);
        ClusteredSample sample = reference.sample(Clustering.STORIES);
        double sure = AdjustedCountTest.found(PriorShift.of(sample, reference.prior(1_000_000)))
                .get(0)
                .spread()
                .variance();
        double unsure = AdjustedCountTest.found(PriorShift.of(sample, reference.prior(60)))
                .get(0)
                .spread()
                .variance();
        assertThat(unsure).isGreaterThan(1.2 * sure);
    }

    /** What packing costs: probabilities in steps of 1/255, none below 1/1000. */
    @Test
    void packedProbabilitiesMoveTheSharesByLessThanTwoInAThousand() {
        Random random = new Random(12);
        int n = 3000;
        double[][] ratios = new double[n][];
        double[][] packed = new double[n][3];
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        for (int i = 0; i < n; i++) {
            double[] z = {2 * random.nextGaussian(), 2 * random.nextGaussian() + 1, 2 * random.nextGaussian() - 2};
            double sum = Math.exp(z[0]) + Math.exp(z[1]) + Math.exp(z[2]);
            double[] p = {Math.exp(z[0]) / sum, Math.exp(z[1]) / sum, Math.exp(z[2]) / sum};
            ratios[i] = new double[] {p[0] / 0.3, p[1] / 0.4, p[2] / 0.3};
            Posteriors.unpack(Posteriors.code(Posteriors.pack(List.of(new Label(p[0], p[1], p[2]))), 0), packed[i]);
            packed[i][0] /= 0.3;
            packed[i][1] /= 0.4;
            packed[i][2] /= 0.3;
        }
        assertThat(MixtureShares.of(packed, weights)).containsExactly(MixtureShares.of(ratios, weights), within(2e-3));
    }

    @Test
    void aClassThatNothingSpeaksForHasNoShare() {
        double[][] ratios = new double[50][];
        double[] weights = new double[50];
        Arrays.fill(weights, 1);
        for (int i = 0; i < 50; i++) {
            ratios[i] = i % 2 == 0 ? new double[] {3, 0.1, 0.02} : new double[] {0.1, 2, 0.02};
        }
        double[] shares = MixtureShares.of(ratios, weights);
        assertThat(shares[2]).isZero();
        assertThat(shares[0] + shares[1]).isCloseTo(1, within(1e-12));
        assertThat(shares[0]).isCloseTo(0.5, within(0.05));
    }

    @Test
    void withoutAPriorOrProbabilitiesThereAreNoSharesAndAReason() throws IOException {
        PeriodReference reference = reference().toList().get(0);
        ClusteredSample sample = reference.sample(Clustering.STORIES);
        assertThat(PriorShift.of(sample, null)).isEqualTo(new Corrected.Missing(Unidentified.NO_PRIOR));
        sample.add(99, 0, 1, new Observed(1, 0, 0, 0, 1, 0, null, 0, 0, 0));
        assertThat(PriorShift.of(sample, reference.prior(300)))
                .isEqualTo(new Corrected.Missing(Unidentified.NO_PROBABILITIES));

        ClusteredSample flat = new ClusteredSample(Clustering.STORIES);
        for (int i = 0; i < 20; i++) {
            byte[] prior = Posteriors.pack(List.of(new Label(0.3, 0.4, 0.3)));
            flat.add(i, 0, 1, new Observed(1, 0, 0, 0, 1, 0, prior, 0, 0, 0));
        }
        assertThat(PriorShift.of(flat, reference.prior(300)))
                .isEqualTo(new Corrected.Missing(Unidentified.FLAT_PROBABILITIES));
    }
}
