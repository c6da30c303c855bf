package org.parallax.trend;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.EventsTable;
import org.parallax.table.Rows;

/** Rows of article stance for the tests of this room, written where they are read. */
final class StanceRows {
    private StanceRows() {}

    /** An article's stance under construction; it is its own story and the author's, toward NATO, until told otherwise. */
    record Stance(
            String article,
            String story,
            String outlet,
            @Nullable String country,
            String language,
            @Nullable String day,
            String target,
            String voice,
            int mentions,
            double score) {
        Stance of(String other) {
            return new Stance(article, other, outlet, country, language, day, target, voice, mentions, score);
        }

        Stance from(@Nullable String land) {
            return new Stance(article, story, outlet, land, language, day, target, voice, mentions, score);
        }

        Stance undated() {
            return new Stance(article, story, outlet, country, language, null, target, voice, mentions, score);
        }

        Stance reported(int sentences, double heard) {
            return new Stance(article, story, outlet, country, language, day, target, "reported", sentences, heard);
        }

        Stance mentions(int sentences) {
            return new Stance(article, story, outlet, country, language, day, target, voice, sentences, score);
        }

        Row row() {
            String stance = Math.abs(score) <= 0.2 ? "neutral" : score > 0 ? "favourable" : "unfavourable";
            Timestamp time = day == null ? null : Timestamp.from(Instant.parse(day + "T10:00:00Z"));
            Row evidence =
                    RowFactory.create("body", 0, 9, score, String.format(Locale.ROOT, "%s says %.2f.", article, score));
            return Rows.of(
                    ArticleStanceTable.TABLE,
                    ArticleStanceTable.ARTICLE_ID,
                    article,
                    ArticleStanceTable.STORY_ID,
                    story,
                    ArticleStanceTable.ORIGINAL,
                    true,
                    ArticleStanceTable.OUTLET,
                    outlet,
                    ArticleStanceTable.COUNTRY,
                    country,
                    ArticleStanceTable.LANGUAGE,
                    language,
                    ArticleStanceTable.PUBLISHED_AT,
                    time,
                    ArticleStanceTable.TARGET,
                    target,
                    ArticleStanceTable.VOICE,
                    voice,
                    ArticleStanceTable.MENTIONS,
                    mentions,
                    ArticleStanceTable.FAVOURABLE,
                    0,
                    ArticleStanceTable.NEUTRAL,
                    mentions,
                    ArticleStanceTable.UNFAVOURABLE,
                    0,
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
                    new Row[] {evidence},
                    ArticleStanceTable.PROBABILITIES,
                    new byte[0],
                    ArticleStanceTable.MODEL_ID,
                    "m1");
        }
    }

    static Stance stance(String article, String outlet, String day, double score) {
        return new Stance(article, "story-" + article, outlet, "KZ", "en", day, "nato", "author", 1, score);
    }

    static Dataset<Row> table(SparkSession spark, List<Stance> stances) {
        return spark.createDataFrame(stances.stream().map(Stance::row).toList(), ArticleStanceTable.TABLE.schema());
    }

    static Dataset<Row> table(SparkSession spark, Stance... stances) {
        return table(spark, List.of(stances));
    }

    /** Rows of events: article, story, event. */
    static Dataset<Row> events(SparkSession spark, String[]... members) {
        List<Row> rows = new ArrayList<>();
        for (String[] member : members) {
            rows.add(RowFactory.create(member[0], member[1], member[2], null, 1.0));
        }
        return spark.createDataFrame(rows, EventsTable.TABLE.schema());
    }

    static Dataset<Row> articles(SparkSession spark, String... ids) {
        List<Row> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add(RowFactory.create(
                    id, null, "Title of " + id, null, "Body.", null, "one", "KZ", "en", false, id, true, null, null));
        }
        return spark.createDataFrame(rows, ArticlesTable.TABLE.schema());
    }

    /** A corpus of some outlets, countries and months, with both voices and copies. */
    static List<Stance> corpus(int articles, int outlets, long seed) {
        Random random = new Random(seed);
        List<Stance> corpus = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            String day = String.format(Locale.ROOT, "2024-%02d-%02d", 1 + random.nextInt(4), 1 + random.nextInt(28));
            Stance stance = stance("a" + i, "outlet " + random.nextInt(outlets), day, 2 * random.nextDouble() - 1)
                    .of("s" + random.nextInt(articles / 2))
                    .from(i % 5 == 0 ? null : i % 2 == 0 ? "KZ" : "PL")
                    .mentions(1 + i % 4);
            corpus.add(stance);
            if (i % 3 == 0) {
                corpus.add(stance.reported(1 + i % 2, 2 * random.nextDouble() - 1));
            }
        }
        return corpus;
    }
}
