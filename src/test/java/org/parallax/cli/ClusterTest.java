package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.SparkExtension;
import org.parallax.table.Table;
import org.parallax.table.TableStore;
import org.parallax.table.Tables;

/** The job on a real standalone cluster, through spark-submit. */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class ClusterTest {
    @TempDir
    private Path folder;

    @Test
    void givesTheRowsThatThisMachineGivesAlone(SparkSession spark) throws IOException, InterruptedException {
        Path input = Files.createDirectory(folder.resolve("input"));
        for (String outlet : List.of("regional_security_review", "roter_faden_de", "rejected")) {
            Files.copy(Path.of("jobs/sample", outlet + ".jsonl"), input.resolve(outlet + ".jsonl"));
        }
        Path local = folder.resolve("local");
        Path remote = folder.resolve("cluster");

        StringWriter said = new StringWriter();
        int here = Parallax.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute("run", "--input", input.toString(), "--output", local.toString());
        assertThat(here).as(said.toString()).isZero();
        Path log = folder.resolve("driver.log");
        try (StandaloneCluster cluster = StandaloneCluster.start(folder)) {
            int there = cluster.submit(List.of("run", "--input", input.toString(), "--output", remote.toString()), log);
            assertThat(there).as(Files.readString(log)).isZero();
        }

        for (Table table : Tables.ALL) {
            assertThat(rows(spark, remote, table)).as(table.name()).isEqualTo(rows(spark, local, table));
        }
        assertThat(rows(spark, remote, Tables.ALL.get(0))).isNotEmpty();
        assertThat(Files.readString(folder.resolve("master.log"))).contains("Registered app parallax run");
    }

    private static List<String> rows(SparkSession spark, Path tables, Table table) {
        return new TableStore(spark, tables.toString())
                .read(table).collectAsList().stream().map(Row::json).toList();
    }
}
