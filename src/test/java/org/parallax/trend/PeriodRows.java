package org.parallax.trend;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.parallax.table.Table;

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
        byte[] packed =
                Posteriors.pack(java.util.Collections.nCopies(mentions, new Label(minus, 1 - minus - plus, plus)));
        Map<String, Object> values = new HashMap<>();
        values.put(ArticleStanceTable.ARTICLE_ID, id);
        values.put(ArticleStanceTable.STORY_ID, story);
        values.put(ArticleStanceTable.ORIGINAL, true);
        values.put(ArticleStanceTable.OUTLET, outlet);
        values.put(ArticleStanceTable.COUNTRY, country);
        values.put(ArticleStanceTable.LANGUAGE, "en");
        values.put(ArticleStanceTable.PUBLISHED_AT, time);
        values.put(ArticleStanceTable.TARGET, "nato");
        values.put(ArticleStanceTable.VOICE, "author");
        values.put(ArticleStanceTable.MENTIONS, mentions);
        for (String of : List.of("favourable", "neutral", "unfavourable")) {
            values.put(of, stance.equals(of) ? mentions : 0);
        }
        values.put(ArticleStanceTable.UNCERTAIN, 0);
        values.put(ArticleStanceTable.SCORE, score);
        values.put(ArticleStanceTable.SCORE_LOW, -1.0);
        values.put(ArticleStanceTable.SCORE_HIGH, 1.0);
        values.put(ArticleStanceTable.STANCE, stance);
        values.put(ArticleStanceTable.EVIDENCE, new Row[0]);
        values.put(ArticleStanceTable.PROBABILITIES, packed);
        values.put(ArticleStanceTable.MODEL_ID, "m1");
        return row(ArticleStanceTable.TABLE, values);
    }

    private static Row row(Table table, Map<String, Object> values) {
        return RowFactory.create(
                table.columns().stream().map(c -> values.get(c.name())).toArray());
    }

    static Row copy(Row article) {
        return with(article, ArticleStanceTable.ORIGINAL, false);
    }

    static Row mention(String article, int sentence, double score, String stance) {
        double minus = Math.max(0, -score);
        double plus = Math.max(0, score);
        Map<String, Object> values = new HashMap<>();
        values.put(MentionsTable.ARTICLE_ID, article);
        values.put(MentionsTable.FIELD, MentionsTable.FIELD_BODY);
        values.put(MentionsTable.SENTENCE_INDEX, sentence);
        values.put(MentionsTable.TARGET, "nato");
        values.put(MentionsTable.VOICE, "author");
        values.put(MentionsTable.P_UNFAVOURABLE, minus);
        values.put(MentionsTable.P_NEUTRAL, 1 - minus - plus);
        values.put(MentionsTable.P_FAVOURABLE, plus);
        values.put(MentionsTable.SCORE, score);
        values.put(MentionsTable.STANCE, stance);
        return row(MentionsTable.TABLE, values);
    }

    static Row label(String article, int sentence, double label, @Nullable Double probability) {
        return RowFactory.create(article, "body", sentence, "nato", label, 1, probability);
    }
}
