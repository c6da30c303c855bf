package org.parallax.statistics;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tests of a difference by permutation. A p-value counts the drawn arrangement that was observed with the others, so that
 * it is never 0 (Phipson and Smyth, "Permutation p-values should never be zero", Statistical Applications in Genetics and
 * Molecular Biology 9, 2010). A difference that is clearly no rare one needs few draws: after {@value #ENOUGH} that reach it no
 * more are drawn (Besag and Clifford, "Sequential Monte Carlo p-values", Biometrika 78, 1991).
 */
public final class PermutationTest implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double ROUNDING = 1e-9;

    /** Arrangements as far as the observed one after which no more are drawn. */
    private static final int ENOUGH = 100;

    /** Arrangements that are kept for other tests, of all numbers of values together. */
    private static final int KEPT = 40_000;

    /** Differences whose signs are turned with one look into a table. */
    private static final int TOGETHER = 8;

    private final int permutations;
    private final long seed;
    private transient @Nullable Map<Integer, Arrangements> kept;

    /**
     * A test to be used for many pairs, by one thread.
     *
     * @param permutations how many arrangements are drawn at most; the least p-value is 1 / (permutations + 1)
     * @param seed fixes the numbers drawn
     */
    public PermutationTest(int permutations, long seed) {
        if (permutations < 1) {
            throw new IllegalArgumentException("a test needs at least 1 permutation, not " + permutations);
        }
        this.permutations = permutations;
        this.seed = seed;
    }

    /**
     * Two-sided p-value for equal means of two independent samples of at least two values each. What is compared is
     * Welch's t, not the plain difference: with it the test also holds when the spreads and the sizes of the samples differ
     * (Chung and Romano, "Exact and asymptotically robust permutation tests", Annals of Statistics 41, 2013). Pairs with as
     * many values together are held against the same arrangements.
     */
    public double ofDifference(double[] a, double[] b) {
        if (a.length < 2 || b.length < 2) {
            throw new IllegalArgumentException(
                    "a test needs at least 2 values on each side, not " + a.length + " and " + b.length);
        }
        double[] smaller = a.length <= b.length ? a : b;
        double[] larger = a.length <= b.length ? b : a;
        int k = smaller.length;
        double[] pool = new double[a.length + b.length];
        System.arraycopy(smaller, 0, pool, 0, k);
        System.arraycopy(larger, 0, pool, k, larger.length);
        centre(pool);
        double sum = 0;
        double squares = 0;
        for (double value : pool) {
            sum += value;
            squares += value * value;
        }
        double ofFirst = 0;
        double squaresOfFirst = 0;
        for (int i = 0; i < k; i++) {
            ofFirst += pool[i];
            squaresOfFirst += pool[i] * pool[i];
        }
        int n = pool.length;
        double observed = statistic(ofFirst, squaresOfFirst, k, sum, squares, n) * (1 - ROUNDING);
        Arrangements arrangements = arrangements(n);
        int asFar = 0;
        for (int r = 0; r < permutations; r++) {
            ofFirst = 0;
            squaresOfFirst = 0;
            int[] chosen = arrangements.drawn(r);
            for (int i = 0; i < k; i++) {
                double drawn = pool[chosen[i]];
                ofFirst += drawn;
                squaresOfFirst += drawn * drawn;
            }
            asFar += statistic(ofFirst, squaresOfFirst, k, sum, squares, n) >= observed ? 1 : 0;
            if (asFar == ENOUGH) {
                return (double) ENOUGH / (r + 1);
            }
        }
        return (asFar + 1.0) / (permutations + 1.0);
    }

    /** Those that were not used for longest make room. */
    private Arrangements arrangements(int n) {
        Map<Integer, Arrangements> there = kept;
        if (there == null) {
            there = new LinkedHashMap<>(0, 1, true);
            kept = there;
        }
        Arrangements found = there.computeIfAbsent(n, size -> new Arrangements(size, seed));
        if (there.size() > Math.max(1, KEPT / permutations)) {
            there.remove(there.keySet().iterator().next());
        }
        return found;
    }

    /** Size of Welch's t of {@code k} of {@code n} values against the others, by the sums of values and squares. */
    private static double statistic(double first, double firstSquares, int k, double sum, double squares, int n) {
        int rest = n - k;
        double difference = Math.abs(first / k - (sum - first) / rest);
        double error = error(first, firstSquares, k) + error(sum - first, squares - firstSquares, rest);
        double scale = ROUNDING * Math.sqrt(squares / n);
        if (difference <= scale) {
            return 0;
        }
        return error <= scale * scale ? Double.MAX_VALUE : difference / Math.sqrt(error);
    }

    private static double error(double sum, double squares, int n) {
        return Math.max(0, squares - sum * sum / n) / (n - 1.0) / n;
    }

    private static void centre(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= sum / values.length;
        }
    }

    /**
     * Two-sided p-value for paired differences that are as likely positive as negative: their signs are turned at random
     * (Fisher, "The Design of Experiments", 1935, section 21). With few of them all arrangements are counted, and the
     * p-value is exact.
     *
     * @param differences a difference each, or the sums of groups of differences: whole groups then turn together
     * @param cell name of what is compared; with the seed it fixes the numbers drawn
     */
    public double ofSigns(double[] differences, String cell) {
        int n = differences.length;
        if (n == 0) {
            throw new IllegalArgumentException("a test needs at least 1 difference");
        }
        double sum = 0;
        double size = 0;
        for (double difference : differences) {
            sum += difference;
            size += Math.abs(difference);
        }
        double observed = Math.abs(sum) - ROUNDING * size;
        if (n < Integer.SIZE - 2 && 1 << n <= permutations) {
            return exact(differences, observed);
        }
        SplittableRandom random = new SplittableRandom(CellSeed.of(seed, cell));
        double[][] turnedSums = turnedSums(differences);
        int asFar = 0;
        for (int r = 0; r < permutations; r++) {
            double turned = 0;
            long signs = 0;
            for (int g = 0; g < turnedSums.length; g++) {
                signs = g % Long.BYTES == 0 ? random.nextLong() : signs >>> TOGETHER;
                turned += turnedSums[g][(int) (signs & ((1 << TOGETHER) - 1))];
            }
            asFar += Math.abs(turned) >= observed ? 1 : 0;
            if (asFar == ENOUGH) {
                return (double) ENOUGH / (r + 1);
            }
        }
        return (asFar + 1.0) / (permutations + 1.0);
    }

    /** For every eight differences their sums with all 256 ways to turn signs, so that a draw adds eight at once. */
    private static double[][] turnedSums(double[] differences) {
        double[][] sums = new double[(differences.length + TOGETHER - 1) / TOGETHER][1 << TOGETHER];
        for (int i = 0; i < differences.length; i++) {
            double[] ofGroup = sums[i / TOGETHER];
            for (int signs = 0; signs < ofGroup.length; signs++) {
                ofGroup[signs] += ((signs >> (i % TOGETHER)) & 1) == 0 ? differences[i] : -differences[i];
            }
        }
        return sums;
    }

    private static double exact(double[] differences, double observed) {
        int all = 1 << differences.length;
        int asFar = 0;
        for (int signs = 0; signs < all; signs++) {
            double turned = 0;
            for (int i = 0; i < differences.length; i++) {
                turned += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            asFar += Math.abs(turned) >= observed ? 1 : 0;
        }
        return (double) asFar / all;
    }
}
