package org.parallax.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.parallax.article.ArticleRows.article;
import static org.parallax.article.ArticleRows.articles;
import static org.parallax.article.ArticleRows.tone;
import static org.parallax.article.ArticleRows.toneSentences;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.Settings.ArticleSettings;
import org.parallax.table.ArticleToneTable;

@ExtendWith(SparkExtension.class)
class ArticleToneStageTest {

    @Test
    void eachArticleHasTheMeanOfItsSentencesAndAClass(SparkSession spark) {
        List<Row> rows = ArticleToneStage.sum(
                        toneSentences(
                                spark,
                                tone("dark", 4, 90, 0.9, 0),
                                tone("dark", 0, 90, 0.6, 0.1),
                                tone("bright", 0, 1, 0, 0.5),
                                tone("even", 0, 2, 0.4, 0.3),
                                tone("even", 1, 2, 0.1, 0.2)),
                        articles(
                                spark,
                                article("bright", "one.example", "KZ", "2009-06-14T10:00:00Z"),
                                article("dark", "one.example", "KZ", null),
                                article("even", "two.example", null, null),
                                article("unread", "two.example", null, null)),
                        new ArticleSettings(0.2, 3))
                .orderBy(ArticleToneTable.ARTICLE_ID)
                .collectAsList();
        assertThat(rows)
                .map(r -> r.<String>getAs(ArticleToneTable.ARTICLE_ID))
                .containsExactly("bright", "dark", "even");
        assertThat(rows)
                .map(r -> r.<String>getAs(ArticleToneTable.TONE))
                .containsExactly("positive", "negative", "neutral");
        assertThat(rows).map(r -> r.<Integer>getAs(ArticleToneTable.SENTENCES)).containsExactly(1, 90, 2);
        assertThat(rows)
                .map(r -> r.<Integer>getAs(ArticleToneTable.SENTENCES_READ))
                .containsExactly(1, 2, 2);
        Row dark = rows.get(1);
        assertThat(dark.<Double>getAs(ArticleToneTable.SCORE)).isCloseTo(-0.7, within(1e-15));
        assertThat(dark.<Double>getAs(ArticleToneTable.SCORE_LOW)).isEqualTo(-1);
        assertThat(dark.<Double>getAs(ArticleToneTable.SCORE_HIGH)).isEqualTo(0);
        assertThat(dark.schema()).isEqualTo(ArticleToneTable.TABLE.schema());
    }
}
