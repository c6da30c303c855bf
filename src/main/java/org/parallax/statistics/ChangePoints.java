package org.parallax.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Finds the breaks of a series: {@link Pelt} proposes them, {@link BreakTest} judges them. The penalty is the settings'
 * factor times log n, after Schwarz (as in Yao, "Estimating the number of change-points via Schwarz' criterion", Statistics
 * and Probability Letters 6, 1988), times the long-run variance, so that what persists for a while is not taken for a new
 * level.
 *
 * <p>First the series as a whole is tested for any break. Then each break is tested in the stretch between its neighbours;
 * while one is not significant, the least significant is taken out and its neighbours are put right. The p-value of a
 * break is the larger of the two, so that a series without breaks gives a false alarm no more often than one test does.
 *
 * @param least least number of periods at one level
 * @param penalty factor of the penalty
 * @param draws null series for a test
 * @param alpha greatest p-value of a break that stays
 */
public record ChangePoints(int least, double penalty, int draws, double alpha) {

    /**
     * The breaks that stay, in order of time, and the p-value of each that was taken out.
     *
     * @param found breaks with a p-value of at most alpha
     * @param rejected p-values of the others that were proposed
     */
    public record Result(List<ChangePoint> found, List<Double> rejected) {
        public Result {
            found = List.copyOf(found);
            rejected = List.copyOf(rejected);
        }
    }

    private record Proposal(int at, double p) {}

    /**
     * @param times strictly increasing numbers of periods; some may be missing
     * @param weights of how many independent texts each value is the mean
     * @param seed fixes the random numbers
     */
    public Result find(long[] times, double[] values, double[] weights, long seed) {
        int n = values.length;
        if (times.length != n || weights.length != n) {
            throw new IllegalArgumentException(
                    times.length + " times, " + n + " values and " + weights.length + " weights");
        }
        double[] masses = relative(weights);
        double variance = n < 2 * least ? 0 : RobustVariance.longRun(values, masses);
        if (variance == 0) {
            return new Result(List.of(), List.of());
        }
        Segments series = new Segments(values, masses);
        List<Integer> places =
                new ArrayList<>(Arrays.stream(Pelt.breaks(series, least, penalty * variance * Math.log(n)))
                        .boxed()
                        .toList());
        if (places.isEmpty()) {
            return new Result(List.of(), List.of());
        }
        BreakTest test = new BreakTest(times, masses, least, draws, new SplittableRandom(seed));
        // Were the proposals chance, each of them would have taken as much from the variance as it had to gain.
        double taken = 1 + places.size() * penalty * Math.log(n);
        double any = test.ofSeries(series, errors(times, values, masses, series, places, taken));
        if (any > alpha) {
            return new Result(List.of(), places.stream().map(p -> any).toList());
        }
        List<Double> rejected = new ArrayList<>();
        List<Proposal> left = weeded(times, values, masses, series, places, test, rejected);
        Autoregression errors = errors(times, values, masses, series, at(left));
        List<ChangePoint> found = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            int from = i == 0 ? 0 : left.get(i - 1).at;
            int to = i == left.size() - 1 ? n : left.get(i + 1).at;
            found.add(
                    changePoint(times, masses, series, from, left.get(i).at, to, errors, Math.max(any, left.get(i).p)));
        }
        return new Result(found, rejected.stream().map(p -> Math.max(any, p)).toList());
    }

    private List<Proposal> weeded(
            long[] times,
            double[] values,
            double[] masses,
            Segments series,
            List<Integer> places,
            BreakTest test,
            List<Double> rejected) {
        List<Integer> left = new ArrayList<>(places);
        List<Proposal> tested = new ArrayList<>();
        Autoregression errors = errors(times, values, masses, series, left);
        for (int i = 0; i < left.size(); i++) {
            tested.add(tested(series, left, i, test, errors));
        }
        while (!tested.isEmpty()) {
            int worst = 0;
            for (int i = 1; i < tested.size(); i++) {
                worst = tested.get(i).p > tested.get(worst).p ? i : worst;
            }
            if (tested.get(worst).p <= alpha) {
                return tested;
            }
            rejected.add(tested.remove(worst).p);
            left.remove(worst);
            errors = errors(times, values, masses, series, left);
            for (int i = Math.max(worst - 1, 0); i <= worst && i < left.size(); i++) {
                tested.set(i, tested(series, left, i, test, errors));
                left.set(i, tested.get(i).at);
            }
        }
        return tested;
    }

    private Proposal tested(Segments series, List<Integer> places, int i, BreakTest test, Autoregression errors) {
        int from = i == 0 ? 0 : places.get(i - 1);
        int to = i == places.size() - 1 ? series.size() : places.get(i + 1);
        return new Proposal(series.bestSplit(from, to, least), test.ofBreak(series, from, to, errors));
    }

    private static ChangePoint changePoint(
            long[] times, double[] masses, Segments series, int from, int at, int to, Autoregression errors, double p) {
        double before = series.mean(from, at);
        double after = series.mean(at, to);
        double variance = errors.longRunVariance();
        long[] dates =
                BreakDate.interval(times, masses, from, at, to, variance / ((after - before) * (after - before)));
        return new ChangePoint(
                from,
                at,
                to,
                before,
                after,
                dates[0],
                dates[1],
                series.gain(from, at, to) / variance,
                errors.persistence(),
                p);
    }

    private static Autoregression errors(
            long[] times, double[] values, double[] masses, Segments series, List<Integer> places) {
        return errors(times, values, masses, series, places, 1 + 2 * places.size());
    }

    /** What is left of the values over the levels, brought to equal variance. */
    private static Autoregression errors(
            long[] times, double[] values, double[] masses, Segments series, List<Integer> places, double parameters) {
        double[] residuals = new double[values.length];
        int from = 0;
        for (int i = 0; i <= places.size(); i++) {
            int to = i == places.size() ? values.length : places.get(i);
            double mean = series.mean(from, to);
            for (int t = from; t < to; t++) {
                residuals[t] = (values[t] - mean) * Math.sqrt(masses[t]);
            }
            from = to;
        }
        return Autoregression.fit(times, residuals, parameters);
    }

    private static List<Integer> at(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::at).toList();
    }

    /** Weights with a mean of 1, so that a variance is that of a usual period. */
    private static double[] relative(double[] weights) {
        double mean = Arrays.stream(weights).sum() / weights.length;
        return Arrays.stream(weights).map(w -> w / mean).toArray();
    }

    /** The strongest first. */
    public static Comparator<ChangePoint> byStrength() {
        return Comparator.comparingDouble(ChangePoint::strength).reversed().thenComparingInt(ChangePoint::at);
    }
}
