package org.parallax.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The percentile bootstrap interval of any statistic of independent items: items are drawn with replacement, as many as
 * there are, and the statistic is computed anew (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13).
 *
 * @param resamples how many resamples are drawn
 * @param seed the seed of all intervals; each draws its own numbers from it and its name
 */
public record ItemBootstrap(int resamples, long seed) {
    public ItemBootstrap {
        if (resamples < 1) {
            throw new IllegalArgumentException("a bootstrap needs at least 1 resample, not " + resamples);
        }
    }

    /**
     * The central 95 % interval. Resamples for which the statistic is not defined are left out; null where that is more
     * than one in twenty of them, since an interval of the others would mean nothing.
     *
     * @param statistic of the items of these numbers, which may repeat; NaN where it is not defined
     * @param name what the interval is of
     */
    public @Nullable Interval interval(int items, ToDoubleFunction<int[]> statistic, String name) {
        SplittableRandom random = new SplittableRandom(CellSeed.of(seed, name));
        double[] values = new double[resamples];
        int defined = 0;
        int[] drawn = new int[items];
        for (int r = 0; r < resamples; r++) {
            for (int i = 0; i < items; i++) {
                drawn[i] = random.nextInt(items);
            }
            double value = statistic.applyAsDouble(drawn);
            if (!Double.isNaN(value)) {
                values[defined++] = value;
            }
        }
        if (defined == 0 || 20L * (resamples - defined) > resamples) {
            return null;
        }
        return Interval.ofDraws(Arrays.copyOf(values, defined));
    }
}
