package org.parallax.cli;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.SparkExtension;
import org.parallax.table.ActorPositionsTable;
import org.parallax.table.LabelQualityTable;
import org.parallax.table.LabelledMentionsTable;
import org.parallax.table.LabellingSheet;
import org.parallax.table.Manifest;
import org.parallax.table.MentionsTable;
import org.parallax.table.TableStore;

/** The loop of validation as a user goes it: run, sample, fill in, run again. */
@ExtendWith(SparkExtension.class)
@TestMethodOrder(OrderAnnotation.class)
class SampleCommandTest {
    @TempDir
    private static Path folder;

    private static String input = "";
    private static String tables = "";
    private static TableStore store;
    private static int scored;

    @BeforeAll
    static void aSmallCorpusIsRun(SparkSession spark) throws IOException {
        input = Files.writeString(
                        folder.resolve("news.jsonl"),
                        """
                        {"article_id": "a1", "outlet": "Podil Daily", "published_at": "2024-02-01T10:00:00Z", "language": "en", "body": "-NATO is a strong and reliable ally, \\"the best\\". The weather was fine. Nazarbayev praised the CSTO as a pillar of peace."}
                        {"article_id": "a2", "outlet": "Vistula Mail", "published_at": "2024-02-02T10:00:00Z", "language": "en", "body": "The reckless aggression of Russia must be punished. NATO ministers met on Tuesday."}
                        {"article_id": "a3", "outlet": "Vistula Mail", "published_at": "2024-02-03T10:00:00Z", "language": "en", "body": "The CSTO holds its session in Astana on Friday."}
                        """)
                .toString();
        tables = folder.resolve("tables").toString();
        Console console = Console.type("run", "--input", input, "--output", tables);
        assertThat(console.exitCode()).as(console.err()).isZero();
        store = new TableStore(spark, tables);
        scored = (int) store.read(MentionsTable.TABLE)
                .filter(col(MentionsTable.SCORE).isNotNull())
                .count();
    }

