package org.parallax.trend;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;
import org.parallax.config.Settings.PositionSettings;
import org.parallax.statistics.Estimate;
import org.parallax.statistics.Interval;
import org.parallax.table.ActorPositionsTable;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** A holder's mean score in a cell with its interval and evidence, from groups of its stories; for use as a Spark column. */
final class PositionMean {
    static final String RESULT = "position_mean";
    static final String CLUSTER = "cluster";
    static final String SUM = "score_sum";
    static final String COUNT = "score_count";
    /** The most and the least favourable sentence, as structs that begin with the score. */
    static final String MOST = "most_favourable";

    static final String LEAST = "least_favourable";

    /** Groups that the stories of a cell are hashed to. */
    static final int CLUSTERS = 256;

    /** What a score of 1 is counted as in {@link #SUM}: a power of two, of which a long holds the sum of 10^8. */
    static final double UNIT = 1L << 36;

    private static final int EVIDENCE = 2;

    private static final StructType TYPE = new StructType()
            .add(ActorPositionsTable.MEAN, DoubleType)
            .add(ActorPositionsTable.MEAN_LOW, DoubleType)
            .add(ActorPositionsTable.MEAN_HIGH, DoubleType)
            .add(ActorPositionsTable.STANCE, StringType)
            .add(ActorPositionsTable.STATUS, StringType)
            .add(ActorPositionsTable.EVIDENCE, createArrayType(ActorPositionsTable.EVIDENCE_TYPE));

    private PositionMean() {}

    /**
     * A function of the number of the cell's stories and an array of structs of {@link #SUM}, {@link #COUNT}, {@link #MOST}
     * and {@link #LEAST}.
     */
    static UserDefinedFunction column(PositionSettings settings, double neutralBand) {
        UDF2<Long, Seq<Row>, Row> mean =
                (stories, groups) -> of(stories, JavaConverters.seqAsJavaList(groups), settings, neutralBand);
        return udf(mean, TYPE);
    }

    private static Row of(long stories, List<Row> groups, PositionSettings settings, double neutralBand) {
        Estimate estimate = Estimate.ofMean(
                groups.stream().mapToDouble(g -> g.<Long>getAs(SUM) / UNIT).toArray(),
                groups.stream().mapToLong(g -> g.<Long>getAs(COUNT)).toArray());
        double mean = estimate.value();
        String stance = Side.of(mean, neutralBand);
        Row[] evidence = evidence(groups, mean);
        if (stories < settings.minStories() || groups.size() < 2) {
            return RowFactory.create(mean, null, null, stance, ActorPositionsTable.TOO_FEW_STORIES, evidence);
        }
        if (estimate.spread().none()) {
            return RowFactory.create(mean, null, null, stance, ActorPositionsTable.NO_SPREAD, evidence);
        }
        Interval interval = estimate.interval(-1, 1);
        return RowFactory.create(mean, interval.low(), interval.high(), stance, ActorPositionsTable.OK, evidence);
    }

    /** The strongest on the mean's side; of equal ones the first by article and place. */
    private static Row[] evidence(List<Row> groups, double mean) {
        String side = mean < 0 ? LEAST : MOST;
        Comparator<Row> strongest =
                Comparator.comparingDouble(row -> row.<Double>getAs(ActorPositionsTable.EVIDENCE_SCORE));
        return groups.stream()
                .map(g -> g.<Row>getAs(side))
                .sorted((mean < 0 ? strongest : strongest.reversed())
                        .thenComparing(row -> row.<String>getAs(ActorPositionsTable.EVIDENCE_ARTICLE))
                        .thenComparing(row -> row.<Integer>getAs(ActorPositionsTable.EVIDENCE_BEGIN)))
                .limit(EVIDENCE)
                .map(row -> RowFactory.create(
                        row.getAs(ActorPositionsTable.EVIDENCE_ARTICLE),
                        row.getAs(ActorPositionsTable.EVIDENCE_FIELD),
                        row.getAs(ActorPositionsTable.EVIDENCE_BEGIN),
                        row.getAs(ActorPositionsTable.EVIDENCE_END),
                        row.getAs(ActorPositionsTable.EVIDENCE_SCORE),
                        row.getAs(ActorPositionsTable.EVIDENCE_SENTENCE)))
                .toArray(Row[]::new);
    }
}
