package org.parallax.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether a break of level is more than the best that a search finds in a series without one, however its values depend on
 * each other. The null series has the times and weights of the stretch that is searched and follows an
 * {@link Autoregression}; in each the search over all dates is repeated, so that the search is paid for (the sup-F test of
 * Andrews, "Tests for parameter instability and structural change with unknown change point", Econometrica 61, 1993, with
 * a sieve bootstrap in the place of its asymptotic distribution).
 */
final class BreakTest {
    /** How many splits the test of the whole series may combine, so that it also sees a level that goes and comes back. */
    private static final int SPLITS = 4;

    private final long[] times;
    private final double[] weights;
    private final double[] deviations;
    private final int least;
    private final int draws;
    private final SplittableRandom random;

    BreakTest(long[] times, double[] weights, int least, int draws, SplittableRandom random) {
        this.times = times;
        this.weights = weights;
        this.deviations =
                Arrays.stream(weights).map(weight -> 1 / Math.sqrt(weight)).toArray();
        this.least = least;
        this.draws = draws;
        this.random = random;
    }

    /** That there is a break at all between two places. */
    double ofBreak(Segments observed, int from, int to, Autoregression errors) {
        double gain = observed.gain(from, observed.bestSplit(from, to, least), to);
        double statistic = ratio(observed.cost(from, to), gain);
        return MonteCarloTest.significance(statistic, draws, () -> {
            Segments none = without(from, to, errors);
            int n = none.size();
            return ratio(none.cost(0, n), none.gain(0, none.bestSplit(0, n, least), n));
        });
    }

    /** That the whole series has breaks: the best of one to four splits, each at a price. */
    double ofSeries(Segments observed, Autoregression errors) {
        int n = observed.size();
        double price = 2 * errors.persistence() * Math.log(n) / n;
        return MonteCarloTest.significance(splits(observed, price), draws, () -> splits(without(0, n, errors), price));
    }

    private Segments without(int from, int to, Autoregression errors) {
        double[] periods = new double[Math.toIntExact(times[to - 1] - times[from] + 1)];
        errors.simulate(random, periods);
        double[] values = new double[to - from];
        for (int i = from; i < to; i++) {
            values[i - from] = periods[(int) (times[i] - times[from])] * deviations[i];
        }
        return new Segments(values, Arrays.copyOfRange(weights, from, to));
    }

    private record Stretch(int from, int split, int to, double gain) {}

    private double splits(Segments series, double price) {
        int n = series.size();
        double cost = series.cost(0, n);
        List<Stretch> stretches = new ArrayList<>(List.of(stretch(series, 0, n)));
        double gained = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int count = 1; count <= SPLITS; count++) {
            int next = 0;
            for (int i = 1; i < stretches.size(); i++) {
                next = stretches.get(i).gain > stretches.get(next).gain ? i : next;
            }
            Stretch split = stretches.remove(next);
            if (split.gain <= 0) {
                break;
            }
            gained += split.gain;
            best = Math.max(best, ratio(cost, gained) - count * price);
            stretches.add(stretch(series, split.from, split.split));
            stretches.add(stretch(series, split.split, split.to));
        }
        return best;
    }

    private Stretch stretch(Segments series, int from, int to) {
        int split = series.bestSplit(from, to, least);
        return new Stretch(from, split, to, split == from ? 0 : series.gain(from, split, to));
    }

    /** Logarithm of the likelihood ratio, over half of n. */
    private static double ratio(double cost, double gain) {
        return cost <= 0 ? 0 : -Math.log(Math.max(1 - gain / cost, Double.MIN_NORMAL));
    }
}
