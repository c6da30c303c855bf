package org.parallax.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.parallax.statistics.Decomposition;
import org.parallax.statistics.Decomposition.Cell;
import org.parallax.table.StanceChangesTable;

/** One row of stance changes, from the cells of a period and of the one before it. */
final class Change {
    static final String NOW = "cells_now";
    static final String BEFORE = "cells_before";

    static final String OUTLET = "cell_outlet";
    static final String VOICE = "cell_voice";
    static final String WEIGHT = "cell_weight";
    static final String SUM = "cell_sum";
    static final String PANEL_WEIGHT = "panel_weight";

    static final String AUTHOR = "author";
    static final String REPORTED = "reported";

    private static final int MOST_PARTS = 3;

    /** The cells of one period, read once: a row's fields are looked up by name. */
    private static final class Period {
        final List<Cell> cells = new ArrayList<>();
        final Set<String> outlets = new TreeSet<>();
        /** Panel outlets that are there, with their constant weight and their mean. */
        final Map<String, double[]> panel = new TreeMap<>();

        private long weight;
        private long reported;
        private double sum;

        Period(List<Row> rows) {
            Map<String, double[]> sums = new TreeMap<>();
            for (Row row : rows) {
                String outlet = row.getAs(OUTLET);
                String voice = row.getAs(VOICE);
                long cellWeight = row.<Long>getAs(WEIGHT);
                long cellSum = row.<Long>getAs(SUM);
                cells.add(new Cell(outlet, voice, cellWeight / FixedPoint.ONE, (double) cellSum / cellWeight));
                outlets.add(outlet);
                weight += cellWeight;
                reported += REPORTED.equals(voice) ? cellWeight : 0;
                sum += cellSum;
                Long constant = row.getAs(PANEL_WEIGHT);
                if (constant != null) {
                    double[] outletSum = sums.computeIfAbsent(outlet, o -> new double[] {constant, 0, 0});
                    outletSum[1] += cellSum;
                    outletSum[2] += cellWeight;
                }
            }
            sums.forEach((outlet, of) -> panel.put(outlet, new double[] {of[0], of[1] / of[2]}));
        }

        /** Weights are whole articles but for their rounding. */
        long articles() {
            return Math.round(weight / FixedPoint.ONE);
        }

        double reportedShare() {
            return (double) reported / weight;
        }

        double mean() {
            return sum / weight;
        }

        int lacking(Period other) {
            return (int) other.outlets.stream()
                    .filter(outlet -> !outlets.contains(outlet))
                    .count();
        }
    }

    private Change() {}

    static Row of(Row row) {
        Period now = new Period(row.getList(row.fieldIndex(NOW)));
        List<Row> earlier = row.isNullAt(row.fieldIndex(BEFORE)) ? List.of() : row.getList(row.fieldIndex(BEFORE));
        Period before = earlier.isEmpty() ? null : new Period(earlier);
        Decomposition split = before == null ? null : Decomposition.of(before.cells, now.cells);
        Map<String, double[]> panel = now.panel;
        return RowFactory.create(
                row.getAs(StanceChangesTable.PERIOD),
                row.getAs(StanceChangesTable.PERIOD_START),
                row.getAs(StanceChangesTable.PREVIOUS_START),
                row.getAs(StanceChangesTable.GROUPING),
                row.getAs(StanceChangesTable.GROUP),
                row.getAs(StanceChangesTable.TARGET),
                now.articles(),
                before == null ? null : before.articles(),
                now.outlets.size(),
                before == null ? null : before.outlets.size(),
                before == null ? null : before.lacking(now),
                before == null ? null : now.lacking(before),
                split == null ? now.mean() : split.after(),
                split == null ? null : split.before(),
                split == null ? null : split.after() - split.before(),
                split == null ? null : split.within(),
                split == null ? null : split.units(),
                split == null ? null : split.kinds(),
                split == null ? null : split.turnover(),
                now.reportedShare(),
                before == null ? null : before.reportedShare(),
                row.getAs(StanceChangesTable.PANEL_OUTLETS),
                panel.size(),
                mean(panel),
                before == null ? null : change(before.panel, panel),
                split == null ? new Row[0] : largest(split));
    }

    private static @Nullable Double mean(Map<String, double[]> panel) {
        double sum = 0;
        double weight = 0;
        for (double[] outlet : panel.values()) {
            sum += outlet[0] * outlet[1];
            weight += outlet[0];
        }
        return panel.isEmpty() ? null : sum / weight;
    }

    private static @Nullable Double change(Map<String, double[]> before, Map<String, double[]> now) {
        Map<String, double[]> changes = new TreeMap<>();
        now.forEach((outlet, then) -> {
            double[] first = before.get(outlet);
            if (first != null) {
                changes.put(outlet, new double[] {then[0], then[1] - first[1]});
            }
        });
        return mean(changes);
    }

    private static Row[] largest(Decomposition split) {
        return split.parts().stream()
                .sorted(Comparator.comparingDouble((Decomposition.Part part) -> -part.size())
                        .thenComparing(Decomposition.Part::unit))
                .limit(MOST_PARTS)
                .map(part -> RowFactory.create(part.unit(), part.within(), part.units(), part.kinds()))
                .toArray(Row[]::new);
    }
}
