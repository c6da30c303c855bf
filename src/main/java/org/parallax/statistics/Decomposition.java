package org.parallax.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Splits the change of a weighted mean between two times into what changed within the cells, what changed in the mix of
 * units, and what changed in the mix of kinds within each unit; the three sum to the change. It is the symmetric
 * decomposition of Kitagawa ("Components of a difference between two rates", Journal of the American Statistical
 * Association 50, 1955), for three factors as in Das Gupta ("Standardization and Decomposition of Rates: A User's
 * Manual", US Bureau of the Census, 1993): each effect is averaged over all orders in which the factors could have
 * changed, so that none is favoured.
 *
 * <p>A mean that one time lacks, because nobody was there, is taken to be as at the other time. Nothing then counts as
 * changed within it: a unit that comes or goes, and a kind that a unit takes up or gives up, changes the mix alone.
 *
 * @param before the mean at the first time
 * @param after the mean at the second
 * @param within the effect of the means within unit and kind
 * @param units the effect of the shares of the units
 * @param kinds the effect of the shares of the kinds within units
 * @param turnover of {@code units}, what units that are there at one time only brought or took: their share times their
 *     distance from the average of the two means
 * @param parts the effects by unit, in the order of their names. Here {@code units} counts a unit's distance from that
 *     average too, so that it says by which units the mix moved the mean
 */
public record Decomposition(
        double before, double after, double within, double units, double kinds, double turnover, List<Part> parts) {

    public Decomposition {
        parts = List.copyOf(parts);
    }

    /**
     * A cell at one time.
     *
     * @param unit such as an outlet
     * @param kind such as a voice
     * @param weight its weight, above 0
     * @param mean its mean
     */
    public record Cell(String unit, String kind, double weight, double mean) {
        public Cell {
            if (!(weight > 0) || !Double.isFinite(weight) || !Double.isFinite(mean)) {
                throw new IllegalArgumentException(
                        "cell " + unit + ", " + kind + " has the weight " + weight + " and the mean " + mean);
            }
        }
    }

    /** What one unit adds to the three effects. */
    public record Part(String unit, double within, double units, double kinds) {
        public double size() {
            return Math.abs(within + units + kinds);
        }
    }

    /** A unit at both times; index 0 is before, 1 after. */
    private static final class Unit {
        final double[] weight = new double[2];
        final Map<String, double[]> weights = new TreeMap<>();
        final Map<String, double[]> means = new TreeMap<>();
    }

    /** Splits the change between two times; each cell may occur once in a list. */
    public static Decomposition of(List<Cell> before, List<Cell> after) {
        if (before.isEmpty() || after.isEmpty()) {
            throw new IllegalArgumentException("the mean of no cells is not defined");
        }
        Map<String, Unit> units = new TreeMap<>();
        double[] totals = {put(before, 0, units), put(after, 1, units)};
        double[] overall = {mean(before, totals[0]), mean(after, totals[1])};
        double centre = (overall[0] + overall[1]) / 2;
        List<Part> parts = new ArrayList<>();
        double within = 0;
        double mix = 0;
        double kinds = 0;
        double turnover = 0;
        for (Map.Entry<String, Unit> entry : units.entrySet()) {
            Unit unit = entry.getValue();
            Part part = part(entry.getKey(), unit, totals, centre);
            parts.add(part);
            within += part.within;
            mix += part.units;
            kinds += part.kinds;
            turnover += unit.weight[0] == 0 || unit.weight[1] == 0 ? part.units : 0;
        }
        return new Decomposition(overall[0], overall[1], within, mix, kinds, turnover, parts);
    }

    private static Part part(String name, Unit unit, double[] totals, double centre) {
        double s0 = unit.weight[0] / totals[0];
        double s1 = unit.weight[1] / totals[1];
        double within = 0;
        double kinds = 0;
        double level = 0;
        for (Map.Entry<String, double[]> kind : unit.weights.entrySet()) {
            double[] weights = kind.getValue();
            double[] means = unit.means.getOrDefault(kind.getKey(), new double[2]);
            double q0 = unit.weight[0] == 0 ? weights[1] / unit.weight[1] : weights[0] / unit.weight[0];
            double q1 = unit.weight[1] == 0 ? weights[0] / unit.weight[0] : weights[1] / unit.weight[1];
            double m0 = weights[0] == 0 ? means[1] : means[0];
            double m1 = weights[1] == 0 ? means[0] : means[1];
            within += (m1 - m0) * average(s0, s1, q0, q1);
            kinds += (q1 - q0) * average(s0, s1, m0, m1);
            level += average(q0, q1, m0, m1);
        }
        // The shares of all units sum to 1 at both times, so that measuring from a centre changes no sum.
        return new Part(name, within, (s1 - s0) * (level - centre), kinds);
    }

    /** The product of two other factors, averaged over the orders in which they change. */
    private static double average(double x0, double x1, double y0, double y1) {
        return (x0 * y0 + x1 * y1) / 3 + (x0 * y1 + x1 * y0) / 6;
    }

    private static double put(List<Cell> cells, int time, Map<String, Unit> units) {
        double total = 0;
        for (Cell cell : cells) {
            Unit unit = units.computeIfAbsent(cell.unit, u -> new Unit());
            unit.weight[time] += cell.weight;
            unit.weights.computeIfAbsent(cell.kind, k -> new double[2])[time] = cell.weight;
            unit.means.computeIfAbsent(cell.kind, k -> new double[2])[time] = cell.mean;
            total += cell.weight;
        }
        return total;
    }

    private static double mean(List<Cell> cells, double total) {
        double sum = 0;
        for (Cell cell : cells) {
            sum += cell.weight * cell.mean;
        }
        return sum / total;
    }
}
