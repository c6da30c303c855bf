package org.parallax.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.mention.NamedText;
import org.parallax.mention.TextRows;
import org.parallax.table.MentionsTable;

@ExtendWith(SparkExtension.class)
class VoiceStageTest {

    private static List<Row> mentions(SparkSession spark, String text) {
        Row row = TextRows.row("a1", TextRows.BODY, "en", VoiceTexts.named(text));
        return VoiceStage.apply(spark.createDataFrame(List.of(row), TextRows.SCHEMA), VoiceTexts.actors())
                .collectAsList();
    }

    @Test
    void givesARowForEachSentenceAndTargetInTheOrderOfTheText(SparkSession spark) {
        List<Row> rows = mentions(spark, "NATO and Russia met. Nobody spoke. NATO left.");

        assertThat(rows)
                .extracting(r -> r.getAs(MentionsTable.SENTENCE_INDEX), r -> r.<String>getAs(MentionsTable.TARGET))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "nato"),
                        org.assertj.core.groups.Tuple.tuple(0, "russia"),
                        org.assertj.core.groups.Tuple.tuple(2, "nato"));
    }

    @Test
    void countsAllNamingsAndMarksTheFirst(SparkSession spark) {
        Row row = mentions(spark, "Late at night Russia denied that Russian ships had left Russia.")
                .get(0);

        assertThat(row.<Integer>getAs(MentionsTable.OCCURRENCES)).isEqualTo(3);
        assertThat(row.<Integer>getAs(MentionRows.MARK_BEGIN)).isEqualTo(14);
        assertThat(row.<Integer>getAs(MentionRows.MARK_END)).isEqualTo(20);
        assertThat(row.<String>getAs(MentionsTable.VOICE)).isEqualTo("author");
    }

    @Test
    void countsCodePointsInTheTextAndUtf16InTheSentence(SparkSession spark) {
        String text = "😀 Good. 😀😀 Lavrov said that NATO is weak.";
        Row row = mentions(spark, text).get(1);

        assertThat(row.<String>getAs(MentionsTable.TARGET)).isEqualTo("nato");
        int begin = row.getAs(MentionsTable.BEGIN);
        int end = row.getAs(MentionsTable.END);
        assertThat(new String(text.codePoints().toArray(), begin, end - begin)).isEqualTo("NATO");
        String sentence = row.getAs(MentionRows.SENTENCE);
        assertThat(sentence.substring(row.getAs(MentionRows.MARK_BEGIN), row.getAs(MentionRows.MARK_END)))
                .isEqualTo("NATO");
        int from = row.getAs(MentionsTable.SENTENCE_BEGIN);
        int to = row.getAs(MentionsTable.SENTENCE_END);
        assertThat(new String(text.codePoints().toArray(), from, to - from)).isEqualTo(sentence);
    }

    @Test
    void namesVoiceAndHolder(SparkSession spark) {
        Row row = mentions(spark, "According to Lavrov, NATO is weak.").stream()
                .filter(r -> r.<String>getAs(MentionsTable.TARGET).equals("nato"))
                .findFirst()
                .orElseThrow();

        assertThat(row.<String>getAs(MentionsTable.VOICE)).isEqualTo("reported");
        assertThat(row.<String>getAs(MentionsTable.HOLDER)).isEqualTo("lavrov");
        assertThat(row.<String>getAs(MentionsTable.HOLDER_SURFACE)).isEqualTo("Lavrov");
        assertThat(row.<String>getAs(MentionsTable.HOLDER_STATE)).isEqualTo("russia");
    }

    @Test
    void aTextThatNamesNoTargetGivesNoRow(SparkSession spark) {
        NamedText text = new NamedText("Nothing here.", VoiceTexts.sentences("Nothing here."), List.of());
        Row row = TextRows.row("a1", TextRows.TITLE, "en", text);

        assertThat(VoiceStage.apply(spark.createDataFrame(List.of(row), TextRows.SCHEMA), List.of())
                        .collectAsList())
                .isEmpty();
    }

    @Test
    void theRowsBeginWithTheColumnsOfTheMentionsTable() {
        assertThat(List.of(MentionRows.SCHEMA.fieldNames()))
                .startsWith(MentionsTable.ARTICLE_ID, MentionsTable.FIELD)
                .endsWith(
                        MentionsTable.HOLDER_SURFACE,
                        MentionsTable.HOLDER_STATE,
                        MentionRows.LANGUAGE,
                        MentionRows.SENTENCE,
                        MentionRows.MARK_BEGIN,
                        MentionRows.MARK_END);
    }
}
