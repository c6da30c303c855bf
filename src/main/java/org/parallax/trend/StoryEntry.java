package org.parallax.trend;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.parallax.statistics.Observed;

/**
 * Articles of one story, day and kind, as one series gets them; the original apart from its copies.
 *
 * @param series by {@link SeriesNumbers}
 * @param day of publication, days since 1970
 * @param story hash of the story
 * @param outlet by {@link SeriesNumbers}
 * @param article hash of the first of the articles
 * @param byStance articles whose stance is unfavourable, neutral, favourable
 * @param copies articles of the story in the day, week, month and span of this series that the entry belongs to
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers to compute with: never compared, never changed.
record StoryEntry(
        int series,
        int day,
        long story,
        int outlet,
        boolean original,
        long article,
        long[] byStance,
        Observed observed,
        long[] copies) {
    static final String SERIES = "series";

    /** Series and day in one number, so that most comparisons of a sort look no further. */
    private static final String PLACE = "place_in_time";

    private static final String STORY = "story";
    private static final String OUTLET = "outlet";
    private static final String ORIGINAL = "is_original";
    private static final String ARTICLE = "article";

    static final StructType SCHEMA = new StructType()
            .add(SERIES, IntegerType)
            .add(PLACE, LongType)
            .add(STORY, LongType)
            .add(OUTLET, IntegerType)
            .add(ORIGINAL, BooleanType)
            .add(ARTICLE, LongType)
            .add("unfavourable_articles", LongType)
            .add("neutral_articles", LongType)
            .add("favourable_articles", LongType)
            .add("articles", LongType)
            .add("scores", DoubleType)
            .add("squares", DoubleType)
            .add("unfavourable_mentions", LongType)
            .add("neutral_mentions", LongType)
            .add("favourable_mentions", LongType)
            .add("probabilities", BinaryType)
            .add("labels", LongType)
            .add("label_weight", DoubleType)
            .add("label_residual", DoubleType)
            .add("copies_in_day", LongType)
            .add("copies_in_week", LongType)
            .add("copies_in_month", LongType)
            .add("copies_in_span", LongType);

    /** Series by series in the order of days; the last, an article's hash, leaves no tie. */
    static final List<String> ORDER = List.of(PLACE, STORY, OUTLET, ORIGINAL, ARTICLE);

    Row row() {
        return RowFactory.create(
                series,
                ((long) series << Integer.SIZE) + day,
                story,
                outlet,
                original,
                article,
                byStance[0],
                byStance[1],
                byStance[2],
                observed.articles(),
                observed.scores(),
                observed.squares(),
                observed.unfavourable(),
                observed.neutral(),
                observed.favourable(),
                observed.posteriors(),
                observed.labels(),
                observed.labelWeight(),
                observed.labelResidual(),
                copies[0],
                copies[1],
                copies[2],
                copies[3]);
    }

    static StoryEntry of(Row row) {
        return new StoryEntry(
                row.getInt(0),
                (int) row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getBoolean(4),
                row.getLong(5),
                new long[] {row.getLong(6), row.getLong(7), row.getLong(8)},
                new Observed(
                        row.getLong(9),
                        row.getDouble(10),
                        row.getDouble(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14),
                        row.isNullAt(15) ? null : row.getAs(15),
                        row.getLong(16),
                        row.getDouble(17),
                        row.getDouble(18)),
                new long[] {row.getLong(19), row.getLong(20), row.getLong(21), row.getLong(22)});
    }
}
