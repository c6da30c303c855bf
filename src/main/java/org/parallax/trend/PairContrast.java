package org.parallax.trend;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.parallax.statistics.CliffsDelta;
import org.parallax.statistics.Estimate;
import org.parallax.statistics.Interval;
import org.parallax.statistics.PermutationTest;
import org.parallax.table.OutletContrastsTable;

/** The statistics of one pair of groups, as a row of outlet contrasts that still lacks its q-value. */
final class PairContrast implements Serializable {
    private static final long serialVersionUID = 1L;

    static final String SKETCH_A = "sketch_a";
    static final String SKETCH_B = "sketch_b";

    private final PermutationTest test;
    private final int fewest;

    PairContrast(PermutationTest test, int fewest) {
        this.test = test;
        this.fewest = fewest;
    }

    /** What is known of a pair that is large enough. */
    private record Tested(Interval difference, double delta, Interval ofDelta, double p) {}

    /** Two groups by their sketches. */
    Row ofSketches(Row pair) {
        Sketch a = Sketch.unpack(pair.getAs(SKETCH_A));
        Sketch b = Sketch.unpack(pair.getAs(SKETCH_B));
        double[] valuesA = a.values();
        double[] valuesB = b.values();
        Estimate meanA = a.mean();
        Estimate meanB = b.mean();
        Tested tested = null;
        // Few stories can fall into fewer sets; of one set there is no spread.
        if (Math.min(a.stories(), b.stories()) >= fewest && Math.min(valuesA.length, valuesB.length) > 1) {
            CliffsDelta cliff = CliffsDelta.of(a.bins(), b.bins());
            tested = new Tested(
                    meanA.minus(meanB).interval(-2, 2),
                    cliff.delta(),
                    cliff.interval(),
                    test.ofDifference(valuesA, valuesB));
        }
        return row(
                pair,
                OutletContrastsTable.ALL_ARTICLES,
                new long[] {a.articles(), b.articles(), a.stories(), b.stories()},
                null,
                new double[] {meanA.value(), meanB.value()},
                tested,
                OutletContrastsTable.TOO_FEW_STORIES);
    }

    /** Two groups by the differences on the events that both report. */
    Row ofEvents(Row pair) {
        long events = pair.<Long>getAs(EventPairs.COUNT);
        List<Row> sets = pair.getList(pair.fieldIndex(EventPairs.BUCKETS));
        Tested tested = null;
        if (events >= fewest && sets.size() > 1) {
            long[] counts = sets.stream()
                    .mapToLong(set -> set.<Long>getAs(EventPairs.COUNT))
                    .toArray();
            double[] differences = sets.stream()
                    .mapToDouble(set -> set.<Long>getAs(EventPairs.DIFFERENCES) / FixedPoint.ONE)
                    .toArray();
            double[] signs = sets.stream()
                    .mapToDouble(set -> set.<Long>getAs(EventPairs.SIGNS))
                    .toArray();
            Estimate delta = Estimate.ofMean(signs, counts);
            tested = new Tested(
                    Estimate.ofMean(differences, counts).interval(-2, 2),
                    delta.value(),
                    Math.abs(delta.value()) == 1 ? CliffsDelta.unanimous(delta.value(), events) : delta.interval(-1, 1),
                    test.ofSigns(differences, cell(pair, OutletContrastsTable.SAME_STORIES)));
        }
        return row(
                pair,
                OutletContrastsTable.SAME_STORIES,
                new long[] {
                    pair.<Long>getAs(OutletContrastsTable.ARTICLES_A),
                    pair.<Long>getAs(OutletContrastsTable.ARTICLES_B),
                    pair.<Long>getAs(OutletContrastsTable.STORIES_A),
                    pair.<Long>getAs(OutletContrastsTable.STORIES_B)
                },
                events,
                new double[] {
                    pair.<Long>getAs(EventPairs.SUM_A) / FixedPoint.ONE / events,
                    pair.<Long>getAs(EventPairs.SUM_B) / FixedPoint.ONE / events
                },
                tested,
                OutletContrastsTable.TOO_FEW_EVENTS);
    }

    private static String cell(Row pair, String basis) {
        return String.join(
                "|",
                pair.<String>getAs(OutletContrastsTable.GROUPING),
                pair.<String>getAs(OutletContrastsTable.GROUP_A),
                pair.<String>getAs(OutletContrastsTable.GROUP_B),
                pair.<String>getAs(OutletContrastsTable.TARGET),
                pair.<String>getAs(OutletContrastsTable.VOICE),
                basis);
    }

    private static Row row(
            Row pair,
            String basis,
            long[] counts,
            @Nullable Long events,
            double[] means,
            @Nullable Tested tested,
            String tooFew) {
        return RowFactory.create(
                pair.getAs(OutletContrastsTable.GROUPING),
                pair.getAs(OutletContrastsTable.GROUP_A),
                pair.getAs(OutletContrastsTable.GROUP_B),
                pair.getAs(OutletContrastsTable.TARGET),
                pair.getAs(OutletContrastsTable.VOICE),
                basis,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                events,
                means[0],
                means[1],
                means[0] - means[1],
                tested == null ? null : tested.difference.low(),
                tested == null ? null : tested.difference.high(),
                tested == null ? null : tested.delta,
                tested == null ? null : tested.ofDelta.low(),
                tested == null ? null : tested.ofDelta.high(),
                tested == null ? null : tested.p,
                null,
                tested == null ? tooFew : OutletContrastsTable.OK);
    }
}
