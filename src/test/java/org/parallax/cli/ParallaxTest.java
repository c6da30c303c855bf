package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParallaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "ingest",
                "run",
                "sample",
                "explain",
                "compare",
                "evaluate",
                "simulate",
                "benchmark",
                "benchmark-tables"
            })
    void helpOfEachCommandTellsWhatItIsForAndTheExitCodes(String command) {
        Console console = Console.type(command, "--help");

        assertThat(console.exitCode()).isZero();
        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .contains("Usage: parallax " + command)
                .contains("--debug")
                .containsPattern(
                        "(?s)Exit codes:.*0 +done.*1 +bad usage or configuration.*2 +input refused.*3 +failed");
    }

    @Test
    void helpListsTheCommands() {
        Console console = Console.type("--help");

        assertThat(console.exitCode()).isZero();
        assertThat(console.out())
                .contains(
                        "demo",
                        "ingest",
                        "run",
                        "sample",
                        "explain",
                        "compare",
                        "evaluate",
                        "benchmark",
                        "benchmark-tables",
                        "--master",
                        "PARALLAX_MEMORY");
    }

    @Test
    void versionNamesWhatTheJobStandsOn() {
        Console console = Console.type("--version");

        assertThat(console.exitCode()).isZero();
        assertThat(console.out()).startsWith("parallax 0.1.0").contains("spark 3.5.7", "spark-nlp 5.5.3", "java 17");
    }

    @Test
    void noCommandIsAUsageErrorThatListsThem() {
        Console console = Console.type();

        assertThat(console.exitCode()).isEqualTo(1);
        assertThat(console.err()).startsWith("parallax: say which command: demo, ingest, run, sample, explain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rum                                                     | Did you mean: parallax run",
                "run --input a                                           | Missing required option: '--output=DIR'",
                "run --input a --inptu b --output c                      | Unknown option",
                "ingest --input a --format xml --output b                | expected one of [JSONL, CSV, PARQUET]",
                "ingest --input a --format csv --map body --output b     | NAME=COLUMN",
                "run --input a --output b --set stories                  | KEY=VALUE",
                "sample --tables a                                       | Missing required option: '--for-labelling=N'",
                "sample --tables a --for-labelling many                  | 'many' is not an int",
                "explain --tables a                                      | Missing required option: '--article=ID'",
                "evaluate --output a                                     | Missing required argument (specify one of these)",
                "evaluate --data a --probe                               | are mutually exclusive",
                "evaluate --data a --include-train                       | --include-train goes with --all",
                "benchmark --texts 0                                     | --texts and --rounds must be at least 1",
            })
    void badUsageEndsWithOneAndSaysWhatIsWrong(String arguments, String message) {
        Console console = Console.type(arguments.strip().split(" +"));

        assertThat(console.exitCode()).isEqualTo(1);
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).contains(message).contains("--help'.").doesNotContain("\tat ");
    }

    @Test
    void aSettingThatIsNoneEndsWithOneBeforeAnythingStarts(@TempDir Path folder) {
        Console console = Console.type(
                "run",
                "--input",
                "a",
                "--output",
                folder.resolve("out").toString(),
                "--set",
                "periods.min-story=200",
                "--set",
                "stories.similarity=7");

        assertThat(console.exitCode()).isEqualTo(1);
        assertThat(console.err().lines())
                .containsExactly(
                        "parallax: 2 problems in the configuration:",
                        "  --set stories.similarity=7: stories.similarity = \"7\": must be a number above 0 and at most 1",
                        "  --set periods.min-story=200: periods.min-story = \"200\": there is no such setting; the nearest is"
                                + " periods.min-stories");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aMappedNameThatTheContractDoesNotKnowIsNamedAsTyped() {
        Console console =
                Console.type("ingest", "--input", "a", "--format", "csv", "--output", "b", "--map", "text=body");

        assertThat(console.exitCode()).isEqualTo(1);
        assertThat(console.err())
                .startsWith("parallax: --map text=body: corpus.columns.text = \"body\": there is no such setting;"
                        + " the nearest is corpus.columns.");
    }

    @Test
    void aMissingConfFileIsNamed() {
        Console console = Console.type("run", "--input", "a", "--output", "b", "--conf", "no/such.conf");

        assertThat(console.exitCode()).isEqualTo(1);
        assertThat(console.err()).contains("no/such.conf: no such file; --conf must name a HOCON file");
    }
}
