package org.parallax.trend;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** The cells of one period. */
    private record Period(List<Row> rows) {
        List<Cell> cells() {
            return rows.stream()
                    .map(row -> new Cell(
                            row.getAs(OUTLET),
                            row.getAs(VOICE),
                            row.<Long>getAs(WEIGHT) / FixedPoint.ONE,
                            (double) row.<Long>getAs(SUM) / row.<Long>getAs(WEIGHT)))
                    .toList();
        }

        /** Weights are whole articles but for their rounding. */
        long articles() {
            return Math.round(weight(rows) / FixedPoint.ONE);
        }

        double reportedShare() {
            return weight(rows.stream()
                            .filter(row -> REPORTED.equals(row.<String>getAs(VOICE)))
                            .toList())
                    / weight(rows);
        }

        double mean() {
            double sum = 0;
            for (Row row : rows) {
                sum += row.<Long>getAs(SUM);
            }
            return sum / weight(rows);
        }

        int outlets() {
            return (int) rows.stream().map(row -> row.getAs(OUTLET)).distinct().count();
        }

        int lacking(Period other) {
            return (int) other.rows.stream()
                    .map(row -> row.getAs(OUTLET))
                    .distinct()
                    .filter(outlet -> rows.stream().noneMatch(row -> outlet.equals(row.getAs(OUTLET))))
                    .count();
        }

        /** Panel outlets that are there, with their constant weight and their mean. */
        Map<String, double[]> panel() {
            Map<String, double[]> sums = new TreeMap<>();
            for (Row row : rows) {
                Long constant = row.getAs(PANEL_WEIGHT);
                if (constant != null) {
                    double[] sum = sums.computeIfAbsent(row.getAs(OUTLET), o -> new double[] {constant, 0, 0});
                    sum[1] += row.<Long>getAs(SUM);
                    sum[2] += row.<Long>getAs(WEIGHT);
                }
            }
            Map<String, double[]> panel = new TreeMap<>();
            sums.forEach((outlet, sum) -> panel.put(outlet, new double[] {sum[0], sum[1] / sum[2]}));
            return panel;
        }

        private static double weight(List<Row> rows) {
            long sum = 0;
            for (Row row : rows) {
                sum += row.<Long>getAs(WEIGHT);
            }
            return sum;
        }
    }

    private Change() {}

    static Row of(Row row) {
        Period now = new Period(row.getList(row.fieldIndex(NOW)));
        List<Row> earlier = row.isNullAt(row.fieldIndex(BEFORE)) ? List.of() : row.getList(row.fieldIndex(BEFORE));
        Period before = earlier.isEmpty() ? null : new Period(earlier);
        Decomposition split = before == null ? null : Decomposition.of(before.cells(), now.cells());
        Map<String, double[]> panel = now.panel();
        return RowFactory.create(
                row.getAs(StanceChangesTable.PERIOD),
                row.getAs(StanceChangesTable.PERIOD_START),
                row.getAs(StanceChangesTable.PREVIOUS_START),
                row.getAs(StanceChangesTable.GROUPING),
                row.getAs(StanceChangesTable.GROUP),
                row.getAs(StanceChangesTable.TARGET),
                now.articles(),
                before == null ? null : before.articles(),
                now.outlets(),
                before == null ? null : before.outlets(),
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
                before == null ? null : change(before.panel(), panel),
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
