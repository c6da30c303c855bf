package org.parallax.label;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.parallax.config.Settings.LabelSettings;
import org.parallax.table.LabelQualityTable;
import org.parallax.table.LabelledMentionsTable;

/**
 * The labels that a run was given, put to its mentions.
 *
 * @param sheets all rows of the sheets
 * @param mentions the mentions that were labelled
 * @param unmatched labelled rows that fit none
 */
public record Labels(List<SheetRow> sheets, List<LabelledMention> mentions, List<Unmatched> unmatched) {
    public Labels {
        sheets = List.copyOf(sheets);
        mentions = List.copyOf(mentions);
        unmatched = List.copyOf(unmatched);
    }

    /** A labelled row that fits no mention of the run. */
    public record Unmatched(SheetRow row, String reason) {}

    /** Rows of {@link LabelledMentionsTable}. */
    public Dataset<Row> table(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        for (LabelledMention mention : mentions) {
            rows.add(RowFactory.create(
                    mention.articleId(),
                    mention.field(),
                    mention.sentenceIndex(),
                    mention.target(),
                    mention.meanLabel(),
                    mention.labels().size(),
                    mention.inclusionProbability()));
        }
        return spark.createDataFrame(rows, LabelledMentionsTable.TABLE.schema());
    }

    /** Rows of {@link LabelQualityTable}: each target of the sheets, and all of them together. */
    public Dataset<Row> quality(SparkSession spark, LabelSettings settings) {
        List<Row> rows = new ArrayList<>();
        if (!sheets.isEmpty()) {
            TreeSet<String> targets = new TreeSet<>();
            mentions.forEach(m -> targets.add(m.target()));
            sheets.stream().map(SheetRow::target).filter(t -> !t.isEmpty()).forEach(targets::add);
            targets.forEach(t -> rows.add(of(t).row(t, settings)));
            rows.add(new LabelQuality(sheets, mentions, unmatched).row(LabelQualityTable.ALL, settings));
        }
        return spark.createDataFrame(rows, LabelQualityTable.TABLE.schema());
    }

    private LabelQuality of(String target) {
        return new LabelQuality(
                sheets.stream().filter(s -> s.target().equals(target)).toList(),
                mentions.stream().filter(m -> m.target().equals(target)).toList(),
                unmatched.stream().filter(u -> u.row().target().equals(target)).toList());
    }
}
