package org.parallax.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.mention.TextRows;
import org.parallax.table.CitedSourcesTable;

@ExtendWith(SparkExtension.class)
class CitationStageTest {

    private static List<Row> cited(SparkSession spark, String text) {
        Row row = TextRows.row("a1", TextRows.BODY, "en", VoiceTexts.named(text), "2009-06-17");
        return CitationStage.apply(spark.createDataFrame(List.of(row), TextRows.SCHEMA), VoiceTexts.actors())
                .collectAsList();
    }

    @Test
    void givesARowForEachSourceWithItsPlaceInCodePoints(SparkSession spark) {
        String text = "😀 Nothing here. Belarus stayed away (Interfax, June 14).";
        Row row = cited(spark, text).get(0);

        assertThat(row.<String>getAs(CitedSourcesTable.ARTICLE_ID)).isEqualTo("a1");
        assertThat(row.<String>getAs(CitedSourcesTable.FIELD)).isEqualTo("body");
        assertThat(row.<Integer>getAs(CitedSourcesTable.SENTENCE_INDEX)).isEqualTo(1);
        assertThat(row.<String>getAs(CitedSourcesTable.SOURCE)).isEqualTo("Interfax");
        assertThat(row.<String>getAs(CitedSourcesTable.SOURCE_ID)).isNull();
        assertThat(row.<Date>getAs(CitedSourcesTable.CITED_ON)).isEqualTo(Date.valueOf("2009-06-14"));
        int begin = row.getAs(CitedSourcesTable.BEGIN);
        int end = row.getAs(CitedSourcesTable.END);
        assertThat(new String(text.codePoints().toArray(), begin, end - begin))
                .isEqualTo(row.<String>getAs(CitedSourcesTable.CITATION))
                .isEqualTo("(Interfax, June 14)");
    }

    @Test
    void aConfiguredActorIsKnownById(SparkSession spark) {
        Row row = cited(spark, "The drills are over (NATO, June 9).").get(0);

        assertThat(row.<String>getAs(CitedSourcesTable.SOURCE)).isEqualTo("NATO");
        assertThat(row.<String>getAs(CitedSourcesTable.SOURCE_ID)).isEqualTo("nato");
    }

    @Test
    void aTextThatCitesNobodyGivesNoRow(SparkSession spark) {
        assertThat(cited(spark, "Putin came to Minsk (June 14).")).isEmpty();
    }
}
