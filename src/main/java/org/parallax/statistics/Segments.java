package org.parallax.statistics;

/**
 * Weighted sums of squares of any stretch of a series in constant time, from running sums. Stretches go from a first place
 * to before an end.
 */
final class Segments {
    private final double centre;
    private final double[] weight;
    private final double[] sum;
    private final double[] square;

    Segments(double[] values, double[] weights) {
        int n = values.length;
        weight = new double[n + 1];
        sum = new double[n + 1];
        square = new double[n + 1];
        double total = 0;
        double all = 0;
        for (int i = 0; i < n; i++) {
            total += weights[i] * values[i];
            all += weights[i];
        }
        // Around the centre, running sums of squares lose no digits.
        centre = total / all;
        for (int i = 0; i < n; i++) {
            double value = values[i] - centre;
            weight[i + 1] = weight[i] + weights[i];
            sum[i + 1] = sum[i] + weights[i] * value;
            square[i + 1] = square[i] + weights[i] * value * value;
        }
    }

    int size() {
        return weight.length - 1;
    }

    double weight(int from, int to) {
        return weight[to] - weight[from];
    }

    double mean(int from, int to) {
        return centre + (sum[to] - sum[from]) / weight(from, to);
    }

    /** Weighted squared distance from the stretch's own mean. */
    double cost(int from, int to) {
        double s = sum[to] - sum[from];
        return Math.max(0, square[to] - square[from] - s * s / weight(from, to));
    }

    /** By how much the cost falls when the stretch is split. */
    double gain(int from, int split, int to) {
        double left = weight(from, split);
        double right = weight(split, to);
        double difference = (sum[split] - sum[from]) / left - (sum[to] - sum[split]) / right;
        return left * right / (left + right) * difference * difference;
    }

    /** Where a split gains most, with at least so many points on each side; {@code from} when there is no room. */
    int bestSplit(int from, int to, int least) {
        int best = from;
        double most = -1;
        double all = weight(from, to);
        double mean = (sum[to] - sum[from]) / all;
        for (int split = from + least; split <= to - least; split++) {
            // What gain is in proportion to, with one division.
            double left = weight[split] - weight[from];
            double moved = sum[split] - sum[from] - left * mean;
            double gain = moved * moved / (left * (all - left));
            if (gain > most) {
                most = gain;
                best = split;
            }
        }
        return best;
    }
}
