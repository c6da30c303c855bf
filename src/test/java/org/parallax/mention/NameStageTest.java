package org.parallax.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.SparkExtension;
import org.parallax.config.Actor;
import org.parallax.config.Alias;
import org.parallax.config.Target;
import org.parallax.table.ArticlesTable;

@ExtendWith(SparkExtension.class)
class NameStageTest {
    private static final List<Target> TARGETS =
            List.of(new Target("nato", "NATO", List.of(new Alias("NATO", "en", List.of())), List.of()));
    private static final List<Actor> ACTORS =
            List.of(new Actor("putin", "Putin", Actor.Kind.PERSON, null, List.of(new Alias("Putin", "en", List.of()))));

    @Test
    void makesARowOfEveryTitleAndBodyThatIsNotBlank(SparkSession spark) {
        Dataset<Row> texts = NameStage.apply(
                articles(
                        spark,
                        row("a", "NATO meets", "Putin spoke. NATO answered."),
                        row("b", null, "Text."),
                        row("c", " ", "Text.")),
                TARGETS,
                ACTORS);

        assertThat(texts.schema()).isEqualTo(TextRows.SCHEMA);
        assertThat(texts.select(TextRows.ARTICLE_ID, TextRows.FIELD).collectAsList())
                .containsExactlyInAnyOrder(
                        RowFactory.create("a", TextRows.TITLE),
                        RowFactory.create("a", TextRows.BODY),
                        RowFactory.create("b", TextRows.BODY),
                        RowFactory.create("c", TextRows.BODY));
    }

    @Test
    void givesTheTextBackAsItWasRead(SparkSession spark, @TempDir Path folder) {
        String body = "Putin spoke 😀. NATO's answer came.";
        String file = folder.resolve("texts").toString();
        NameStage.apply(articles(spark, row("a", null, body)), TARGETS, ACTORS)
                .write()
                .parquet(file);

        NamedText text = TextRows.text(spark.read().parquet(file).first());

        assertThat(text).isEqualTo(new NameFinder(TARGETS, ACTORS).read(body, "en"));
        assertThat(text.names()).extracting(n -> n.span().of(body)).containsExactly("Putin", "NATO");
        assertThat(text.sentences()).hasSize(2);
    }

    @Test
    void keepsTheDayOfTheArticleInUtc(SparkSession spark) {
        List<Row> texts = NameStage.apply(articles(spark, row("a", null, "NATO met.")), TARGETS, ACTORS)
                .collectAsList();

        assertThat(TextRows.publishedOn(texts.get(0))).isEqualTo(LocalDate.parse("2009-06-17"));
    }

    private static Dataset<Row> articles(SparkSession spark, Row... rows) {
        StructType schema = new StructType()
                .add(ArticlesTable.ARTICLE_ID, DataTypes.StringType)
                .add(ArticlesTable.TITLE, DataTypes.StringType)
                .add(ArticlesTable.BODY, DataTypes.StringType)
                .add(ArticlesTable.LANGUAGE, DataTypes.StringType)
                .add(ArticlesTable.PUBLISHED_AT, DataTypes.TimestampType);
        return spark.createDataFrame(Arrays.asList(rows), schema);
    }

    private static Row row(String id, @Nullable String title, String body) {
        return RowFactory.create(id, title, body, "en", Timestamp.from(Instant.parse("2009-06-17T23:30:00Z")));
    }
}
