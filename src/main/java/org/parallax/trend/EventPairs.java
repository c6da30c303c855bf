package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.parallax.table.OutletContrastsTable;

/** The pairs of groups that report one event, and their sums over sets of events. Cells and groups go by their numbers. */
final class EventPairs {
    static final String CELL = "cell";
    static final String NUMBER_A = "number_a";
    static final String NUMBER_B = "number_b";
    static final String BUCKETS = "sets_of_events";
    static final String DIFFERENCES = "differences";
    static final String SIGNS = "signs";
    static final String COUNT = "events_of_set";
    static final String SUM_A = "event_means_a";
    static final String SUM_B = "event_means_b";

    private static final String BUCKET = "set_of_events";

    /** More groups than this on one event would give more pairs than all other events together. */
    private static final int MOST_GROUPS = 64;

    /** A difference of less than this step is a tie, as in {@link Sketch}. */
    private static final long STEP = Math.round(FixedPoint.ONE / Sketch.STEPS);

    static final StructType SCHEMA = new StructType()
            .add(CELL, LongType)
            .add(NUMBER_A, IntegerType)
            .add(NUMBER_B, IntegerType)
            .add(BUCKET, IntegerType)
            .add(SUM_A, LongType)
            .add(SUM_B, LongType)
            .add(SIGNS, LongType)
            .add(OutletContrastsTable.ARTICLES_A, LongType)
            .add(OutletContrastsTable.ARTICLES_B, LongType)
            .add(OutletContrastsTable.STORIES_A, LongType)
            .add(OutletContrastsTable.STORIES_B, LongType);

    private EventPairs() {}

    /** @param event cell, set of events, and the groups as structs of hash, number, sum, articles, stories */
    static List<Row> of(Row event) {
        List<Row> groups = event.<Row>getList(2).stream()
                .sorted(Comparator.<Row>comparingLong(g -> g.getLong(0)).thenComparing(g -> g.getInt(1)))
                .limit(MOST_GROUPS)
                .sorted(Comparator.comparing((Row g) -> g.getInt(1)))
                .toList();
        List<Row> pairs = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                Row a = groups.get(i);
                Row b = groups.get(j);
                long meanA = Math.round((double) a.getLong(2) / a.getLong(3));
                long meanB = Math.round((double) b.getLong(2) / b.getLong(3));
                long sign = Math.abs(meanA - meanB) < STEP ? 0 : Long.signum(meanA - meanB);
                pairs.add(RowFactory.create(
                        event.get(0),
                        a.get(1),
                        b.get(1),
                        event.get(1),
                        meanA,
                        meanB,
                        sign,
                        a.get(3),
                        b.get(3),
                        a.get(4),
                        b.get(4)));
            }
        }
        return pairs;
    }

    /** One row a pair, with its sets of events as {@link #BUCKETS}. */
    static Dataset<Row> summed(Dataset<Row> pairs) {
        return pairs.groupBy(CELL, NUMBER_A, NUMBER_B, BUCKET)
                .agg(
                        sum(SUM_A).as(SUM_A),
                        sum(SUM_B).as(SUM_B),
                        sum(SIGNS).as(SIGNS),
                        count(lit(1)).as(COUNT),
                        sum(OutletContrastsTable.ARTICLES_A).as(OutletContrastsTable.ARTICLES_A),
                        sum(OutletContrastsTable.ARTICLES_B).as(OutletContrastsTable.ARTICLES_B),
                        sum(OutletContrastsTable.STORIES_A).as(OutletContrastsTable.STORIES_A),
                        sum(OutletContrastsTable.STORIES_B).as(OutletContrastsTable.STORIES_B))
                .groupBy(CELL, NUMBER_A, NUMBER_B)
                .agg(
                        sum(SUM_A).as(SUM_A),
                        sum(SUM_B).as(SUM_B),
                        sum(COUNT).as(COUNT),
                        sum(OutletContrastsTable.ARTICLES_A).as(OutletContrastsTable.ARTICLES_A),
                        sum(OutletContrastsTable.ARTICLES_B).as(OutletContrastsTable.ARTICLES_B),
                        sum(OutletContrastsTable.STORIES_A).as(OutletContrastsTable.STORIES_A),
                        sum(OutletContrastsTable.STORIES_B).as(OutletContrastsTable.STORIES_B),
                        sort_array(collect_list(struct(
                                        col(BUCKET),
                                        col(SUM_A).minus(col(SUM_B)).as(DIFFERENCES),
                                        col(SIGNS),
                                        col(COUNT))))
                                .as(BUCKETS));
    }
}
