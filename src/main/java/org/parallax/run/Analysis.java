package org.parallax.run;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.config.Settings;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.MentionsTable;
import org.parallax.table.Publication;
import org.parallax.table.StanceByPeriodTable;
import org.parallax.trend.PeriodStage;

/**
 * The second half of a run: what follows from the stance of articles, one line a table. It knows nothing of the model, so
 * that the benchmark of the tables takes these very steps over made-up rows.
 */
final class Analysis {
    private final Settings settings;
    private final Publication out;
    private final Steps steps;

    Analysis(Settings settings, Publication out, Steps steps) {
        this.settings = settings;
        this.out = out;
        this.steps = steps;
    }

    /**
     * Writes the tables that follow from the rows.
     *
     * @param articles rows of {@link ArticlesTable}
     * @param scored rows of {@link MentionsTable}
     * @param stance rows of {@link ArticleStanceTable}
     */
    void write(Dataset<Row> articles, Dataset<Row> scored, Dataset<Row> stance) {
        steps.write("sum up periods", out, StanceByPeriodTable.TABLE, PeriodStage.byPeriod(stance, settings.periods()));
    }
}
