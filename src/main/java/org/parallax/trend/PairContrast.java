package org.parallax.trend;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.parallax.statistics.CliffsDelta;
import org.parallax.statistics.Estimate;
import org.parallax.statistics.Interval;
import org.parallax.statistics.PermutationTest;
import org.parallax.table.OutletContrastsTable;
import org.parallax.trend.ComparedGroups.Group;

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
                group(pair, OutletContrastsTable.GROUP_A),
                group(pair, OutletContrastsTable.GROUP_B),
                OutletContrastsTable.ALL_ARTICLES,
                new long[] {a.articles(), b.articles(), a.stories(), b.stories()},
                null,
                new double[] {meanA.value(), meanB.value()},
                tested,
                OutletContrastsTable.TOO_FEW_STORIES);
    }

    /** Two groups by the differences on the events that both report. */
    Row ofEvents(CommonEvents common, ComparedGroups groups) {
        Group groupA = groups.group(common.groupA());
        Group groupB = groups.group(common.groupB());
        long events = common.events();
        Tested tested = null;
        if (events >= fewest && common.sets() > 1) {
            double[] differences = common.differences();
            long[] counts = common.counts();
            Estimate delta = Estimate.ofMean(common.signs(), counts);
            tested = new Tested(
                    Estimate.ofMean(differences, counts).interval(-2, 2),
                    delta.value(),
                    Math.abs(delta.value()) == 1 ? CliffsDelta.unanimous(delta.value(), events) : delta.interval(-1, 1),
                    test.ofSigns(differences, cell(groupA, groupB, OutletContrastsTable.SAME_STORIES)));
        }
        return row(
                groupA,
                groupB,
                OutletContrastsTable.SAME_STORIES,
                common.articlesAndStories(),
                events,
                new double[] {common.meanA(), common.meanB()},
                tested,
                OutletContrastsTable.TOO_FEW_EVENTS);
    }

    private static String cell(Group a, Group b, String basis) {
        return String.join("|", a.grouping(), a.name(), b.name(), a.target(), a.voice(), basis);
    }

    private static Group group(Row pair, String name) {
        return new Group(
                pair.getAs(OutletContrastsTable.GROUPING),
                pair.getAs(OutletContrastsTable.TARGET),
                pair.getAs(OutletContrastsTable.VOICE),
                pair.getAs(name));
    }

    private static Row row(
            Group a,
            Group b,
            String basis,
            long[] counts,
            @Nullable Long events,
            double[] means,
            @Nullable Tested tested,
            String tooFew) {
        return RowFactory.create(
                a.grouping(),
                a.name(),
                b.name(),
                a.target(),
                a.voice(),
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
