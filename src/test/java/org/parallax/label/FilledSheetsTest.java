package org.parallax.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parallax.SparkExtension;
import org.parallax.corpus.InputException;

@ExtendWith(SparkExtension.class)
class FilledSheetsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "-1, UNFAVOURABLE",
        "−1, UNFAVOURABLE",
        "-1.0, UNFAVOURABLE",
        "'''-1', UNFAVOURABLE",
        "Unfavorable, UNFAVOURABLE",
        "0, NEUTRAL",
        "'0,0', NEUTRAL",
        "neutral, NEUTRAL",
        "+1, FAVOURABLE",
        "' favourable ', FAVOURABLE",
        "?, UNCLEAR",
        "'', EMPTY"
    })
    void labelsAreNumbersOrWords(String cell, Answer answer) {
        assertThat(Answer.of(cell)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"2", "0.5", "positive", "x", "-10"})
    void otherLabelsAreNone(String cell) {
        assertThat(Answer.of(cell)).isNull();
    }

    @Test
    void theFileStandsForAnAnnotatorWithoutAName(SparkSession spark) throws IOException {
        String ann = write("ann.csv", "id,label,annotator\nm1,1,\nm2,,\n");
        String others = write("others.csv", "id;label;annotator;inclusion_probability\nm1;-1;Bob;0,25\nm1;0;Eve;0,25\n");

        assertThat(FilledSheets.read(spark, List.of(ann, others)))
                .containsExactly(
                        new SheetRow(ann + ":2", "m1", "", ann, Answer.FAVOURABLE, null, ""),
                        new SheetRow(ann + ":3", "m2", "", ann, Answer.EMPTY, null, ""),
                        new SheetRow(others + ":2", "m1", "", "Bob", Answer.UNFAVOURABLE, 0.25, ""),
                        new SheetRow(others + ":3", "m1", "", "Eve", Answer.NEUTRAL, 0.25, ""));
    }

    @Test
    void aSheetOfOnesOwnNamesMentionsByTheirPlace(SparkSession spark) throws IOException {
        String own = write("own.csv", "article_id,field,sentence_index,target,label\na1,body,3,nato,1\n");

        assertThat(FilledSheets.read(spark, List.of(own)))
                .extracting(SheetRow::id, SheetRow::target)
                .containsExactly(tuple(MentionId.of("a1", "body", "3", "nato"), "nato"));
    }

    @Test
    void parquetOfAnotherProgramIsRead(SparkSession spark) {
        String file = folder.resolve("sheet.parquet").toString();
        spark.sql("SELECT 'm1' AS id, CAST(-1.0 AS DOUBLE) AS label UNION ALL SELECT 'm2', CAST('NaN' AS DOUBLE)")
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(file);

        assertThat(FilledSheets.read(spark, List.of(file)))
                .extracting(SheetRow::id, SheetRow::answer)
                .containsExactlyInAnyOrder(
                        tuple("m1", Answer.UNFAVOURABLE),
                        tuple("m2", Answer.EMPTY));
    }

    @Test
    void everyBadRowIsNamedWithItsFileAndLine(SparkSession spark) throws IOException {
        String a = write(
                "a.csv",
                "id,label,inclusion_probability,sample\nm1,2,0.5,d1\n,1,0.5,d1\nm2,1,soon,d1\nm3,0,0.5,d1\nm3,1,0.5,d1\nm4,1,0.5,d1\n");
        String b = write("b.csv", "id,label,inclusion_probability,sample\nm4,1,0.2,d2\nm5,1,0.2,d2\n");

        assertThatThrownBy(() -> FilledSheets.read(spark, List.of(a, b)))
                .isInstanceOf(InputException.class)
                .satisfies(e -> assertThat(e.getMessage().lines())
                        .containsExactly(
                                "the labels are refused:",
                                "  " + a + ":2: label \"2\" is not -1, 0 or 1, or unfavourable, neutral or favourable,"
                                        + " or ? where it cannot be told",
                                "  " + a + ":3: the id is missing; copy it from the sheet as it was drawn",
                                "  " + a + ":4: inclusion_probability \"soon\" is no number above 0 and at most 1;"
                                        + " copy it from the sheet as it was drawn",
                                "  " + a + ":6: annotator \"" + a + "\" has labelled this mention at " + a
                                        + ":5 already; take one row out, or state who labelled it in the column annotator",
                                "  " + b + ":2: inclusion_probability is 0.2, and at " + a
                                        + ":7 it is 0.5; give sheets of one draw",
                                "  " + b + ":2: is of the draw d2, and others are of d1; the probabilities of two draws do"
                                        + " not go together: give sheets of one, or empty the column"
                                        + " inclusion_probability of the other, whose labels then judge the model only"));
    }

    @Test
    void manyProblemsAreCutShort(SparkSession spark) throws IOException {
        String rows = String.join("", Stream.generate(() -> "m,x\n").limit(25).toList());
        String file = write("a.csv", "id,label\n" + rows);

        assertThatThrownBy(() -> FilledSheets.read(spark, List.of(file)))
                .hasMessageContaining("and 5 more")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(22));
    }

    @Test
    void whatIsNoSheetIsRefused(SparkSession spark) throws IOException {
        String other = write("other.csv", "name,value\na,1\n");
        String empty = write("empty.csv", "id,label\n");
        String broken = write("broken.parquet", "no parquet");

        refused(spark, other, other + " is no labelling sheet: it needs the columns label and id");
        refused(spark, empty, empty + " holds no row");
        refused(spark, broken, broken + " is no Parquet file");
        refused(spark, folder.toString(), "is a folder; name the sheets in it");
        refused(spark, folder + "/none.csv", "--labels " + folder + "/none.csv does not exist");
    }

    private static void refused(SparkSession spark, String file, String message) {
        assertThatThrownBy(() -> FilledSheets.read(spark, List.of(file)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
