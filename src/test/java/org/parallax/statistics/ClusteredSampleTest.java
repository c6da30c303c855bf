package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parallax.statistics.ClusteredSample.Clustering;

/** Reference values: src/test/reference/periods.py, with statsmodels. */
class ClusteredSampleTest {
    private static final Offset<Double> EXACT = within(1e-6);

    static Stream<PeriodReference> reference() throws IOException {
        return PeriodReference.all();
    }

    @ParameterizedTest
    @MethodSource("reference")
    void theMeanAndItsIntervalOverStoriesAreThoseOfFitsWithoutEachStory(PeriodReference reference) {
        Estimate mean = reference.sample(Clustering.STORIES).mean();

        assertThat(mean.value()).isCloseTo(reference.number("mean"), EXACT);
        assertThat(mean.spread().variance()).isCloseTo(reference.number("variance_by_story"), EXACT);
        assertThat(mean.spread().degrees()).isCloseTo(reference.numbers("degrees")[0], EXACT);
        Interval interval = mean.spread().around(mean.value(), -9, 9);
        assertThat(interval.low()).isCloseTo(reference.number("low"), EXACT);
        assertThat(interval.high()).isCloseTo(reference.number("high"), EXACT);
        assertThat(mean.spread().detectableDifference()).isCloseTo(reference.number("detectable"), EXACT);
    }

    @ParameterizedTest
    @MethodSource("reference")
    void overStoriesAndOutletsTheLargestOfThreeVariancesCounts(PeriodReference reference) {
        Spread spread = reference.sample(Clustering.STORIES_AND_OUTLETS).mean().spread();

        assertThat(spread.variance()).isCloseTo(reference.number("variance"), EXACT);
        assertThat(spread.degrees()).isCloseTo(reference.number("least_degrees"), EXACT);
    }

    @ParameterizedTest
    @MethodSource("reference")
    void sharesOfMentionsAndTheirVariancesAreThoseOfFits(PeriodReference reference) {
        List<Estimate> shares = ClassShares.of(reference.sample(Clustering.STORIES_AND_OUTLETS));

        for (int c = 0; c < 3; c++) {
            assertThat(shares.get(c).value()).isCloseTo(reference.numbers("shares")[c], EXACT);
            assertThat(shares.get(c).spread().variance()).isCloseTo(reference.numbers("share_variance")[c], EXACT);
        }
    }

    @Test
    void aClearedSampleIsAsGoodAsNew() throws IOException {
        List<PeriodReference> references = reference().toList();
        ClusteredSample sample = references.get(2).sample(Clustering.STORIES_AND_OUTLETS);
        sample.clear();
        assertThat(sample.isEmpty()).isTrue();
        references.get(0).fill(sample);
        ClusteredSample fresh = references.get(0).sample(Clustering.STORIES_AND_OUTLETS);

        assertThat(sample.mean()).isEqualTo(fresh.mean());
        assertThat(sample.outlets()).isEqualTo(fresh.outlets());
        Prior prior = references.get(0).prior(300);
        assertThat(PriorShift.of(sample, prior)).isEqualTo(PriorShift.of(fresh, prior));
    }

    @Test
    void moreStoriesThanClustersLeaveTheIntervalAsWideAsItWas() {
        SplittableRandom random = new SplittableRandom(3);
        ClusteredSample sample = new ClusteredSample(Clustering.STORIES);
        int n = 20_000;
        double[] residuals = new double[n];
        double[] sizes = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            int copies = 1 + random.nextInt(4);
            double score = random.nextGaussian() * 0.3;
            sample.add(random.nextLong(), 0, 1, observed(copies, score));
            residuals[i] = copies * score;
            sizes[i] = copies;
            sum += copies;
        }
        Estimate mean = sample.mean();
        for (int i = 0; i < n; i++) {
            residuals[i] -= mean.value() * sizes[i];
        }

        assertThat(sample.clusters()).isLessThan(n / 20);
        assertThat(sample.mean().spread().standardError())
                .isCloseTo(Spread.ofMean(residuals, sizes, n).standardError(), within(0.1 * 0.3 / Math.sqrt(sum)));
    }

    @Test
    void oneStoryThatHoldsNearlyAllMakesTheIntervalWide() {
        ClusteredSample even = new ClusteredSample(Clustering.STORIES);
        ClusteredSample uneven = new ClusteredSample(Clustering.STORIES);
        for (int i = 0; i < 10; i++) {
            double score = i % 2 == 0 ? 0.2 : -0.2;
            even.add(i, 0, 1, observed(4, score));
            uneven.add(i, 0, 1, observed(i == 0 ? 90 : 1, score));
        }
        double narrow = even.mean().spread().detectableDifference();
        assertThat(uneven.mean().spread().detectableDifference()).isGreaterThan(5 * narrow);
        assertThat(uneven.mean().spread().degrees()).isLessThan(1.5);
    }

    @Test
    void theEffectiveSizeIsTheNumberOfArticlesWhereNothingGoesTogetherAndThatOfStoriesWhereCopiesAre() {
        ClusteredSample apart = new ClusteredSample(Clustering.STORIES);
        ClusteredSample copied = new ClusteredSample(Clustering.STORIES);
        for (int i = 0; i < 100; i++) {
            apart.add(i, 0, 1, observed(1, (i % 7) / 7.0));
            copied.add(i, 0, 1, observed(5, (i % 7) / 7.0));
        }
        assertThat(apart.effectiveSize(apart.mean())).isCloseTo(100, within(1e-6));
        assertThat(copied.effectiveSize(copied.mean())).isCloseTo(100, within(1.0));
    }

    @Test
    void whereAllClustersAgreeThereIsNoSpread() {
        ClusteredSample sample = new ClusteredSample(Clustering.STORIES_AND_OUTLETS);
        for (int i = 0; i < 9; i++) {
            sample.add(i, i % 3, 1, observed(1 + i % 2, 0.1));
        }
        assertThat(sample.mean().spread().none()).isTrue();
    }

    private static Observed observed(int articles, double score) {
        return new Observed(articles, articles * score, articles * score * score, 0, articles, 0, null, 0, 0, 0);
    }
}
