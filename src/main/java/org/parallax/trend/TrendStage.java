package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Settings.TrendSettings;
import org.parallax.statistics.Interval;
import org.parallax.statistics.MannKendall;
import org.parallax.statistics.TheilSen;
import org.parallax.table.StanceByPeriodTable;
import org.parallax.table.StanceTrendsTable;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Tests each series for a trend. */
public final class TrendStage {
    private static final String FOUND = "found_trend";
    private static final double DAYS = 30;

    private static final StructType TYPE = new StructType()
            .add(StanceTrendsTable.FIRST_PERIOD, IntegerType)
            .add(StanceTrendsTable.LAST_PERIOD, IntegerType)
            .add(StanceTrendsTable.PERIODS, IntegerType)
            .add(StanceTrendsTable.MISSING, IntegerType)
            .add(StanceTrendsTable.SLOPE, DoubleType)
            .add(StanceTrendsTable.SLOPE_LOW, DoubleType)
            .add(StanceTrendsTable.SLOPE_HIGH, DoubleType)
            .add(StanceTrendsTable.TAU, DoubleType)
            .add(StanceTrendsTable.CORRECTION, DoubleType)
            .add(StanceTrendsTable.Z, DoubleType)
            .add(StanceTrendsTable.P, DoubleType)
            .add(StanceTrendsTable.STATUS, StringType);

    private TrendStage() {}

    /**
     * Rows of {@link StanceTrendsTable}, in no order.
     *
     * @param series what {@link SeriesStage} gives
     */
    public static Dataset<Row> trends(Dataset<Row> series, TrendSettings settings) {
        Dataset<Row> tested = series.withColumn(
                        FOUND,
                        trend(settings.minPeriods()).apply(col(StanceByPeriodTable.PERIOD), col(SeriesStage.PERIODS)))
                .drop(SeriesStage.PERIODS)
                .select(col("*"), col(FOUND + ".*"));
        return StanceTrendsTable.TABLE.conform(FalseDiscovery.withQ(tested, StanceTrendsTable.P, StanceTrendsTable.Q)
                .withColumn(StanceTrendsTable.FIRST_PERIOD, date_from_unix_date(col(StanceTrendsTable.FIRST_PERIOD)))
                .withColumn(StanceTrendsTable.LAST_PERIOD, date_from_unix_date(col(StanceTrendsTable.LAST_PERIOD))));
    }

    private static UserDefinedFunction trend(int minPeriods) {
        UDF2<String, Seq<Row>, Row> trend =
                (period, rows) -> of(Series.of(period, JavaConverters.seqAsJavaList(rows)), minPeriods);
        // Dear, so never to be computed again for each of its fields.
        return udf(trend, TYPE).asNondeterministic();
    }

    private static Row of(Series series, int minPeriods) {
        if (series.size() < minPeriods) {
            return row(series, StanceTrendsTable.TOO_FEW_PERIODS);
        }
        double first = series.means()[0];
        if (Arrays.stream(series.means()).allMatch(mean -> mean == first)) {
            return row(series, StanceTrendsTable.CONSTANT);
        }
        double[] x = Arrays.stream(series.times()).asDoubleStream().toArray();
        TheilSen line = new TheilSen(x, series.means());
        MannKendall test = MannKendall.hamedRao(series.times(), series.means(), line.slope());
        // Sen's interval is that of the same score as the test, so what widens the one widens the other.
        Interval interval = line.interval(Math.max(1, test.correction()));
        double unit = DAYS / series.cadence().days();
        return row(
                series,
                test.isTest() ? StanceTrendsTable.OK : StanceTrendsTable.NO_VARIANCE,
                line.slope() * unit,
                interval.low() * unit,
                interval.high() * unit,
                test.tau(),
                test.correction(),
                test.isTest() ? test.z() : null,
                test.isTest() ? test.p() : null);
    }

    private static Row row(Series series, String status, @Nullable Object... numbers) {
        @Nullable Object[] values = new @Nullable Object[TYPE.size()];
        values[0] = series.begin(series.times()[0]);
        values[1] = series.begin(series.times()[series.size() - 1]);
        values[2] = series.size();
        values[3] = series.missing();
        System.arraycopy(numbers, 0, values, 4, numbers.length);
        values[TYPE.size() - 1] = status;
        return RowFactory.create(values);
    }
}
