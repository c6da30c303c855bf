package org.parallax.table;

import java.util.List;

/** All published tables. */
public final class Tables {
    /** In the order of the pipeline. */
    public static final List<Table> ALL = List.of(
            ArticlesTable.TABLE,
            RejectsTable.TABLE,
            MentionsTable.TABLE,
            ArticleStanceTable.TABLE,
            ArticleToneTable.TABLE,
            StanceByPeriodTable.TABLE,
            StanceTrendsTable.TABLE,
            ChangePointsTable.TABLE,
            ScoresTable.TABLE);

    private Tables() {}
}
