package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.SparkExtension;
import org.parallax.run.Growth;
import org.parallax.table.Manifest;
import org.parallax.table.StanceByPeriodTable;
import org.parallax.table.TableStore;

@ExtendWith(SparkExtension.class)
class BenchmarkTablesCommandTest {
    private static final Growth GROWTH = new Growth(List.of(
            new Growth.Measured(
                    1_000_000, List.of(stage("sum up periods", 9_000, 4), stage("find breaks", 10, 1)), 200 << 20),
            new Growth.Measured(
                    10_000_000, List.of(stage("sum up periods", 9_500, 40), stage("find breaks", 12, 1)), 900 << 20)));

    @Test
    void measuresEachSizeFromTheSmallestOnAndKeepsItsTables(@TempDir Path folder, SparkSession spark) {
        Console console = Console.type("benchmark-tables", "--rows=1200", "--rows=600", "--output=" + folder);

        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.out().lines().findFirst())
                .hasValueSatisfying(head -> assertThat(head).containsPattern("600 rows in +1,200 rows in"));
        assertThat(console.out()).contains("sum up periods", "total", "peak heap");
        TableStore tables =
                new TableStore(spark, folder.resolve("1200-rows/tables").toString());
        assertThat(tables.read(StanceByPeriodTable.TABLE).count())
                .isEqualTo(tables.manifest().stages().get(0).rows())
                .isPositive();
    }

    @Test
    void refusesACorpusOfNothing() {
        Console console = Console.type("benchmark-tables", "--rows", "0");

        assertThat(console.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("--rows 0: give a number of rows from 1");
    }

    @Test
    void growthIsToldAsAPowerOfTheRows() {
        assertThat(GROWTH.ratio(1, 0)).isEqualTo(10);
        assertThat(GROWTH.exponent(1, 0)).isCloseTo(1, within(1e-12));
        assertThat(GROWTH.exponent(1, 1)).isZero();
        // n log n from 10^6 to 10^7: the logarithm grows by 7/6.
        assertThat(GROWTH.sortingExponent(1)).isCloseTo(1 + Math.log10(7.0 / 6), within(1e-12));
    }

    @Test
    void theTableHasALineForEachStageAndTheirTotal() {
        assertThat(GrowthTable.lines(GROWTH))
                .anySatisfy(
                        line -> assertThat(line).matches("sum up periods +9,000 +4\\.0 +9,500 +40\\.0 +10\\.0 +1\\.00"))
                .anySatisfy(line -> assertThat(line).matches("total +9,010 +5\\.0 +9,512 +41\\.0 +8\\.2 +0\\.91"))
                .anySatisfy(line -> assertThat(line).matches("peak heap, at most +200 MiB +900 MiB"))
                .anySatisfy(line -> assertThat(line).contains("n log n would be 1.07"));
    }

    private static Manifest.Stage stage(String name, long rows, double seconds) {
        return new Manifest.Stage(name, rows, seconds);
    }
}
