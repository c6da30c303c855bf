package org.parallax.article;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.parallax.article.ArticleRows.article;
import static org.parallax.article.ArticleRows.articles;
import static org.parallax.article.ArticleRows.mention;
import static org.parallax.article.ArticleRows.mentions;
import static org.parallax.article.ArticleRows.unread;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.Settings.ArticleSettings;
import org.parallax.table.ArticleStanceTable;

@ExtendWith(SparkExtension.class)
class ArticleStanceStageTest {
    private static final ArticleSettings SETTINGS = new ArticleSettings(0.2, 2);

    @Test
    void theScoreIsTheMeanOfTheMentionsAndItsRowCarriesTheArticle(SparkSession spark) {
        Row row = only(
                spark,
                mention("a", "body", 0, "nato", "author", 0.7, 0.1),
                mention("a", "body", 3, "nato", "author", 0.6, 0.2),
                mention("a", "body", 5, "nato", "author", 0.1, 0.2));
        assertThat(row.<Double>getAs(ArticleStanceTable.SCORE)).isCloseTo((-0.6 - 0.4 + 0.1) / 3, within(1e-15));
        assertThat(row.<Integer>getAs(ArticleStanceTable.MENTIONS)).isEqualTo(3);
        assertThat(row.<Integer>getAs(ArticleStanceTable.UNFAVOURABLE)).isEqualTo(2);
        assertThat(row.<Integer>getAs(ArticleStanceTable.NEUTRAL)).isEqualTo(1);
        assertThat(row.<Integer>getAs(ArticleStanceTable.FAVOURABLE)).isZero();
        assertThat(row.<String>getAs(ArticleStanceTable.STANCE)).isEqualTo("unfavourable");
        assertThat(row.<String>getAs(ArticleStanceTable.STORY_ID)).isEqualTo("story-a");
        assertThat(row.<Boolean>getAs(ArticleStanceTable.ORIGINAL)).isTrue();
        assertThat(row.<byte[]>getAs(ArticleStanceTable.PROBABILITIES))
                .containsExactly((byte) 179, 26, (byte) 153, 51, 26, 51);
        assertThat(row.<String>getAs(ArticleStanceTable.OUTLET)).isEqualTo("one.example");
        assertThat(row.<String>getAs(ArticleStanceTable.COUNTRY)).isEqualTo("KZ");
        assertThat(row.<String>getAs(ArticleStanceTable.MODEL_ID)).isEqualTo("m1");
        assertThat(row.schema()).isEqualTo(ArticleStanceTable.TABLE.schema());
    }

    @Test
    void uncertainMentionsAreCountedApartAndTheirScoresCount(SparkSession spark) {
        Row row = only(
                spark,
                mention("a", "body", 0, "nato", "author", 0.7, 0.1),
                mention("a", "body", 1, "nato", "author", 0.35, 0.3));
        assertThat(row.<Integer>getAs(ArticleStanceTable.UNCERTAIN)).isEqualTo(1);
        assertThat(row.<Integer>getAs(ArticleStanceTable.UNFAVOURABLE)).isEqualTo(1);
        assertThat(row.<Integer>getAs(ArticleStanceTable.NEUTRAL)).isZero();
        assertThat(row.<Double>getAs(ArticleStanceTable.SCORE)).isCloseTo((-0.6 - 0.05) / 2, within(1e-15));
    }

    @Test
    void theIntervalIsThatOfTheMeanLabel(SparkSession spark) {
        Row row = only(
                spark,
                mention("a", "body", 0, "nato", "author", 0.5, 0.5),
                mention("a", "body", 1, "nato", "author", 0, 1));
        // The labels are -1 or +1 evenly, and +1: their mean is 0 or 1.
        assertThat(row.<Double>getAs(ArticleStanceTable.SCORE_LOW)).isZero();
        assertThat(row.<Double>getAs(ArticleStanceTable.SCORE_HIGH)).isEqualTo(1);
    }

    @Test
    void theIntervalHoldsTheScoreOfASureMentionToo(SparkSession spark) {
        Row row = only(spark, mention("a", "body", 0, "nato", "author", 0.0, 0.01));
        assertThat(row.<Double>getAs(ArticleStanceTable.SCORE_LOW)).isZero();
        assertThat(row.<Double>getAs(ArticleStanceTable.SCORE_HIGH)).isEqualTo(0.01);
    }

    @Test
    void targetsAndVoicesAreApart(SparkSession spark) {
        List<Row> rows = sum(
                        spark,
                        mention("a", "body", 0, "nato", "author", 0, 0.9),
                        mention("a", "body", 0, "russia", "author", 0.5, 0.1),
                        mention("a", "body", 1, "nato", "reported", 0.9, 0))
                .orderBy(ArticleStanceTable.TARGET, ArticleStanceTable.VOICE)
                .collectAsList();
        assertThat(rows)
                .map(r -> r.<String>getAs(ArticleStanceTable.STANCE))
                .containsExactly("favourable", "unfavourable", "unfavourable");
        assertThat(rows).map(r -> r.<Double>getAs(ArticleStanceTable.SCORE)).containsExactly(0.9, -0.9, -0.4);
    }

