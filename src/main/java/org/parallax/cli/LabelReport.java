package org.parallax.cli;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.parallax.table.LabelQualityTable;
import org.parallax.table.Manifest;
import org.parallax.table.TableStore;

/** What the labels of a run say of annotators and model, for a reader. */
final class LabelReport {
    private final List<Row> rows;
    private final Manifest manifest;

    LabelReport(SparkSession spark, String folder, Manifest manifest) {
        this.manifest = manifest;
        this.rows = new TableStore(spark, folder)
                .read(LabelQualityTable.TABLE)
                .orderBy(col(LabelQualityTable.TARGET).equalTo(LabelQualityTable.ALL), col(LabelQualityTable.TARGET))
                .collectAsList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Row all = rows.get(rows.size() - 1);
        lines.add("");
        lines.add(count(all, LabelQualityTable.LABELS) + " labels of " + count(all, LabelQualityTable.ANNOTATORS)
                + " annotators for " + count(all, LabelQualityTable.ITEMS) + " mentions; "
                + count(all, LabelQualityTable.ROWS_EMPTY) + " rows empty, "
                + count(all, LabelQualityTable.ROWS_UNCLEAR) + " marked as unclear, "
                + count(all, LabelQualityTable.ROWS_UNMATCHED) + " left out because they fit no mention");
        lines.add(String.format(
                Locale.ROOT,
                "%-16s %5s  %-22s %-22s %-9s %-5s %s",
                "",
                "items",
                "alpha (95 %)",
                "F1 macro (95 %)",
                "accuracy",
                "ECE",
                "score - label (95 %)"));
        for (Row row : rows) {
            String target = row.getAs(LabelQualityTable.TARGET);
            String name = target.equals(LabelQualityTable.ALL)
                    ? "all targets"
                    : Summary.displayName(manifest, "targets", target);
            lines.add(String.format(
                            Locale.ROOT,
                            "%-16s %5s  %-22s %-22s %-9s %-5s %s  %s",
                            name,
                            count(row, LabelQualityTable.ITEMS),
                            withInterval(
                                    row,
                                    LabelQualityTable.ALPHA_INTERVAL,
                                    LabelQualityTable.ALPHA_INTERVAL_LOW,
                                    LabelQualityTable.ALPHA_INTERVAL_HIGH),
                            withInterval(
                                    row,
                                    LabelQualityTable.F1_MACRO,
                                    LabelQualityTable.F1_MACRO_LOW,
                                    LabelQualityTable.F1_MACRO_HIGH),
                            number(row.getAs(LabelQualityTable.ACCURACY)),
                            number(row.getAs(LabelQualityTable.ECE)),
                            withInterval(
                                    row,
                                    LabelQualityTable.SCORE_ERROR,
                                    LabelQualityTable.SCORE_ERROR_LOW,
                                    LabelQualityTable.SCORE_ERROR_HIGH),
                            remark(row))
                    .stripTrailing());
        }
        lines.add(
                all.<String>getAs(LabelQualityTable.WEIGHTING).equals(LabelQualityTable.DESIGN)
                        ? "The model's figures are weighted by the sample's design and hold for all scored mentions."
                        : "Some labels have no inclusion probability: the model's figures hold for the labelled mentions only.");
        return lines;
    }

    private static String remark(Row row) {
        String status = row.getAs(LabelQualityTable.STATUS);
        return status.equals(LabelQualityTable.OK) ? "" : status;
    }

    private static String withInterval(Row row, String value, String low, String high) {
        String number = number(row.getAs(value));
        return row.getAs(low) == null
                ? number
                : number + " (" + number(row.getAs(low)) + " " + number(row.getAs(high)) + ")";
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String count(Row row, String column) {
        return String.format(Locale.ROOT, "%,d", row.<Long>getAs(column));
    }
}
