package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Settings.TrendSettings;
import org.parallax.statistics.CellSeed;
import org.parallax.statistics.ChangePoint;
import org.parallax.statistics.ChangePoints;
import org.parallax.table.ChangePointsTable;
import org.parallax.table.StanceByPeriodTable;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Finds the breaks of the daily and weekly series. {@link ReceiptStage} says where they come from. */
public final class BreakStage {
    /** Whether there are few stories around the date. */
    static final String THIN = "is_thin_around";

    private static final String FOUND = "found_breaks";
    private static final String BREAK = "found_break";

    private static final StructType TYPE = new StructType()
            .add(ChangePointsTable.DATE, IntegerType)
            .add(ChangePointsTable.DATE_LOW, IntegerType)
            .add(ChangePointsTable.DATE_HIGH, IntegerType)
            .add(ChangePointsTable.BEFORE_FROM, IntegerType)
            .add(ChangePointsTable.AFTER_TO, IntegerType)
            .add(ChangePointsTable.PERIODS_BEFORE, IntegerType)
            .add(ChangePointsTable.PERIODS_AFTER, IntegerType)
            .add(ChangePointsTable.STORIES_BEFORE, LongType)
            .add(ChangePointsTable.STORIES_AFTER, LongType)
            .add(ChangePointsTable.MEAN_BEFORE, DoubleType)
            .add(ChangePointsTable.MEAN_AFTER, DoubleType)
            .add(ChangePointsTable.STRENGTH, DoubleType)
            .add(ChangePointsTable.RANK, IntegerType)
            .add(ChangePointsTable.PERSISTENCE, DoubleType)
            .add(THIN, BooleanType)
            .add(ChangePointsTable.P, DoubleType);

    private static final List<String> DATES = List.of(
            ChangePointsTable.DATE,
            ChangePointsTable.DATE_LOW,
            ChangePointsTable.DATE_HIGH,
            ChangePointsTable.BEFORE_FROM,
            ChangePointsTable.AFTER_TO);

    private BreakStage() {}

    /**
     * The breaks with the columns of {@link ChangePointsTable} that come from the series alone. A series that was searched
     * and has none counts as a test with a p-value of 1 among those that the q-values are of.
     *
     * @param series what {@link SeriesStage} gives
     */
    public static Dataset<Row> find(Dataset<Row> series, TrendSettings settings) {
        Dataset<Row> tested = series.filter(
                        col(StanceByPeriodTable.PERIOD).isin(StanceByPeriodTable.DAY, StanceByPeriodTable.WEEK))
                // The outlets and sentences that a break is explained by are those of every copy too.
                .filter(col(StanceByPeriodTable.COUNTING).equalTo(StanceByPeriodTable.EVERY_COPY))
                .withColumn(
                        FOUND,
                        breaks(settings)
                                .apply(SeriesStage.name(), col(StanceByPeriodTable.PERIOD), col(SeriesStage.PERIODS)))
                .drop(SeriesStage.PERIODS)
                .withColumn(BREAK, explode(col(FOUND)))
                .drop(FOUND)
                .select(col("*"), col(BREAK + ".*"))
                .drop(BREAK);
        Dataset<Row> found = FalseDiscovery.withQ(tested, ChangePointsTable.P, ChangePointsTable.Q)
                .filter(col(ChangePointsTable.DATE).isNotNull())
                .withColumn(
                        ChangePointsTable.DIFFERENCE,
                        col(ChangePointsTable.MEAN_AFTER).minus(col(ChangePointsTable.MEAN_BEFORE)));
        for (String date : DATES) {
            found = found.withColumn(date, date_from_unix_date(col(date)));
        }
        return found;
    }

    private static UserDefinedFunction breaks(TrendSettings settings) {
        ChangePoints search =
                new ChangePoints(settings.minSegment(), settings.penalty(), settings.resamples(), settings.alpha());
        int least = search.least();
        double penalty = search.penalty();
        int draws = search.draws();
        double alpha = search.alpha();
        long seed = settings.seed();
        int minPeriods = Math.max(settings.minBreakPeriods(), 2 * settings.minSegment());
        UDF3<String, String, Seq<Row>, Row @Nullable []> breaks = (name, period, rows) -> rows.size() < minPeriods
                ? null
                : of(
                        Series.of(period, JavaConverters.seqAsJavaList(rows)),
                        new ChangePoints(least, penalty, draws, alpha),
                        CellSeed.of(seed, name));
        // Dear, so never to be computed again.
        return udf(breaks, createArrayType(TYPE)).asNondeterministic();
    }

    private static Row[] of(Series series, ChangePoints search, long seed) {
        ChangePoints.Result result = search.find(series.times(), series.means(), series.stories(), seed);
        List<ChangePoint> byStrength =
                result.found().stream().sorted(ChangePoints.byStrength()).toList();
        List<Row> rows = new ArrayList<>();
        for (ChangePoint found : result.found()) {
            rows.add(row(series, found, byStrength.indexOf(found) + 1));
        }
        for (double p : result.rejected()) {
            rows.add(without(p));
        }
        if (rows.isEmpty()) {
            rows.add(without(1));
        }
        return rows.toArray(Row[]::new);
    }

    private static Row row(Series series, ChangePoint found, int rank) {
        long last = series.times()[found.to() - 1];
        return RowFactory.create(
                series.begin(series.times()[found.at()]),
                series.begin(found.earliest()),
                series.begin(found.latest()),
                series.begin(series.times()[found.from()]),
                series.begin(last + 1) - 1,
                found.at() - found.from(),
                found.to() - found.at(),
                series.stories(found.from(), found.at()),
                series.stories(found.at(), found.to()),
                found.before(),
                found.after(),
                found.strength(),
                rank,
                found.persistence(),
                series.isThinAround(found.from(), found.at(), found.to()),
                found.p());
    }

    private static Row without(double p) {
        Object[] values = new Object[TYPE.size()];
        values[TYPE.size() - 1] = p;
        return RowFactory.create(values);
    }
}
