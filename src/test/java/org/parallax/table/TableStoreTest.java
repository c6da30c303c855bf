package org.parallax.table;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.SparkExtension;
import org.parallax.table.MortalFileSystem.Killed;
import org.parallax.table.MortalFileSystem.Renaming;

@ExtendWith(SparkExtension.class)
class TableStoreTest {
    private static final Table CITIES = table("cities", List.of());
    private static final Table BY_COUNTRY = table("by_country", List.of("country"));
    private static final Owner ENDED = new Owner(Owner.here().host(), Integer.MAX_VALUE, "never");

    private final Path folder;

    TableStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aPublishedTableIsReadAsItWasWrittenSortedAndWithNothingBesideIt(SparkSession spark) throws IOException {
        TableStore store = new TableStore(spark, folder.toString());
        try (Publication publication = store.begin()) {
            assertThat(publication.write(CITIES, cities(spark, 5))).isEqualTo(5);
            assertThat(publication.write(BY_COUNTRY, cities(spark, 5))).isEqualTo(5);
            assertThat(store.contains(CITIES)).isFalse();
            assertThat(publication.written(CITIES).count()).isEqualTo(5);
            publication.publish(manifest(publication));
        }
        assertThat(store.read(CITIES).collectAsList())
                .map(Row::mkString)
                .first()
                .isEqualTo("by00");
        assertThat(store.read(BY_COUNTRY).columns()).containsExactly("country", "city", "size");
        assertThat(store.read(BY_COUNTRY).filter("country = 'kz'").count()).isEqualTo(2);
        assertThat(store.manifest().tables())
                .containsExactly(new Manifest.Rows("cities", 5), new Manifest.Rows("by_country", 5));
        assertThat(contents(folder).keySet())
                .containsExactly(
                        "by_country/country=by/part-00000.parquet",
                        "by_country/country=kz/part-00000.parquet",
                        "cities/part-00000.parquet",
                        "run_manifest.json");
    }

    @Test
    void equalRowsGiveEqualBytesHoweverTheyArePartitioned(SparkSession spark) throws IOException {
        List<Map<String, byte[]>> runs = new ArrayList<>();
        for (int partitions : new int[] {1, 3, 7}) {
            Path output = folder.resolve("run-" + partitions);
            TableStore store = new TableStore(spark, TableStore.folder(spark, output.toString()), Owner.here(), 10);
            try (Publication publication = store.begin()) {
                Dataset<Row> rows = cities(spark, 35)
                        .repartition(partitions)
                        .orderBy(col("size").desc());
                publication.write(CITIES, rows);
                publication.write(BY_COUNTRY, rows.repartition(partitions));
                publication.publish(manifest(publication));
            }
            Map<String, byte[]> files = contents(output);
            files.remove(Manifest.FILE);
            runs.add(files);
        }
        assertThat(runs.get(0).keySet()).filteredOn(n -> n.startsWith("cities")).hasSize(4);
        assertThat(runs.get(0).keySet())
                .filteredOn(n -> n.startsWith("by_country"))
                .containsExactly(
                        "by_country/country=by/part-00000.parquet",
                        "by_country/country=by/part-00001.parquet",
                        "by_country/country=kz/part-00000.parquet",
                        "by_country/country=kz/part-00001.parquet",
                        "by_country/country=kz/part-00002.parquet");
        for (Map<String, byte[]> run : runs) {
            assertThat(run.keySet()).isEqualTo(runs.get(0).keySet());
            run.forEach((name, bytes) ->
                    assertThat(bytes).as(name).isEqualTo(runs.get(0).get(name)));
        }
    }

    @Test
    void filesFollowEachOtherInTheTablesOrder(SparkSession spark) throws IOException {
        TableStore store = new TableStore(spark, TableStore.folder(spark, folder.toString()), Owner.here(), 10);
        try (Publication publication = store.begin()) {
            publication.write(BY_COUNTRY, cities(spark, 35).repartition(5));
            publication.publish(manifest(publication));
        }
        List<String> read = new ArrayList<>();
        for (String file : contents(folder).keySet()) {
            if (file.contains("country=kz")) {
                spark.read().parquet(folder.resolve(file).toString()).select("city").collectAsList().stream()
                        .map(r -> r.getString(0))
                        .forEach(read::add);
            }
        }
        assertThat(read).hasSize(17).isSorted();
    }