    @Test
    void theAuthorsStanceIsNotDrownedByThePeopleQuoted(SparkSession spark) {
        Row alone = only(spark, mention("a", "body", 20, "nato", "author", 0.1, 0.8));
        List<Row> mentions = new ArrayList<>(List.of(mention("a", "body", 20, "nato", "author", 0.1, 0.8)));
        mentions.add(mention("a", "title", 0, "nato", "reported", 0.98, 0.01));
        for (int sentence = 0; sentence < 19; sentence++) {
            mentions.add(mention("a", "body", sentence, "nato", "reported", 0.98, 0.01));
        }
        Row author = sum(spark, mentions.toArray(Row[]::new))
                .filter(col(ArticleStanceTable.VOICE).equalTo("author"))
                .head();
        assertThat(author).isEqualTo(alone);
        assertThat(author.<String>getAs(ArticleStanceTable.STANCE)).isEqualTo("favourable");
    }

    @Test
    void mentionsThatTheModelDidNotReadCountForNothing(SparkSession spark) {
        Row row = only(spark, unread("a", 0, "nato"), mention("a", "body", 1, "nato", "author", 0.3, 0.3));
        assertThat(row.<Integer>getAs(ArticleStanceTable.MENTIONS)).isEqualTo(1);
        assertThat(sum(spark, unread("a", 0, "nato")).count()).isZero();
    }

    @Test
    void theEdgeOfTheBandIsNeutral(SparkSession spark) {
        assertThat(only(spark, mention("a", "body", 0, "nato", "author", 0, 0.2))
                        .<String>getAs(ArticleStanceTable.STANCE))
                .isEqualTo("neutral");
        assertThat(only(spark, mention("a", "body", 0, "nato", "author", 0, 0.21))
                        .<String>getAs(ArticleStanceTable.STANCE))
                .isEqualTo("favourable");
    }

    @Test
    void evidenceIsTheStrongestOnTheScoresSideAndTheTitleComesFirst(SparkSession spark) {
        Row row = only(
                spark,
                mention("a", "body", 0, "nato", "author", 0.5, 0),
                mention("a", "body", 1, "nato", "author", 0, 0.95),
                mention("a", "body", 2, "nato", "author", 0.9, 0),
                mention("a", "body", 4, "nato", "author", 0.5, 0),
                mention("a", "title", 0, "nato", "author", 0.5, 0));
        List<Row> evidence = row.getList(row.fieldIndex(ArticleStanceTable.EVIDENCE));
        assertThat(evidence)
                .map(e -> e.<String>getAs(ArticleStanceTable.EVIDENCE_SENTENCE))
                .containsExactly("body sentence 2", "title sentence 0");
        assertThat(evidence.get(0).<Integer>getAs(ArticleStanceTable.EVIDENCE_BEGIN))
                .isEqualTo(200);
        assertThat(evidence.get(0).<Integer>getAs(ArticleStanceTable.EVIDENCE_END))
                .isEqualTo(250);
        assertThat(evidence.get(0).<Double>getAs(ArticleStanceTable.SCORE)).isEqualTo(-0.9);
    }

    @Test
    void anArticleOfScoreZeroShowsBothSides(SparkSession spark) {
        Row row = only(
                spark,
                mention("a", "body", 0, "nato", "author", 0.5, 0),
                mention("a", "body", 1, "nato", "author", 0, 0.5));
        assertThat(row.<Row>getList(row.fieldIndex(ArticleStanceTable.EVIDENCE)))
                .hasSize(2);
        assertThat(row.<String>getAs(ArticleStanceTable.STANCE)).isEqualTo("neutral");
    }

    @Test
    void theOrderAndPartitionsOfTheMentionsDoNotChangeABit(SparkSession spark) {
        Random random = new Random(4);
        List<Row> mentions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double minus = random.nextDouble();
            mentions.add(mention(
                    "ab".substring(i % 2, i % 2 + 1),
                    "body",
                    i,
                    "nato",
                    "author",
                    minus,
                    (1 - minus) * random.nextDouble()));
        }
        List<Row> expected = null;
        for (int partitions : new int[] {1, 2, 5}) {
            Collections.shuffle(mentions, random);
            List<Row> rows = ArticleStanceStage.sum(
                            mentions(spark, mentions.toArray(Row[]::new)).repartition(partitions),
                            known(spark),
                            SETTINGS)
                    .orderBy(ArticleStanceTable.ARTICLE_ID)
                    .collectAsList();
            assertThat(rows).hasSize(2);
            expected = expected == null ? rows : expected;
            assertThat(rows).isEqualTo(expected);
        }
    }

    private static Row only(SparkSession spark, Row... mentions) {
        List<Row> rows = sum(spark, mentions).collectAsList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static Dataset<Row> sum(SparkSession spark, Row... mentions) {
        return ArticleStanceStage.sum(mentions(spark, mentions), known(spark), SETTINGS);
    }

    private static Dataset<Row> known(SparkSession spark) {
        return articles(
                spark,
                article("a", "one.example", "KZ", "2009-06-14T10:00:00Z"),
                article("b", "two.example", null, null));
    }
}
