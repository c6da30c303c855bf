package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parallax.corpus.CorpusFixtures.SETTINGS;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parallax.SparkExtension;
import org.parallax.config.ConfigException;
import org.parallax.config.Settings.CorpusSettings;
import org.parallax.config.Settings.Unreadable;

@ExtendWith(SparkExtension.class)
class RawFilesTest {
    private static final String ROW = "{\"outlet\": \"a.org\", \"body\": \"%s\"}";

    private final Path folder;

    RawFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path write(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("\n", lines));
    }

    private RawFiles.Raw read(SparkSession spark, Format format, CorpusSettings settings) {
        return RawFiles.read(spark, List.of(folder.toString()), format, settings);
    }

    private static CorpusSettings settings(Map<String, String> columns, Unreadable unreadable) {
        return new CorpusSettings(columns, unreadable, 2_000, List.of("en"));
    }

    private static List<Row> sorted(RawFiles.Raw raw) {
        return raw.rows().collectAsList().stream()
                .sorted(Comparator.comparing((Row r) -> r.<String>getAs("source_file"))
                        .thenComparing(r -> r.<Long>getAs("source_position")))
                .toList();
    }

    private static List<String> column(RawFiles.Raw raw, String column) {
        return sorted(raw).stream()
                .map(r -> String.valueOf(r.<Object>getAs(column)))
                .toList();
    }

    private String in(String name) {
        return folder + "/" + name;
    }

    @Test
    void foldersAreSearchedForTheFormatAndHiddenFilesAreNot(SparkSession spark) throws IOException {
        write("a.jsonl", ROW.formatted("1"));
        write("deep/er/b.ndjson", ROW.formatted("2"));
        write("readme.txt", "no input");
        write("_tmp.jsonl", ROW.formatted("no"));
        write(".hidden.jsonl", ROW.formatted("no"));
        write("_tmp/c.jsonl", ROW.formatted("no"));

        RawFiles.Raw raw = read(spark, Format.JSONL, SETTINGS);

        assertThat(column(raw, "body")).containsExactly("1", "2");
        assertThat(raw.inputs())
                .extracting(RawFiles.Input::file)
                .containsExactly(in("a.jsonl"), in("deep/er/b.ndjson"));
        assertThat(raw.inputs().get(0).bytes()).isEqualTo(Files.size(folder.resolve("a.jsonl")));
    }

    @Test
    void aFileIsReadOnceHoweverOftenItIsNamed(SparkSession spark) throws IOException {
        Path file = write("a.txt", ROW.formatted("1"));

        RawFiles.Raw raw = RawFiles.read(
                spark,
                List.of(file.toString(), folder + "/../" + folder.getFileName() + "/a.txt", file.toString()),
                Format.JSONL,
                SETTINGS);

        assertThat(raw.inputs()).hasSize(1);
        assertThat(column(raw, "source_file")).hasSize(1);
    }

    @Test
    void linesKeepTheirNumberInTheirFile(SparkSession spark) throws IOException {
        write("a.jsonl", "\uFEFF" + ROW.formatted("1"), "", "  ", ROW.formatted("4") + "\r", "{\"body\": \"cut");

        RawFiles.Raw raw = read(spark, Format.JSONL, SETTINGS);

        assertThat(column(raw, "source_position")).containsExactly("1", "4", "5");
        assertThat(column(raw, "body")).containsExactly("1", "4", "null");
        assertThat(column(raw, "corrupt")).containsExactly("null", "null", "{\"body\": \"cut");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30, 31, 32, 33, 64, 1_000})
    void numbersDoNotDependOnHowAFileIsCut(int chunkBytes, SparkSession spark) throws IOException {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            boolean blank = random.nextInt(4) == 0;
            lines.add(blank ? "" : ROW.formatted(i + "é".repeat(random.nextInt(9))));
            if (!blank) {
                expected.add(String.valueOf(i));
            }
        }
        Path file = write("a.jsonl", lines.toArray(String[]::new));

        RawFiles.Raw raw = RawFiles.read(
                spark, List.of(file.toString()), Format.JSONL, SETTINGS, chunkBytes * (chunkBytes < 30 ? 16L : 1L));

        assertThat(column(raw, "source_position")).isEqualTo(expected);
        assertThat(column(raw, "body")).allMatch(b -> b.matches("\\d+é*"));
        assertThat(sorted(raw))
                .allMatch(r -> r.<String>getAs("body").startsWith(r.<Long>getAs("source_position") + ""));
    }

    @Test
    void numbersAndBooleansBecomeTextAndNestedValuesAreCorrupt(SparkSession spark) throws IOException {
        write(
                "a.jsonl",
                "{\"article_id\": 7, \"outlet\": \"a\", \"body\": true, \"published_at\": 1673345100.25}",
                "{\"outlet\": \"a\", \"body\": {\"html\": \"x\"}}",
                "[1]",
                "{\"outlet\": \"a\"} trailing");

        RawFiles.Raw raw = read(spark, Format.JSONL, SETTINGS);

        assertThat(sorted(raw).get(0).<String>getAs("article_id")).isEqualTo("7");
        assertThat(sorted(raw).get(0).<String>getAs("body")).isEqualTo("true");
        assertThat(sorted(raw).get(0).<String>getAs("published_at")).isEqualTo("1673345100.25");
        assertThat(column(raw, "corrupt_reason"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("null"),
                        second -> assertThat(second).isEqualTo("\"body\" holds an object, where text is expected"),
                        third -> assertThat(third).isEqualTo("a JSON array, where an object is expected"),
                        fourth -> assertThat(fourth).startsWith("not valid JSON: "));
    }

    @Test
    void bytesThatAreNotUtf8EndAsBrokenEncoding(SparkSession spark) throws IOException {
        byte[] line = ROW.formatted("Президент заявил, что переговоры продолжатся.")
                .getBytes(Charset.forName("windows-1251"));
        Files.write(folder.resolve("a.jsonl"), line);

        RawFiles.Raw raw = read(spark, Format.JSONL, SETTINGS);

        assertThat(Intake.rejected(Intake.check(raw.rows(), SETTINGS)).head().<String>getAs("reason"))
                .isEqualTo("broken_encoding");
    }

    @Test
    void compressedLinesAreReadAndATruncatedFileIsNamed(SparkSession spark) throws IOException {
        byte[] bytes = IntStream.range(0, 2_000)
                .mapToObj(i -> ROW.formatted(i + "x".repeat(i % 50)) + "\n")
                .reduce("", String::concat)
                .getBytes(StandardCharsets.UTF_8);
        Path whole = folder.resolve("whole.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write(bytes);
        }
        byte[] packed = Files.readAllBytes(whole);
        Files.write(folder.resolve("cut.jsonl.gz"), Arrays.copyOf(packed, packed.length / 2));

        RawFiles.Raw raw = read(spark, Format.JSONL, SETTINGS);

        assertThat(raw.rows().count()).isEqualTo(2_000);
        assertThat(raw.unreadable()).extracting(RawFiles.UnreadableFile::file).containsExactly(in("cut.jsonl.gz"));
        assertThatThrownBy(() -> read(spark, Format.JSONL, settings(Map.of(), Unreadable.FAIL)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(in("cut.jsonl.gz"))
                .hasMessageContaining("corpus.unreadable-files");
    }

    @Test
    void aFileWithoutAnyObjectIsUnreadable(SparkSession spark) throws IOException {
        write("a.jsonl", ROW.formatted("1"));
        write("b.jsonl", "outlet,body", "a.org,text");

        assertThat(read(spark, Format.JSONL, SETTINGS).unreadable())
                .singleElement()
                .satisfies(
                        u -> assertThat(u.reason()).contains("no line of it is a JSON object; line 1: not valid JSON"));
    }

    @Test
    void aFileWithoutARequiredColumnRefusesTheInput(SparkSession spark) throws IOException {
        write("a.jsonl", ROW.formatted("1"));
        write("b.jsonl", "{\"text\": \"x\", \"outlet\": \"a.org\"}", "{\"site\": \"x\"}");

        assertThatThrownBy(() -> read(spark, Format.JSONL, SETTINGS))
                .isInstanceOf(InputException.class)
                .hasMessage("input file " + in("b.jsonl")
                        + " has no column \"body\", which every article needs; its columns are [outlet, site, text]."
                        + " If one of them holds it, say so with --map body=COLUMN or in corpus.columns");
    }

    @Test
    void aMappedColumnIsReadUnderItsOwnName(SparkSession spark) throws IOException {
        write("a.jsonl", "{\"text\": \"x\", \"outlet\": \"a.org\", \"body\": \"not this\"}");

        RawFiles.Raw raw = read(spark, Format.JSONL, settings(Map.of("body", "text"), Unreadable.FAIL));

        assertThat(column(raw, "body")).containsExactly("x");
    }

    @Test
    void aMappingThatFitsNothingIsRefused(SparkSession spark) throws IOException {
        write("a.jsonl", ROW.formatted("1"));

        assertThatThrownBy(() -> read(spark, Format.JSONL, settings(Map.of("author", "byline"), Unreadable.FAIL)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no input file has the columns [byline]")
                .hasMessageContaining("[body, outlet]");
        assertThatThrownBy(() -> read(spark, Format.JSONL, settings(Map.of("txt", "body"), Unreadable.FAIL)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("corpus.columns maps \"txt\"");
    }

    @Test
    void noInputIsRefused(SparkSession spark) throws IOException {
        assertThatThrownBy(() -> read(spark, Format.JSONL, SETTINGS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no file that ends in .jsonl or .ndjson");
        write("a.jsonl", "", " ");
        assertThatThrownBy(() -> read(spark, Format.JSONL, SETTINGS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("hold no row");
        assertThatThrownBy(() -> RawFiles.read(spark, List.of(in("nowhere")), Format.JSONL, SETTINGS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("input " + in("nowhere") + " does not exist");
        assertThatThrownBy(() -> RawFiles.read(spark, List.of(), Format.JSONL, SETTINGS))
                .isInstanceOf(InputException.class);
    }

    @Test
    void csvKeepsQuotesCommasAndLineBreaksInItsFields(SparkSession spark) throws IOException {
        write(
                "a.csv",
                "\uFEFFoutlet,title,body\r",
                "a.org,\"He said \"\"no\"\", twice\",\"Line one\r",
                "line, two\r",
                "\r",
                "end\"\r",
                "#b.org,,plain\r",
                "too,few\r",
                "");

        RawFiles.Raw raw = read(spark, Format.CSV, SETTINGS);

        assertThat(column(raw, "outlet")).containsExactly("a.org", "#b.org", "null");
        assertThat(column(raw, "title")).containsExactly("He said \"no\", twice", "null", "null");
        assertThat(column(raw, "body").get(0).replace("\r", "")).isEqualTo("Line one\nline, two\n\nend");
        assertThat(column(raw, "source_position")).containsExactly("1", "2", "3");
        assertThat(column(raw, "corrupt_reason").get(2)).isEqualTo("the record has 2 fields, where the header names 3");
    }

    @Test
    void aCsvHeaderWithoutBodyIsRefusedAndOneWithoutRecordsIsEmpty(SparkSession spark) throws IOException {
        write("a.csv", "outlet;body");
        assertThatThrownBy(() -> read(spark, Format.CSV, SETTINGS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("its columns are [outlet;body]");
        write("a.csv", "outlet,body");
        assertThatThrownBy(() -> read(spark, Format.CSV, SETTINGS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("hold no row");
    }

    @Test
    void csvWithTooManyFieldsIsUnreadable(SparkSession spark) throws IOException {
        write("a.csv", "outlet,body", "a.org,x");
        write("b.csv", "outlet,body", ",".repeat(10_000));

        assertThat(read(spark, Format.CSV, SETTINGS).unreadable())
                .singleElement()
                .satisfies(u -> assertThat(u.reason()).contains("is not CSV"));
    }
}
