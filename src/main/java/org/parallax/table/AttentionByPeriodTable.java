package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.required;

import java.util.List;

/** How much of what is published speaks of a target, by period. */
public final class AttentionByPeriodTable {
    public static final String PERIOD = StanceByPeriodTable.PERIOD;
    public static final String PERIOD_START = StanceByPeriodTable.PERIOD_START;
    public static final String GROUPING = StanceByPeriodTable.GROUPING;
    public static final String GROUP = StanceByPeriodTable.GROUP;
    public static final String TARGET = StanceByPeriodTable.TARGET;
    public static final String ARTICLES = StanceByPeriodTable.ARTICLES;
    public static final String ON_TARGET = "articles_on_target";
    public static final String ATTENTION = "attention";

    public static final Table TABLE = new Table(
            "attention_by_period",
            "one period, group and target, also where no article of the period names the target: such a period has an attention of 0, and is in no row of stance_by_period. Periods in which the group published nothing that could be read have no row",
            List.of(
                    required(PERIOD, StringType, "day, week, month", "Length of the period, as in stance_by_period."),
                    required(
                            PERIOD_START,
                            DateType,
                            "UTC",
                            "First day of the period, as in stance_by_period: weeks begin on Monday."),
                    StanceByPeriodTable.grouping(),
                    StanceByPeriodTable.group(),
                    required(TARGET, StringType, "a target id", "The target."),
                    required(
                            ARTICLES,
                            LongType,
                            "from 1",
                            "Dated articles of the group in the period, every copy, in a language that is scored (stance.languages); whether they name the target or not."),
                    required(ON_TARGET, LongType, "from 0", "Those of them that name the target, in whatever voice."),
                    required(
                            ATTENTION,
                            DoubleType,
                            "[0, 1]",
                            "articles_on_target / articles: how much of what the group published names the target. A count of this corpus and no estimate, so it has no interval; it says nothing of what the articles think of the target. Where the corpus was collected by searching for the target, attention is that of the search.")),
            List.of(PERIOD, PERIOD_START, GROUPING, GROUP, TARGET),
            List.of(PERIOD));

    private AttentionByPeriodTable() {}
}
