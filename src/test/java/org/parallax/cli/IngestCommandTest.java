package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.SparkExtension;
import org.parallax.table.ArticlesTable;
import org.parallax.table.Manifest;
import org.parallax.table.RejectsTable;
import org.parallax.table.TableStore;

@ExtendWith(SparkExtension.class)
class IngestCommandTest {
    @TempDir
    private Path folder;

    private String output = "";

    @BeforeEach
    void outputFolder(SparkSession spark) {
        output = folder.resolve("tables").toString();
    }

    @Test
    void goodAndBadRowsGoToTheirTablesAndAreCounted(SparkSession spark) throws IOException {
        Path input = write(
                "news.jsonl",
                """
                {"outlet": "Harbour Courier", "title": "A summit", "body": "The ministers met in Riga and agreed on little."}
                {"outlet": "Harbour Courier", "title": "No text", "body": " "}
                {"outlet": "Podil Daily", "body": "The train from Lviv was late again.", "published_at": "2024-02-01T10:00:00Z"}
                {"outlet": "Podil Daily", "body":
                """);

        Console console = Console.type("ingest", "--input", input.toString(), "--format", "jsonl", "--output", output);

        assertThat(console.exitCode()).as(console.err()).isZero();
        TableStore store = new TableStore(spark, output);
        assertThat(store.read(ArticlesTable.TABLE).count()).isEqualTo(2);
        assertThat(store.read(RejectsTable.TABLE).count()).isEqualTo(2);
        assertThat(console.out())
                .containsPattern("rows in +4  from 1 file\n")
                .containsPattern("articles +2  in 2 stories\n")
                .containsPattern("undated +1  in no table by period, and in no trend or break\n")
                .containsPattern("rejected +2  1 blank_body, 1 unparseable_line\n");
        Manifest manifest = store.manifest();
        assertThat(manifest.rejects()).containsOnlyKeys("blank_body", "unparseable_line");
        assertThat(manifest.inputs()).hasSize(1);
        assertThat(manifest.configurationHash()).matches("[0-9a-f]{64}");
        assertThat(manifest.versions()).containsEntry("spark", spark.version());
        assertThat(manifest.stages()).extracting(Manifest.Stage::name).contains("check rows");
    }

    @Test
    void columnsOfOtherNamesAreMapped(SparkSession spark) throws IOException {
        Path input = write("news.csv", "site,text\nVistula Mail,\"The bridge, closed since May, opens on Monday.\"\n");

        Console console = Console.type(
                "ingest",
                "--input",
                input.toString(),
                "--format",
                "csv",
                "--output",
                output,
                "--map",
                "body=text",
                "outlet=site");

        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(new TableStore(spark, output)
                        .read(ArticlesTable.TABLE)
                        .first()
                        .<String>getAs(ArticlesTable.OUTLET))
                .isEqualTo("Vistula Mail");
    }

    @Test
    void progressIsPlainLinesOffATerminal() throws IOException {
        Path input = write("news.jsonl", "{\"outlet\": \"Podil Daily\", \"body\": \"The train was late again.\"}\n");

        Console console = Console.type("ingest", "--input", input.toString(), "--format", "jsonl", "--output", output);

        assertThat(console.err().lines()).anyMatch(line -> line.matches(" \\d check rows  1 rows  .* s"));
        assertThat(console.err()).doesNotContain("\u001b");
    }

    @Test
    void anEmptyInputIsRefusedWithTwoAndLeavesNoTable() throws IOException {
        Path input = write("news.jsonl", "");

        Console console = Console.type("ingest", "--input", input.toString(), "--format", "jsonl", "--output", output);

        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err()).contains("parallax: no input: ").doesNotContain("\tat ");
        assertThat(Path.of(output, "articles")).doesNotExist();
    }

    @Test
    void aMissingInputIsRefusedWithTwo() {
        String missing = folder.resolve("missing.csv").toString();

        Console console = Console.type("ingest", "--input", missing, "--format", "csv", "--output", output);

        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err()).contains("parallax: input " + missing + " does not exist");
    }

    @Test
    void aSecondIngestReplacesTheFirst(SparkSession spark) throws IOException {
        Path input = write("news.jsonl", "{\"outlet\": \"Podil Daily\", \"body\": \"The train was late again.\"}\n");
        String[] command = {"ingest", "--input", input.toString(), "--format", "jsonl", "--output", output};

        assertThat(Console.type(command).exitCode()).isZero();
        Console again = Console.type(command);

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(new TableStore(spark, output).read(ArticlesTable.TABLE).count())
                .isEqualTo(1);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