    @Test
    @Order(1)
    void sheetsForTwoAreWrittenWithoutScores(SparkSession spark) throws IOException {
        Path sheets = folder.resolve("sheets");

        Console console = sample(sheets, Integer.toString(scored), "2");

        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.out()).contains(scored + " mentions drawn", "sheet-1.csv", "sheet-2.parquet", "GUIDE.md");
        List<String> lines = Files.readAllLines(sheets.resolve("sheet-1.csv"));
        assertThat(lines).hasSize(scored + 1);
        assertThat(lines.get(0))
                .isEqualTo("\uFEFFid,target_name,before,sentence,after,label,annotator,inclusion_probability,sample,"
                        + "article_id,field,sentence_index,target,sentence_digest");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains("NATO,,\"'-[[NATO]] is a strong and reliable ally, \"\"the best\"\".\","
                                + "The weather was fine.,,annotator 1,1,"));
        assertThat(spark.read().parquet(sheets.resolve("sheet-2.parquet").toString())
                        .filter(col(LabellingSheet.LABEL).isNull()
                                .and(col(LabellingSheet.ANNOTATOR).equalTo("annotator 2")))
                        .count())
                .isEqualTo(scored);
        assertThat(Files.readString(sheets.resolve("GUIDE.md"))).contains("- `label`: To be filled in");
        try (var files = Files.list(sheets)) {
            assertThat(files).hasSize(5);
        }
    }

    @Test
    @Order(2)
    void aFilledFolderIsNotWrittenOver() throws IOException {
        Console console = sample(folder.resolve("sheets"), "5", "2");

        assertThat(console.exitCode()).isEqualTo(1);
        assertThat(console.err()).contains("sheet-1.csv is there already, and somebody may have filled it");
    }

    @Test
    @Order(3)
    void sizesThatCannotBeDrawnAreUsageErrors() {
        assertThat(sample(folder.resolve("other"), "1000", "1").err())
                .contains("--for-labelling 1000: the tables hold " + scored + " scored mentions");
        assertThat(sample(folder.resolve("other"), "0", "1").exitCode()).isEqualTo(1);
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    @Order(4)
    void filledSheetsAreReadJudgedAndPublished(SparkSession spark) throws IOException {
        List<String> files = new ArrayList<>();
        for (int annotator = 1; annotator <= 2; annotator++) {
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("sheets/sheet-" + annotator + ".csv"))) {
                String label = line.contains("aggression") ? "-1" : line.contains("session") ? "?" : "0";
                lines.add(line.replaceFirst(",,(annotator \\d),", "," + label + ",$1,"));
            }
            lines.add("m0123,NATO,,Gone.,,1,annotator " + annotator + ",0.5,,gone,body,0,nato,");
            files.add(Files.write(folder.resolve("filled-" + annotator + ".csv"), lines)
                    .toString());
        }

        Console console = Console.type(
                "run", "--input", input, "--output", tables, "--labels", files.get(0), files.get(1));

        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.err()).contains("filled-1.csv:" + (scored + 2) + ": left out, no such mention");
        assertThat(console.out())
                .contains(
                        "labels of 2 annotators for " + (scored - 1) + " mentions; 0 rows empty, 2 marked as unclear, 2 left"
                                + " out because they fit no mention",
                        "all targets",
                        "too few items");
        assertThat(store.read(LabelledMentionsTable.TABLE).count()).isEqualTo(scored - 1);
        Row russia = store.read(LabelledMentionsTable.TABLE)
                .filter(col(LabelledMentionsTable.TARGET).equalTo("russia"))
                .first();
        assertThat(russia.<Double>getAs(LabelledMentionsTable.LABEL)).isEqualTo(-1);
        assertThat(russia.<Integer>getAs(LabelledMentionsTable.ANNOTATORS)).isEqualTo(2);
        assertThat(russia.<Double>getAs(LabelledMentionsTable.INCLUSION_PROBABILITY))
                .isEqualTo(1);
        Row all = store.read(LabelQualityTable.TABLE)
                .filter(col(LabelQualityTable.TARGET).equalTo(LabelQualityTable.ALL))
                .first();
        assertThat(all.<Double>getAs(LabelQualityTable.ALPHA_NOMINAL)).isEqualTo(1);
        assertThat(store.read(ActorPositionsTable.TABLE)
                        .filter(col(ActorPositionsTable.HOLDER).equalTo("nursultan_nazarbayev"))
                        .count())
                .isEqualTo(2);
    }

    @Test
    @Order(5)
    void badLabelsEndWithTwoBeforeAnyWorkAndLeaveTheTables() throws IOException {
        String bad = Files.writeString(folder.resolve("bad.csv"), "id,label\nm1,good\n").toString();

        Console console = Console.type("run", "--input", input, "--output", tables, "--labels", bad);

        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err())
                .contains("the labels are refused:", bad + ":2: label \"good\" is not -1, 0 or 1")
                .doesNotContain("load the model");
        assertThat(store.read(LabelledMentionsTable.TABLE).count()).isEqualTo(scored - 1);
    }

    @Test
    @Order(6)
    void aRunWithoutLabelsHasNoneAndSaysSo() {
        Console console = Console.type("run", "--input", input, "--output", tables);

        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.err())
                .contains("no --labels: the " + (scored - 1) + " labelled mentions that are published here will be gone");
        assertThat(store.read(LabelledMentionsTable.TABLE).count()).isZero();
        assertThat(store.read(LabelQualityTable.TABLE).count()).isZero();
        assertThat(store.manifest().tables()).extracting(Manifest.Rows::table).contains("labelled_mentions");
    }

    private static Console sample(Path output, String size, String annotators) {
        return Console.type(
                "sample",
                "--tables",
                tables,
                "--for-labelling",
                size,
                "--annotators",
                annotators,
                "--output",
                output.toString());
    }
}
