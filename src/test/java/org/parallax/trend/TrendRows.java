package org.parallax.trend;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.parallax.config.Settings.TrendSettings;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.StanceByPeriodTable;

/** Periods and articles for the tests of trends and breaks. */
final class TrendRows {
    static final TrendSettings SETTINGS = new TrendSettings(10, 28, 7, 2, 199, 0.05, 7, 5, 2, 20, 0.3);
    static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

    private TrendRows() {}

    /** A row of stance_by_period by author on nato. */
    static Row period(String period, LocalDate begin, String grouping, String group, double mean, long stories) {
        return row(
                StanceByPeriodTable.TABLE.schema(),
                Map.of(
                        StanceByPeriodTable.PERIOD, period,
                        StanceByPeriodTable.PERIOD_START, Date.valueOf(begin),
                        StanceByPeriodTable.GROUPING, grouping,
                        StanceByPeriodTable.GROUP, group,
                        StanceByPeriodTable.TARGET, "nato",
                        StanceByPeriodTable.VOICE, "author",
                        StanceByPeriodTable.ARTICLES, stories,
                        StanceByPeriodTable.STORIES, stories,
                        StanceByPeriodTable.MEAN, mean,
                        StanceByPeriodTable.COUNTING, StanceByPeriodTable.EVERY_COPY));
    }

    /** Days from {@link #FIRST} on, of all outlets, two stories a day. */
    static List<Row> days(int days, IntToDoubleFunction mean) {
        return IntStream.range(0, days)
                .mapToObj(d -> period("day", FIRST.plusDays(d), "all", "all", mean.applyAsDouble(d), 2))
                .toList();
    }

    /** An article of a day that is a story of its own, with one sentence of its own. */
    static Row article(String id, String outlet, int day, double score, String model) {
        return row(
                ArticleStanceTable.TABLE.schema(),
                Map.of(
                        ArticleStanceTable.ARTICLE_ID,
                        id,
                        ArticleStanceTable.STORY_ID,
                        "story of " + id,
                        ArticleStanceTable.OUTLET,
                        outlet,
                        ArticleStanceTable.LANGUAGE,
                        "en",
                        ArticleStanceTable.PUBLISHED_AT,
                        lateOn(day),
                        ArticleStanceTable.TARGET,
                        "nato",
                        ArticleStanceTable.VOICE,
                        "author",
                        ArticleStanceTable.SCORE,
                        score,
                        ArticleStanceTable.EVIDENCE,
                        new Row[] {RowFactory.create("body", 0, 10, score, "Sentence of " + id + ".")},
                        ArticleStanceTable.MODEL_ID,
                        model));
    }

    private static Timestamp lateOn(int day) {
        return Timestamp.from(FIRST.plusDays(day).atTime(LocalTime.of(23, 30)).toInstant(ZoneOffset.UTC));
    }

    /** The same row of article_stance in another voice. */
    static Row inVoice(Row article, String voice) {
        Object[] values = new Object[article.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = article.get(i);
        }
        values[ArticleStanceTable.TABLE.schema().fieldIndex(ArticleStanceTable.VOICE)] = voice;
        return RowFactory.create(values);
    }

    /** A row of articles. */
    static Row published(String id, String outlet, int day, String language) {
        return row(
                ArticlesTable.TABLE.schema(),
                Map.of(
                        ArticlesTable.ARTICLE_ID,
                        id,
                        ArticlesTable.OUTLET,
                        outlet,
                        ArticlesTable.LANGUAGE,
                        language,
                        ArticlesTable.PUBLISHED_AT,
                        lateOn(day)));
    }

    static Dataset<Row> articles(SparkSession spark, List<Row> rows) {
        return spark.createDataFrame(rows, ArticlesTable.TABLE.schema());
    }

    static Dataset<Row> byPeriod(SparkSession spark, List<Row> rows) {
        return spark.createDataFrame(rows, StanceByPeriodTable.TABLE.schema());
    }

    static Dataset<Row> articleStance(SparkSession spark, List<Row> rows) {
        return spark.createDataFrame(rows, ArticleStanceTable.TABLE.schema());
    }

    private static Row row(StructType schema, Map<String, Object> values) {
        Object[] row = new Object[schema.size()];
        for (StructField field : schema.fields()) {
            row[schema.fieldIndex(field.name())] = values.get(field.name());
        }
        return RowFactory.create(row);
    }
}
