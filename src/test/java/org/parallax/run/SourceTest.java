package org.parallax.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parallax.SparkExtension;
import org.parallax.corpus.Format;
import org.parallax.corpus.InputException;

@ExtendWith(SparkExtension.class)
class SourceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"a.parquet,PARQUET", "a.jsonl,JSONL", "a.ndjson.gz,JSONL", "A.CSV,CSV"})
    void theExtensionTellsTheFormatOfAFileAndOfAFolder(String name, Format format) throws IOException {
        Path file = Files.createFile(folder.resolve(name));

        assertThat(Source.of(SparkExtension.session(), file.toString(), null))
                .isEqualTo(new Source.Files(List.of(file.toString()), format));
        assertThat(Source.of(SparkExtension.session(), folder.toString(), null))
                .isEqualTo(new Source.Files(List.of(folder.toString()), format));
    }

    @Test
    void theNamedFormatWins(SparkSession spark) {
        assertThat(Source.of(spark, "a.txt", Format.JSONL)).isEqualTo(new Source.Files(List.of("a.txt"), Format.JSONL));
    }

    @Test
    void filesOfSeveralFormatsAreRefused(SparkSession spark) throws IOException {
        Files.createFile(folder.resolve("a.csv"));
        Files.createFile(folder.resolve("b.jsonl"));

        assertThatThrownBy(() -> Source.of(spark, folder.toString(), null))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("input " + folder + " holds files of several formats [")
                .hasMessageEndingWith("or say --format");
    }

    @Test
    void whatIsNotThereIsRefused(SparkSession spark) {
        assertThatThrownBy(() -> Source.of(spark, folder + "/none", null))
                .isInstanceOf(InputException.class)
                .hasMessage("input " + folder + "/none does not exist; name a file or a folder that does");
    }
}
