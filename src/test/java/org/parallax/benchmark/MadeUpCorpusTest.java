package org.parallax.benchmark;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.MentionsTable;

@ExtendWith(SparkExtension.class)
class MadeUpCorpusTest {
    /** No whole number of blocks, so that the last one is cut within an article. */
    private static final long ROWS = 12_501;

    private static final long SEED = 7;

    private static Dataset<Row> articles;
    private static Dataset<Row> mentions;
    private static Dataset<Row> stance;

    @BeforeAll
    static void makeUp(SparkSession spark) {
        MadeUpCorpus corpus = new MadeUpCorpus(spark, ROWS, SEED);
        articles = corpus.articles().cache();
        mentions = corpus.mentions().cache();
        stance = corpus.articleStance().cache();
    }

    @AfterAll
    static void letGo() {
        List.of(articles, mentions, stance).forEach(Dataset::unpersist);
    }

    @Test
    void hasExactlyTheRowsThatWereAskedForEachOfItsOwn() {
        assertThat(stance.count()).isEqualTo(ROWS);
        assertThat(stance.select(ArticleStanceTable.ARTICLE_ID, ArticleStanceTable.TARGET, ArticleStanceTable.VOICE)
                        .distinct()
                        .count())
                .isEqualTo(ROWS);
        assertThat(articles.select(ArticlesTable.ARTICLE_ID).distinct().count()).isEqualTo(articles.count());
    }

    @Test
    void theTablesSpeakOfTheSameArticles() {
        String[] about = {
            ArticleStanceTable.ARTICLE_ID,
            ArticleStanceTable.STORY_ID,
            ArticleStanceTable.OUTLET,
            ArticleStanceTable.COUNTRY,
            ArticleStanceTable.LANGUAGE,
            ArticleStanceTable.PUBLISHED_AT
        };
        Dataset<Row> ofStance = stance.select(columns(about)).distinct();
        Dataset<Row> ofArticles = articles.select(columns(about));

        assertThat(ofStance.except(ofArticles).count()).isZero();
        assertThat(ofArticles.except(ofStance).count()).isZero();
    }

    @Test
    void anArticlesStanceIsTheSumOfItsMentions() {
        Dataset<Row> summed = mentions.groupBy(MentionsTable.ARTICLE_ID, MentionsTable.TARGET, MentionsTable.VOICE)
                .agg(avg(MentionsTable.SCORE).as("mean"), count(lit(1)).as("sentences"));
        List<Row> both = stance.join(
                        summed,
                        stance.col(ArticleStanceTable.ARTICLE_ID)
                                .equalTo(summed.col(MentionsTable.ARTICLE_ID))
                                .and(stance.col(ArticleStanceTable.TARGET).equalTo(summed.col(MentionsTable.TARGET)))
                                .and(stance.col(ArticleStanceTable.VOICE).equalTo(summed.col(MentionsTable.VOICE))))
                .select("mean", "sentences", ArticleStanceTable.SCORE, ArticleStanceTable.MENTIONS)
                .limit(2000)
                .collectAsList();

        assertThat(mentions.count())
                .isEqualTo(stance.agg(sum(ArticleStanceTable.MENTIONS)).first().getLong(0));
        assertThat(both).hasSize(2000).allSatisfy(row -> {
            assertThat(row.getDouble(2))
                    .isCloseTo(row.getDouble(0), within(1e-12))
                    .isBetween(-1.0, 1.0);
            assertThat(row.getInt(3)).isEqualTo((int) row.getLong(1));
        });
    }

    @Test
    void offsetsPointToTheirWords() {
        List<Row> evidence = stance.select(
                        col(ArticleStanceTable.ARTICLE_ID),
                        explode(col(ArticleStanceTable.EVIDENCE)).as("shown"))
                .join(articles, ArticlesTable.ARTICLE_ID)
                .select(col("shown.*"), col(ArticlesTable.BODY))
                .limit(500)
                .collectAsList();
        List<Row> named = mentions.join(articles.drop(ArticlesTable.LANGUAGE), ArticlesTable.ARTICLE_ID)
                .select(ArticlesTable.BODY, MentionsTable.BEGIN, MentionsTable.END, MentionsTable.SURFACE)
                .limit(500)
                .collectAsList();

        assertThat(evidence).hasSize(500).allSatisfy(row -> assertThat(row.<String>getAs(ArticlesTable.BODY)
                        .substring(
                                row.getAs(ArticleStanceTable.EVIDENCE_BEGIN),
                                row.getAs(ArticleStanceTable.EVIDENCE_END)))
                .isEqualTo(row.<String>getAs(ArticleStanceTable.EVIDENCE_SENTENCE)));
        assertThat(named).hasSize(500).allSatisfy(row -> assertThat(
                        row.getString(0).substring(row.getInt(1), row.getInt(2)))
                .isEqualTo(row.getString(3)));
    }

