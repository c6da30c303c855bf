package org.parallax.run;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parallax.config.Settings.LabelSettings;
import org.parallax.label.FilledSheets;
import org.parallax.label.LabelStage;
import org.parallax.label.Labels;
import org.parallax.label.SheetRow;
import org.parallax.table.LabelQualityTable;
import org.parallax.table.LabelledMentionsTable;
import org.parallax.table.Publication;
import org.parallax.table.TableStore;
import org.parallax.voice.MentionRows;

/**
 * Takes the labels of a run to its mentions. They are input as the articles are: a run that is given none publishes none,
 * and says so where the run before it had some.
 */
final class Labelling {
    private static final int MOST_NAMED = 5;

    private Labelling() {}

    /** The sheets, checked before any work is done. */
    static List<SheetRow> read(SparkSession spark, List<String> files, TableStore store, Steps steps) {
        if (!files.isEmpty()) {
            return steps.call("read labels", () -> FilledSheets.read(spark, files));
        }
        long held = store.contains(LabelledMentionsTable.TABLE)
                ? store.read(LabelledMentionsTable.TABLE).count()
                : 0;
        if (held > 0) {
            steps.note("no --labels: the " + held + " labelled mentions that are published here will be gone;"
                    + " give the sheets again to keep them");
        }
        return List.of();
    }

    /** Writes the labelled mentions and what they say of the model, and gives the former: {@link LabelledMentionsTable}. */
    static Dataset<Row> publish(
            Dataset<Row> scored, List<SheetRow> sheets, LabelSettings settings, Publication out, Steps steps) {
        Labels labels = sheets.isEmpty()
                ? new Labels(List.of(), List.of(), List.of())
                : steps.call(
                        "find the labelled mentions", () -> LabelStage.match(scored, sheets, MentionRows.SENTENCE));
        labels.unmatched().stream()
                .limit(MOST_NAMED)
                .forEach(u -> steps.note(u.row().place() + ": left out, " + u.reason()));
        if (labels.unmatched().size() > MOST_NAMED) {
            steps.note("and " + (labels.unmatched().size() - MOST_NAMED) + " more labels are left out");
        }
        SparkSession spark = scored.sparkSession();
        steps.write(
                "judge the model by labels", out, LabelQualityTable.TABLE, labels.quality(spark, settings));
        return steps.write("write labels", out, LabelledMentionsTable.TABLE, labels.table(spark));
    }
}
