package org.parallax.trend;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Settings.PositionSettings;
import org.parallax.statistics.PairedSeries;
import org.parallax.table.ActorAgreementTable;
import org.parallax.table.ActorPositionsTable;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Holds configured holders against each other, by pairs: how far apart they are over the whole corpus, and whether they
 * stand alike and move together month by month. There are at most as many pairs as actors allow, however large the corpus.
 */
public final class AgreementStage {
    private static final int LEAST_MONTHS = 6;

    private static final String A = "a";
    private static final String B = "b";
    private static final String OF_TARGETS = "of_targets";
    private static final String OF_MONTHS = "of_months";
    private static final String RESULT = "agreement";
    private static final String[] PAIR = {
        ActorAgreementTable.HOLDER_KIND,
        ActorAgreementTable.HOLDER_A,
        ActorAgreementTable.HOLDER_B,
        ActorAgreementTable.TARGET
    };

    private static final StructType TYPE = new StructType()
            .add(ActorAgreementTable.MEAN_A, DoubleType)
            .add(ActorAgreementTable.MEAN_B, DoubleType)
            .add(ActorAgreementTable.DIFFERENCE, DoubleType)
            .add(ActorAgreementTable.MONTHS, LongType)
            .add(ActorAgreementTable.SAME_STANCE, DoubleType)
            .add(ActorAgreementTable.CORRELATION, DoubleType)
            .add(ActorAgreementTable.STATUS, StringType);

    private AgreementStage() {}

    /**
     * Rows of {@link ActorAgreementTable}, in no order.
     *
     * @param positions rows of {@link ActorPositionsTable}
     * @param neutralBand distance from 0 within which a mean is neutral
     */
    public static Dataset<Row> agreement(Dataset<Row> positions, PositionSettings settings, double neutralBand) {
        Dataset<Row> listed =
                positions.filter(col(ActorPositionsTable.HOLDER_KIND).notEqual(ActorPositionsTable.UNLISTED));
        Dataset<Row> compared = listed.filter(col(ActorPositionsTable.PERIOD)
                .equalTo(ActorPositionsTable.SPAN)
                .and(col(ActorPositionsTable.MENTIONS).geq(settings.minMentions())));
        Dataset<Row> months = listed.filter(col(ActorPositionsTable.PERIOD).equalTo(ActorPositionsTable.MONTH))
                .join(
                        compared.select(
                                ActorPositionsTable.HOLDER_KIND,
                                ActorPositionsTable.HOLDER,
                                ActorPositionsTable.TARGET),
                        asSeq(ActorPositionsTable.HOLDER_KIND, ActorPositionsTable.HOLDER, ActorPositionsTable.TARGET),
                        "left_semi");
        UDF2<Seq<Row>, @Nullable Seq<Row>, Row> agreement = (targets, common) -> of(
                JavaConverters.seqAsJavaList(targets),
                common == null ? List.of() : JavaConverters.seqAsJavaList(common),
                neutralBand);
        return ActorAgreementTable.TABLE.conform(pairs(compared, OF_TARGETS)
                .join(pairs(months, OF_MONTHS), asSeq(PAIR), "left")
                .withColumn(ActorAgreementTable.TARGETS, size(col(OF_TARGETS)))
                .withColumn(RESULT, udf(agreement, TYPE).apply(col(OF_TARGETS), col(OF_MONTHS)))
                .select(col("*"), col(RESULT + ".*")));
    }

    /** The means of each two holders in the same periods, by target and once more under all targets. */
    private static Dataset<Row> pairs(Dataset<Row> positions, String name) {
        Dataset<Row> a = side(positions, ActorAgreementTable.HOLDER_A, A);
        Dataset<Row> b = side(positions, ActorAgreementTable.HOLDER_B, B);
        return a.join(
                        b,
                        asSeq(
                                ActorPositionsTable.HOLDER_KIND,
                                ActorPositionsTable.TARGET,
                                ActorPositionsTable.PERIOD_START))
                .filter(col(ActorAgreementTable.HOLDER_A).lt(col(ActorAgreementTable.HOLDER_B)))
                .select(
                        col(ActorPositionsTable.HOLDER_KIND),
                        col(ActorAgreementTable.HOLDER_A),
                        col(ActorAgreementTable.HOLDER_B),
                        explode(array(col(ActorPositionsTable.TARGET), lit(ActorAgreementTable.ALL)))
                                .as(ActorAgreementTable.TARGET),
                        struct(col(ActorPositionsTable.PERIOD_START), col(ActorPositionsTable.TARGET), col(A), col(B))
                                .as(name))
                .groupBy(columns(PAIR))
                .agg(sort_array(collect_list(name)).as(name));
    }

    private static Dataset<Row> side(Dataset<Row> positions, String holder, String mean) {
        return positions.select(
                col(ActorPositionsTable.HOLDER_KIND),
                col(ActorPositionsTable.TARGET),
                col(ActorPositionsTable.PERIOD_START),
                col(ActorPositionsTable.HOLDER).as(holder),
                col(ActorPositionsTable.MEAN).as(mean));
    }

    private static Row of(List<Row> targets, List<Row> months, double neutralBand) {
        PairedSeries span = series(targets);
        PairedSeries monthly = series(months);
        double correlation = months.size() < LEAST_MONTHS ? Double.NaN : monthly.correlation();
        String status = months.size() < LEAST_MONTHS
                ? ActorAgreementTable.TOO_FEW_MONTHS
                : Double.isNaN(correlation) ? ActorAgreementTable.NO_VARIATION : ActorAgreementTable.OK;
        return RowFactory.create(
                mean(targets, row -> row.<Double>getAs(A)),
                mean(targets, row -> row.<Double>getAs(B)),
                span.meanAbsoluteDifference(),
                (long) months.size(),
                months.isEmpty() ? null : monthly.sameSide(neutralBand),
                Double.isNaN(correlation) ? null : correlation,
                status);
    }

    private static double mean(List<Row> rows, ToDoubleFunction<Row> value) {
        return rows.stream().mapToDouble(value).sum() / rows.size();
    }

    private static PairedSeries series(List<Row> rows) {
        return new PairedSeries(
                rows.stream().mapToDouble(row -> row.<Double>getAs(A)).toArray(),
                rows.stream().mapToDouble(row -> row.<Double>getAs(B)).toArray());
    }

    private static scala.collection.Seq<String> asSeq(String... names) {
        return JavaConverters.asScalaBuffer(List.of(names)).toSeq();
    }

    private static Column[] columns(String... names) {
        return List.of(names).stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
