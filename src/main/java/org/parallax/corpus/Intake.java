package org.parallax.corpus;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.parallax.config.Settings.CorpusSettings;
import org.parallax.table.ArticlesTable;
import org.parallax.table.RejectsTable;

/**
 * Turns raw rows into articles and rejects: cleans them, checks every rule in the order of {@link RejectReason}, and
 * keeps the first of those with one id.
 */
public final class Intake {
    private static final String RANK = "rank";
    private static final String FIRST_FILE = "first_file";
    private static final String FIRST_POSITION = "first_position";

    private Intake() {}

    /**
     * Every raw row with the columns of {@link ArticlesTable} but its story, and with reason and detail, which are null
     * for an article. It is computed anew for {@link #accepted} and for {@link #rejected}: who asks for both persists it
     * between.
     *
     * @param raw rows as {@link RawRows#SCHEMA} says
     */
    public static Dataset<Row> check(Dataset<Row> raw, CorpusSettings settings) {
        LanguageDetector.demandKnown(settings.languages());
        RowCheck check = new RowCheck(settings);
        Dataset<Row> checked = raw.selectExpr(RawRows.SCHEMA.fieldNames())
                .map((MapFunction<Row, Row>) check::check, Encoders.row(RowCheck.SCHEMA))
                .withColumn(ArticlesTable.PUBLISHED_AT, expr("timestamp_micros(" + ArticlesTable.PUBLISHED_AT + ")"));
        return withoutDuplicates(checked);
    }

    /** The rows that broke no rule. */
    public static Dataset<Row> accepted(Dataset<Row> checked) {
        return checked.filter(col(RejectsTable.REASON).isNull()).drop(RejectsTable.REASON, RejectsTable.DETAIL);
    }

    /** The rows that broke one, as {@link RejectsTable} says. */
    public static Dataset<Row> rejected(Dataset<Row> checked) {
        return RejectsTable.TABLE.conform(
                checked.filter(col(RejectsTable.REASON).isNotNull()));
    }

    /** Marks all but the first of the valid rows with one id; a rejected row is no article that another could repeat. */
    private static Dataset<Row> withoutDuplicates(Dataset<Row> checked) {
        Column valid = col(RejectsTable.REASON).isNull();
        // Each rejected row stands alone, or all those without an id would meet in one task.
        Column group = when(valid, col(ArticlesTable.ARTICLE_ID))
                .otherwise(concat_ws("\u0000", col(ArticlesTable.SOURCE_FILE), col(ArticlesTable.SOURCE_POSITION)));
        WindowSpec sameId = Window.partitionBy(valid, group)
                .orderBy(col(ArticlesTable.SOURCE_FILE), col(ArticlesTable.SOURCE_POSITION));
        Column duplicate = valid.and(col(RANK).gt(1));
        return checked.withColumn(RANK, row_number().over(sameId))
                .withColumn(FIRST_FILE, first(col(ArticlesTable.SOURCE_FILE)).over(sameId))
                .withColumn(
                        FIRST_POSITION,
                        first(col(ArticlesTable.SOURCE_POSITION)).over(sameId))
                .withColumn(
                        RejectsTable.DETAIL,
                        when(
                                        duplicate,
                                        concat(
                                                lit("the article id stands first in "),
                                                coalesce(col(FIRST_FILE), lit("an unnamed file")),
                                                lit(", row "),
                                                coalesce(col(FIRST_POSITION).cast("string"), lit("unknown"))))
                                .otherwise(col(RejectsTable.DETAIL)))
                .withColumn(
                        RejectsTable.REASON,
                        when(duplicate, lit(RejectReason.DUPLICATE_ID.code())).otherwise(col(RejectsTable.REASON)))
                .drop(RANK, FIRST_FILE, FIRST_POSITION);
    }
}
