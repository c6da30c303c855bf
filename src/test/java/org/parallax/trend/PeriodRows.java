package org.parallax.trend;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.parallax.statistics.Label;
import org.parallax.statistics.Posteriors;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.LabelledMentionsTable;
import org.parallax.table.MentionsTable;
import org.parallax.table.Rows;

/** Rows for the tests of the periods. */
final class PeriodRows {
    private PeriodRows() {}

    static Dataset<Row> articleStance(SparkSession spark, List<Row> articles) {
        return spark.createDataFrame(new ArrayList<>(articles), ArticleStanceTable.TABLE.schema());
    }

    static Dataset<Row> mentions(SparkSession spark, Row... mentions) {
        return spark.createDataFrame(new ArrayList<>(Arrays.asList(mentions)), MentionsTable.TABLE.schema());
    }

    static Dataset<Row> labels(SparkSession spark, Row... labels) {
        return spark.createDataFrame(new ArrayList<>(Arrays.asList(labels)), LabelledMentionsTable.TABLE.schema());
    }

    /** A copy of the row with another value in a column. */
    static Row with(Row article, String column, @Nullable Object value) {
        Object[] values = new Object[article.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = article.get(i);
        }
        values[ArticleStanceTable.TABLE.schema().fieldIndex(column)] = value;
        return RowFactory.create(values);
    }

    /** An original article all of whose mentions are of one class. */
    static Row article(
            String id,
            String story,
            String outlet,
            @Nullable String country,
            @Nullable String published,
            double score,
            int mentions) {
        String stance = Math.abs(score) <= 0.2 ? "neutral" : score > 0 ? "favourable" : "unfavourable";
        Timestamp time = published == null ? null : Timestamp.from(Instant.parse(published));
        double minus = Math.max(0, -score);
        double plus = Math.max(0, score);
        byte[] packed = Posteriors.pack(java.util.Collections.nCopies(
                mentions, new Label(minus, 1 - minus - plus, plus)));
        return Rows.of(
                ArticleStanceTable.TABLE,
                ArticleStanceTable.ARTICLE_ID,
                id,
                ArticleStanceTable.STORY_ID,
                story,
                ArticleStanceTable.ORIGINAL,
                true,
                ArticleStanceTable.OUTLET,
                outlet,
                ArticleStanceTable.COUNTRY,
                country,
                ArticleStanceTable.LANGUAGE,
                "en",
                ArticleStanceTable.PUBLISHED_AT,
                time,
                ArticleStanceTable.TARGET,
                "nato",
                ArticleStanceTable.VOICE,
                "author",
                ArticleStanceTable.MENTIONS,
                mentions,
                ArticleStanceTable.FAVOURABLE,
                stance.equals("favourable") ? mentions : 0,
                ArticleStanceTable.NEUTRAL,
                stance.equals("neutral") ? mentions : 0,
                ArticleStanceTable.UNFAVOURABLE,
                stance.equals("unfavourable") ? mentions : 0,
                ArticleStanceTable.UNCERTAIN,
                0,
                ArticleStanceTable.SCORE,
                score,
                ArticleStanceTable.SCORE_LOW,
                -1.0,
                ArticleStanceTable.SCORE_HIGH,
                1.0,
                ArticleStanceTable.STANCE,
                stance,
                ArticleStanceTable.EVIDENCE,
                new Row[0],
                ArticleStanceTable.PROBABILITIES,
                packed,
                ArticleStanceTable.MODEL_ID,
                "m1");
    }

    static Row copy(Row article) {
        return with(article, ArticleStanceTable.ORIGINAL, false);
    }

    static Row mention(String article, int sentence, double score, String stance) {
        double minus = Math.max(0, -score);
        double plus = Math.max(0, score);
        return Rows.of(
                MentionsTable.TABLE,
                MentionsTable.ARTICLE_ID,
                article,
                MentionsTable.FIELD,
                "body",
                MentionsTable.SENTENCE_INDEX,
                sentence,
                MentionsTable.SENTENCE_BEGIN,
                0,
                MentionsTable.SENTENCE_END,
                10,
                MentionsTable.TARGET,
                "nato",
                MentionsTable.BEGIN,
                0,
                MentionsTable.END,
                4,
                MentionsTable.SURFACE,
                "NATO",
                MentionsTable.OCCURRENCES,
                1,
                MentionsTable.VOICE,
                "author",
                MentionsTable.P_UNFAVOURABLE,
                minus,
                MentionsTable.P_NEUTRAL,
                1 - minus - plus,
                MentionsTable.P_FAVOURABLE,
                plus,
                MentionsTable.SCORE,
                score,
                MentionsTable.STANCE,
                stance,
                MentionsTable.MODEL_ID,
                "m1");
    }

    static Row label(String article, int sentence, double label, @Nullable Double probability) {
        return RowFactory.create(article, "body", sentence, "nato", label, 1, probability);
    }
}