    @Test
    void rowsAreComputedOnce(SparkSession spark) {
        LongAccumulator computed = spark.sparkContext().longAccumulator();
        Dataset<Row> dear = cities(spark, 35)
                .map(
                        (MapFunction<Row, Row>) row -> {
                            computed.add(1);
                            return row;
                        },
                        Encoders.row(CITIES.schema()));
        TableStore store = new TableStore(spark, TableStore.folder(spark, folder.toString()), Owner.here(), 10);
        try (Publication publication = store.begin()) {
            publication.write(CITIES, dear);
        }
        assertThat(computed.value()).isEqualTo(35);
    }

    @Test
    void rowsThatAreDividedByWhatTheyAreAreWrittenAsTheyAreDivided(SparkSession spark) throws IOException {
        List<Map<String, byte[]>> runs = new ArrayList<>();
        for (int partitions : new int[] {1, 6}) {
            Path output = folder.resolve("run-" + partitions);
            try (Publication publication = new TableStore(spark, output.toString()).begin()) {
                Dataset<Row> rows = cities(spark, 35).repartition(partitions).repartition(3, col("city"));
                assertThat(publication.writeAsPartitioned(BY_COUNTRY, rows)).isEqualTo(35);
                assertThat(publication.writeAsPartitioned(CITIES, rows.limit(0)))
                        .isZero();
                assertThat(publication.written(CITIES).count()).isZero();
                publication.publish(manifest(publication));
            }
            Map<String, byte[]> files = contents(output);
            files.remove(Manifest.FILE);
            runs.add(files);
        }
        assertThat(runs.get(0).keySet())
                .contains("by_country/country=by/part-00001.parquet", "by_country/country=kz/part-00002.parquet");
        assertThat(runs.get(1).keySet()).isEqualTo(runs.get(0).keySet());
        runs.get(1)
                .forEach((name, bytes) ->
                        assertThat(bytes).as(name).isEqualTo(runs.get(0).get(name)));
    }

    @Test
    void emptyTablesAreReadable(SparkSession spark) {
        TableStore store = new TableStore(spark, folder.toString());
        publish(spark, store, 0);
        assertThat(store.read(CITIES).count()).isZero();
        assertThat(store.read(BY_COUNTRY).columns()).containsExactly("country", "city", "size");
        assertThat(spark.read().parquet(folder.resolve("by_country").toString()).columns())
                .containsExactly("country", "city", "size");
    }

    @Test
    void aRunThatIsClosedUnpublishedLeavesTheOldTables(SparkSession spark) throws IOException {
        TableStore store = new TableStore(spark, folder.toString());
        publish(spark, store, 5);
        Map<String, byte[]> before = contents(folder);
        try (Publication publication = store.begin()) {
            publication.write(CITIES, cities(spark, 8));
        }
        assertThat(contents(folder)).usingRecursiveComparison().isEqualTo(before);
        assertThat(store.read(CITIES).count()).isEqualTo(5);
    }

    @Test
    void whereverARunIsKilledItsTablesAreAllOldOrAllNewAndTheNextRunSucceeds(SparkSession spark) throws IOException {
        boolean killed = true;
        for (int step = 0; killed; step++) {
            Path output = folder.resolve("step-" + step);
            if (step == 0) {
                publish(spark, new TableStore(spark, output.toString()), 5);
            } else {
                copy(folder.resolve("step-0"), output);
            }
            killed = dies(spark, output, step);
            TableStore store = new TableStore(spark, output.toString());
            long rows = store.read(CITIES).count();
            assertThat(rows).isEqualTo(store.manifest().tables().get(0).rows());
            assertThat(rows).isIn(5L, 8L);
            if (step > 0) {
                store.begin().close();
                assertThat(store.read(CITIES).count()).isEqualTo(rows);
                assertThat(contents(output).keySet())
                        .noneMatch(name -> name.startsWith("."))
                        .contains("cities/part-00000.parquet", Manifest.FILE);
            }
        }
    }