    @Test
    void fewStoriesHaveManyCopiesAndMostHaveNone() {
        Dataset<Row> copies = articles.groupBy(ArticlesTable.STORY_ID)
                .agg(
                        count(lit(1)).as("copies"),
                        countDistinct(ArticlesTable.OUTLET).as("outlets"),
                        sum(col(ArticlesTable.ORIGINAL).cast("int")).as("originals"),
                        countDistinct(ArticlesTable.BODY).as("texts"))
                .cache();

        assertThat(copies.agg(max("copies")).first().getLong(0)).isBetween(80L, 100L);
        assertThat(copies.filter("copies > 50 and outlets < 30").count()).isZero();
        assertThat(copies.filter("copies = 1").count()).isGreaterThan(copies.count() / 2);
        assertThat(copies.filter("originals <> 1 or texts <> 1").count()).isZero();
        copies.unpersist();
    }

    @Test
    void spreadsOverOutletsYearsTargetsAndVoices() {
        Row spread = stance.agg(
                        countDistinct(ArticleStanceTable.OUTLET),
                        countDistinct(ArticleStanceTable.COUNTRY),
                        countDistinct(ArticleStanceTable.LANGUAGE),
                        min(ArticleStanceTable.PUBLISHED_AT).cast("string"),
                        max(ArticleStanceTable.PUBLISHED_AT).cast("string"))
                .first();

        assertThat(spread.getLong(0)).isEqualTo(MadeUpArticles.OUTLETS);
        assertThat(spread.getLong(1)).isEqualTo(12);
        assertThat(spread.getLong(2)).isEqualTo(4);
        assertThat(spread.getString(3)).startsWith("2015-01");
        assertThat(spread.getString(4)).startsWith("2024-12");
        assertThat(stance.select(ArticleStanceTable.TARGET, ArticleStanceTable.VOICE)
                        .distinct()
                        .count())
                .isEqualTo(6);
        assertThat(stance.filter(col(ArticleStanceTable.PUBLISHED_AT).isNull()).count())
                .isPositive();
    }

    @Test
    void whatItSaysIsTrueOfItIs() {
        Column after = col(ArticleStanceTable.PUBLISHED_AT)
                .geq(lit(MadeUpCorpus.BREAK.toString()).cast("timestamp"));
        Dataset<Row> broken = stance.filter(col(ArticleStanceTable.TARGET).equalTo(MadeUpCorpus.BREAKS));
        Dataset<Row> drifting = stance.filter(col(ArticleStanceTable.TARGET).equalTo(MadeUpCorpus.DRIFTS));

        assertThat(mean(broken.filter(not(after))) - mean(broken.filter(after)))
                .isCloseTo(MadeUpCorpus.FALL, within(0.05));
        assertThat(mean(drifting.filter("published_at >= '2022-01-01'")))
                .isGreaterThan(mean(drifting.filter("published_at < '2018-01-01'")) + 0.1);
    }

    @Test
    void theSameSeedMakesTheSameRowsAndASmallerCorpusIsTheBeginningOfALargerOne(SparkSession spark) {
        Dataset<Row> smaller = new MadeUpCorpus(spark, 6_000, SEED).articleStance();
        Dataset<Row> other = new MadeUpCorpus(spark, 6_000, SEED + 1).articleStance();

        assertThat(smaller.except(stance).count()).isZero();
        assertThat(other.except(stance).count()).isEqualTo(6_000);
    }

    @Test
    void refusesACorpusOfNothing(SparkSession spark) {
        assertThatThrownBy(() -> new MadeUpCorpus(spark, 0, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a corpus has at least 1 row, not 0");
    }

    private static double mean(Dataset<Row> rows) {
        return rows.agg(avg(ArticleStanceTable.SCORE)).first().getDouble(0);
    }

    private static Column[] columns(String... names) {
        return List.of(names).stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
