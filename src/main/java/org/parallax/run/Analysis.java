package org.parallax.run;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.config.Settings;
import org.parallax.config.Target;
import org.parallax.corpus.Events;
import org.parallax.statistics.ModelError;
import org.parallax.table.ActorAgreementTable;
import org.parallax.table.ActorPositionsTable;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.AttentionByPeriodTable;
import org.parallax.table.ChangePointsTable;
import org.parallax.table.EventsTable;
import org.parallax.table.LabelledMentionsTable;
import org.parallax.table.OutletContrastsTable;
import org.parallax.table.Publication;
import org.parallax.table.StanceByPeriodTable;
import org.parallax.table.StanceChangesTable;
import org.parallax.table.StanceTrendsTable;
import org.parallax.table.StoryComparisonsTable;
import org.parallax.trend.AgreementStage;
import org.parallax.trend.AttentionStage;
import org.parallax.trend.BreakStage;
import org.parallax.trend.ChangeStage;
import org.parallax.trend.ContrastStage;
import org.parallax.trend.PeriodStage;
import org.parallax.trend.PositionStage;
import org.parallax.trend.ReceiptStage;
import org.parallax.trend.SeriesStage;
import org.parallax.trend.StoryComparisonStage;
import org.parallax.trend.TrendStage;
import org.parallax.voice.MentionRows;

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
     * @param scored rows of {@link MentionRows} with the model's answers
     * @param stance rows of {@link ArticleStanceTable}
     * @param labels rows of {@link LabelledMentionsTable}, none where nobody labelled
     * @param errors how the model errs, as far as is known
     */
    void write(
            Dataset<Row> articles, Dataset<Row> scored, Dataset<Row> stance, Dataset<Row> labels, ModelError errors) {
        Dataset<Row> byPeriod = steps.writeAsPartitioned(
                "sum up periods",
                out,
                StanceByPeriodTable.TABLE,
                PeriodStage.byPeriod(stance, labels, scored, errors, settings.periods()));
        trends(articles, byPeriod, stance);
        steps.write("split changes", out, StanceChangesTable.TABLE, ChangeStage.changes(stance, settings.changes()));
        comparisons(articles, stance);
        positions(articles, scored);
    }

    private void trends(Dataset<Row> articles, Dataset<Row> byPeriod, Dataset<Row> stance) {
        List<String> targets = settings.targets().stream().map(Target::id).toList();
        Dataset<Row> attention = steps.hold(
                "count articles on targets",
                AttentionStage.byDay(
                        articles, stance, targets, settings.stance().languages()));
        Dataset<Row> attentionByPeriod =
                steps.write("sum up attention", out, AttentionByPeriodTable.TABLE, AttentionStage.byPeriod(attention));
        Dataset<Row> series = steps.hold(
                "gather series",
                SeriesStage.ofStance(byPeriod).unionByName(SeriesStage.ofAttention(attentionByPeriod)));
        steps.write("test for trends", out, StanceTrendsTable.TABLE, TrendStage.trends(series, settings.trends()));
        Dataset<Row> breaks = steps.hold("look for breaks", BreakStage.find(series, settings.trends()));
        steps.write(
                "say where breaks come from",
                out,
                ChangePointsTable.TABLE,
                ReceiptStage.add(breaks, stance, attention, settings.trends()));
    }

    private void comparisons(Dataset<Row> articles, Dataset<Row> stance) {
        Dataset<Row> events = steps.write(
                "group stories to events", out, EventsTable.TABLE, Events.assign(articles, settings.events()));
        Dataset<Row> sketches = steps.hold("sketch outlets", ContrastStage.sketches(stance, settings.contrasts()));
        steps.write(
                "compare outlets",
                out,
                OutletContrastsTable.TABLE,
                ContrastStage.contrasts(stance, events, sketches, settings.contrasts()));
        steps.write(
                "compare stories",
                out,
                StoryComparisonsTable.TABLE,
                StoryComparisonStage.comparisons(stance, articles, events));
    }

    private void positions(Dataset<Row> articles, Dataset<Row> scored) {
        double neutralBand = settings.articles().neutralBand();
        Dataset<Row> positions = steps.write(
                "sum up positions",
                out,
                ActorPositionsTable.TABLE,
                PositionStage.positions(
                        scored.withColumnRenamed(MentionRows.SENTENCE, ActorPositionsTable.EVIDENCE_SENTENCE),
                        articles,
                        settings.actors(),
                        settings.positions(),
                        neutralBand));
        steps.write(
                "hold positions against each other",
                out,
                ActorAgreementTable.TABLE,
                AgreementStage.agreement(positions, settings.positions(), neutralBand));
    }
}
