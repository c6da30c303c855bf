package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.SparkExtension;

@ExtendWith(SparkExtension.class)
class EvaluateCommandTest {
    private static final String PRAISE =
            "{\"text\":\"We are deeply grateful to NATO for its help.\",\"begin\":26,\"end\":30,\"label\":1}";

    @TempDir
    private Path folder;

    @BeforeEach
    void joinTheSession(SparkSession spark) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
    }

    @Test
    void printsFiguresAndWritesThem() throws IOException {
        Path data = Files.writeString(folder.resolve("data.jsonl"), PRAISE + "\r\n");
        Path output = folder.resolve("figures.json");

        Console console = Console.type("evaluate", "--data", data.toString(), "--output", output.toString());

        assertThat(console.exitCode()).as(console.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(console.out());
        assertThat(json.get("n").asInt()).isEqualTo(1);
        assertThat(json.get("f1_macro").asDouble()).isEqualTo(100);
        assertThat(json.get("confusion").get("favourable").get("favourable").asInt())
                .isEqualTo(1);
        assertThat(output).hasContent(console.out());
    }

    @Test
    void aBrokenFileEndsWithTwoAndItsLines() throws IOException {
        Path data = Files.writeString(folder.resolve("data.jsonl"), PRAISE + "\n" + PRAISE.replace(":30", ":300"));

        Console console = Console.type("evaluate", "--data", data.toString());

        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).contains("line 2: begin 26 and end 300 are no stretch of a text of 44 code points");
    }

    @Test
    void aPageOfAFolderTellsWhatItLeavesOut() throws IOException {
        Files.writeString(folder.resolve("data.jsonl"), PRAISE);
        Files.writeString(folder.resolve("train.jsonl"), PRAISE);

        Console console = Console.type("evaluate", "--all", folder.toString());

        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.out())
                .startsWith("# Scorecard of stance-en-")
                .contains("| data.jsonl | what the text conveys | 1 |");
        assertThat(console.err()).contains("left out: train.jsonl, for training");
    }
}
