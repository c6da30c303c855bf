package org.parallax.table;

import java.util.List;

/** All published tables. */
public final class Tables {
    /** In the order of the pipeline. */
    public static final List<Table> ALL = List.of(
            ArticlesTable.TABLE,
            RejectsTable.TABLE,
            MentionsTable.TABLE,
            CitedSourcesTable.TABLE,
            ArticleStanceTable.TABLE,
            ArticleToneTable.TABLE,
            StanceByPeriodTable.TABLE,
            AttentionByPeriodTable.TABLE,
            EventsTable.TABLE,
            StanceChangesTable.TABLE,
            OutletContrastsTable.TABLE,
            StoryComparisonsTable.TABLE,
            ActorPositionsTable.TABLE,
            ActorAgreementTable.TABLE,
            LabelledMentionsTable.TABLE,
            LabelQualityTable.TABLE,
            StanceTrendsTable.TABLE,
            ChangePointsTable.TABLE,
            ScoresTable.TABLE);

    private Tables() {}
}