    @Test
    void aFileIsNoOutput(SparkSession spark) throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "text");
        assertThatThrownBy(() -> new TableStore(spark, file.toString()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("out is a file; give a folder for the output");
    }

    @Test
    void aFolderThatParallaxDidNotWriteIsNotReplaced(SparkSession spark) throws IOException {
        Path foreign = Files.createDirectory(folder.resolve("articles"));
        Files.writeString(foreign.resolve("thesis.txt"), "years of work");
        TableStore store = new TableStore(spark, folder.toString());
        assertThatThrownBy(store::begin)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("already holds articles but no run_manifest.json");
        assertThat(foreign.resolve("thesis.txt")).hasContent("years of work");
        assertThat(folder.resolve(".lock")).doesNotExist();
    }

    @Test
    void foreignFilesStayAndThoseInsideATableStopTheRun(SparkSession spark) throws IOException {
        TableStore store = new TableStore(spark, folder.toString());
        Files.writeString(folder.resolve("notes.txt"), "mine");
        publish(spark, store, 5);
        publish(spark, store, 6);
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
        Files.writeString(folder.resolve("cities/notes.txt"), "mine too");
        try (Publication publication = store.begin()) {
            assertThatThrownBy(() -> publication.write(CITIES, cities(spark, 7)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cities holds notes.txt, which Parallax did not write");
        }
        assertThat(folder.resolve("cities/notes.txt")).hasContent("mine too");
    }

    @Test
    void anAbsentTableIsNamedWithWhatIsThere(SparkSession spark) {
        TableStore store = new TableStore(spark, folder.toString());
        publish(spark, store, 1);
        assertThatThrownBy(() -> store.read(ArticlesTable.TABLE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no table articles in")
                .hasMessageContaining("[by_country, cities, run_manifest.json]");
        TableStore nowhere = new TableStore(spark, folder.resolve("nowhere").toString());
        assertThat(nowhere.contains(CITIES)).isFalse();
        assertThatThrownBy(nowhere::manifest).hasMessageContaining("no run_manifest.json in");
    }

    @Test
    void twoRunsCannotWriteAtOnceAndAManifestMustBeOfItsRun(SparkSession spark) {
        TableStore store = new TableStore(spark, folder.toString());
        try (Publication publication = store.begin()) {
            assertThatThrownBy(store::begin).hasMessageContaining("is being written by run " + publication.runId());
            assertThatThrownBy(() -> publication.publish(ManifestTest.manifest("other", List.of())))
                    .hasMessageContaining("the manifest is of run other");
        }
        store.begin().close();
    }

    private static boolean dies(SparkSession spark, Path output, int changes) throws IOException {
        Folder mortal = new Folder(
                new MortalFileSystem(changes, Renaming.ATOMIC), new org.apache.hadoop.fs.Path(output.toUri()));
        try (Publication publication = new TableStore(spark, mortal, ENDED, 100).begin()) {
            publication.write(CITIES, cities(spark, 8));
            publication.publish(manifest(publication));
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private static void publish(SparkSession spark, TableStore store, int rows) {
        try (Publication publication = store.begin()) {
            publication.write(CITIES, cities(spark, rows));
            publication.write(BY_COUNTRY, cities(spark, rows));
            publication.publish(manifest(publication));
        }
    }

    private static Manifest manifest(Publication publication) {
        return ManifestTest.manifest(publication.runId(), publication.tables());
    }

    private static Table table(String name, List<String> partitionedBy) {
        return new Table(
                name,
                "one city",
                List.of(
                        Column.required("country", DataTypes.StringType, "", "Its country."),
                        Column.required("city", DataTypes.StringType, "", "Its name."),
                        Column.required("size", DataTypes.LongType, "", "Its size.")),
                List.of("city"),
                partitionedBy);
    }

    /** Names are not unique, sizes are. */
    private static Dataset<Row> cities(SparkSession spark, int count) {
        List<Row> rows = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> RowFactory.create(i % 2 == 0 ? "by" : "kz", "" + i % 9, (long) i))
                .toList());
        return spark.createDataFrame(rows, CITIES.schema());
    }

    private static Map<String, byte[]> contents(Path output) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (var files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(output.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Map.Entry<String, byte[]> file : new HashMap<>(contents(from)).entrySet()) {
            Path copy = to.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
    }
}
