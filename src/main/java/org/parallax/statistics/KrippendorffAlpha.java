package org.parallax.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far annotators agree beyond chance, for any number of them and with gaps: Krippendorff, "Content Analysis" (4th
 * edition, 2018), chapter 12, by the matrix of coincidences. 1 is perfect agreement, 0 what chance would give, and below 0
 * is disagreement by system. A unit that fewer than two annotators labelled tells nothing and does not count.
 */
public final class KrippendorffAlpha {
    private final double[] values;
    private final List<double[]> coincidences;

    /** How much two labels differ. */
    public enum Metric {
        /** Labels are names: any two that differ, differ equally. */
        NOMINAL {
            @Override
            double difference(double a, double b) {
                return a == b ? 0 : 1;
            }
        },
        /** Labels are numbers: -1 and 1 differ four times as much as 0 and 1. */
        INTERVAL {
            @Override
            double difference(double a, double b) {
                return (a - b) * (a - b);
            }
        };

        abstract double difference(double a, double b);
    }

    private KrippendorffAlpha(double[] values, List<double[]> coincidences) {
        this.values = values;
        this.coincidences = coincidences;
    }

    /** @param units for each unit the labels that it got, in any order */
    public static KrippendorffAlpha of(List<double[]> units) {
        List<double[]> pairable = units.stream().filter(u -> u.length > 1).toList();
        double[] values = pairable.stream()
                .flatMapToDouble(Arrays::stream)
                .distinct()
                .sorted()
                .toArray();
        List<double[]> coincidences = new ArrayList<>(pairable.size());
        for (double[] unit : pairable) {
            coincidences.add(coincidences(unit, values));
        }
        return new KrippendorffAlpha(values, coincidences);
    }

    /** Units that at least two annotators labelled. */
    public int units() {
        return coincidences.size();
    }

    /** Alpha over all units; NaN where it is not defined: no unit, or only one value in use. */
    public double value(Metric metric) {
        int[] all = new int[units()];
        Arrays.setAll(all, i -> i);
        return value(metric, all);
    }

    /**
     * Alpha over the units of these numbers, which may repeat: the statistic that a bootstrap over units resamples, as
     * Zapf et al., "Measuring inter-rater reliability for nominal data", BMC Medical Research Methodology 16 (2016), found
     * best.
     */
    public double value(Metric metric, int[] numbers) {
        int k = values.length;
        double[] sum = new double[k * k];
        for (int number : numbers) {
            double[] unit = coincidences.get(number);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += unit[i];
            }
        }
        double[] margins = new double[k];
        double n = 0;
        for (int i = 0; i < sum.length; i++) {
            margins[i / k] += sum[i];
            n += sum[i];
        }
        double observed = 0;
        double expected = 0;
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                double difference = metric.difference(values[a], values[b]);
                observed += sum[a * k + b] * difference;
                expected += margins[a] * margins[b] * difference;
            }
        }
        return expected == 0 ? Double.NaN : 1 - (n - 1) * observed / expected;
    }

    private static double[] coincidences(double[] unit, double[] values) {
        int k = values.length;
        double[] matrix = new double[k * k];
        for (int i = 0; i < unit.length; i++) {
            for (int j = 0; j < unit.length; j++) {
                if (i != j) {
                    int cell = Arrays.binarySearch(values, unit[i]) * k + Arrays.binarySearch(values, unit[j]);
                    matrix[cell] += 1.0 / (unit.length - 1);
                }
            }
        }
        return matrix;
    }
}
