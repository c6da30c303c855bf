package org.parallax.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.parallax.statistics.SimulatedCorpus.Kind;

/**
 * Tries the intervals of the periods on corpora whose truth is known: how often do 95 % intervals hold it? Corpora have
 * shares, drift, outlets that lean, wire copies, and a classifier with a known confusion matrix ({@link SimulatedCorpus}).
 *
 * @param runs corpora for each number of clusters
 * @param seed where their random numbers begin
 */
public record CoverageSimulation(int runs, long seed) {
    /** Weight of the classifier in corrected means; about what regression finds, and any is right. */
    private static final double SLOPE = 0.9;

    private static final int EXPECTED_DRAWS = 300_000;
    private static final int FEWEST_LABELS = 5;

    /** What is estimated, and of what. */
    public enum Method {
        /** The raw mean, against the mean score that the classifier gives on average. */
        MEAN,
        /** The mean corrected by labels, against the true mean. */
        MEAN_CORRECTED,
        /** The shares by adjusted count, against the true shares. */
        SHARES_ADJUSTED,
        /** The shares by expectation-maximisation, against the true shares. */
        SHARES_EM;

        /** As it is shown. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What the clusters are. */
    public enum Clusters {
        STORIES(Kind.ONE_OUTLET, 0),
        OUTLETS(Kind.MANY_OUTLETS, 1);

        private final Kind kind;

        /** So that the two draw different numbers from one seed. */
        private final int salt;

        Clusters(Kind kind, int salt) {
            this.kind = kind;
            this.salt = salt;
        }

        /** As it is shown. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How a method did.
     *
     * @param covered share of the intervals that hold the truth, [0, 1]; of shares, of those of all three classes
     * @param width mean width of the intervals
     * @param intervals how many there were
     */
    public record Coverage(double covered, double width, long intervals) {}

    private static final class Tally {
        private long intervals;
        private long covered;
        private double width;

        void add(Estimate estimate, double least, double truth) {
            Interval interval = estimate.interval(least, 1);
            intervals++;
            covered += interval.contains(truth) ? 1 : 0;
            width += interval.high() - interval.low();
        }

        Coverage coverage() {
            return new Coverage((double) covered / intervals, width / intervals, intervals);
        }
    }

    /** Draws the corpora and counts. */
    public Map<Method, Coverage> run(Clusters of, int clusters) {
        if (clusters < 2 || runs < 1) {
            throw new IllegalArgumentException(runs + " runs with " + clusters
                    + " clusters; coverage takes a run or more, with 2 clusters or more");
        }
        Map<Method, Tally> tallies = new EnumMap<>(Method.class);
        Arrays.stream(Method.values()).forEach(method -> tallies.put(method, new Tally()));
        double expected = SimulatedCorpus.expectedScore(seed, EXPECTED_DRAWS);
        double[] shares = SimulatedCorpus.SHARES;
        SplittableRandom random = new SplittableRandom(seed + 1000L * clusters + of.salt);
        for (int run = 0; run < runs; run++) {
            ClusteredSample sample = new SimulatedCorpus(random, of.kind, SLOPE).sample(clusters);
            ModelError error = SimulatedCorpus.judged(random);
            List<Double> trueShares = List.of(shares[0], shares[1], shares[2]);
            add(tallies, Method.MEAN, List.of(sample.mean()), -1, List.of(expected));
            add(
                    tallies,
                    Method.MEAN_CORRECTED,
                    found(CorrectedMean.of(sample, SLOPE, FEWEST_LABELS)),
                    -1,
                    List.of(shares[2] - shares[0]));
            add(
                    tallies,
                    Method.SHARES_ADJUSTED,
                    found(AdjustedCount.of(sample, error.rates(), FEWEST_LABELS)),
                    0,
                    trueShares);
            add(tallies, Method.SHARES_EM, found(PriorShift.of(sample, error.prior())), 0, trueShares);
        }
        Map<Method, Coverage> coverage = new EnumMap<>(Method.class);
        tallies.forEach((method, tally) -> coverage.put(method, tally.coverage()));
        return coverage;
    }

    private static void add(
            Map<Method, Tally> tallies, Method method, List<Estimate> estimates, double least, List<Double> truth) {
        Tally tally = tallies.get(method);
        for (int i = 0; i < estimates.size() && tally != null; i++) {
            tally.add(estimates.get(i), least, truth.get(i));
        }
    }

    private static List<Estimate> found(Corrected corrected) {
        return corrected instanceof Corrected.Found found ? found.estimates() : new ArrayList<>();
    }
}
