package org.parallax.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parallax.config.ConfigException;
import org.parallax.config.Settings;
import org.parallax.run.Growth;
import org.parallax.run.Progress;
import org.parallax.run.Session;
import org.parallax.run.TablesBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parallax benchmark-tables}: what the tables cost at several sizes of a made-up corpus. */
@Command(
        name = "benchmark-tables",
        description =
                "Makes up corpora of given sizes, computes all tables that follow from article_stance, and tells how"
                        + " long each takes and how the cost grows. Needs no model and no articles.",
        footer = {"", "Example: parallax benchmark-tables --rows 1000000 --rows 10000000"})
final class BenchmarkTablesCommand implements Callable<Integer> {

    @Option(
            names = "--rows",
            required = true,
            paramLabel = "N",
            description = "Rows of article_stance. Repeatable: the sizes are measured in ascending order.")
    List<Long> rows = List.of();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder to keep the made-up corpora and their tables in; if not given, they are deleted.")
    @Nullable
    String output;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20150101",
            description = "Seed of the made-up corpora; ${DEFAULT-VALUE} if not given.")
    long seed;

    @Mixin
    SettingsOptions settings = new SettingsOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        for (long size : rows) {
            if (size < 1) {
                throw new ConfigException("--rows " + size + ": give a number of rows from 1");
            }
        }
        Settings loaded = settings.load(List.of());
        if (output != null) {
            measure(loaded, output);
            return ExitCode.DONE;
        }
        Path folder = Files.createTempDirectory("parallax-benchmark-");
        try {
            measure(loaded, folder.toString());
        } finally {
            delete(folder);
        }
        return ExitCode.DONE;
    }

    private void measure(Settings loaded, String folder) {
        PrintWriter out = Commands.out(spec);
        try (Session session = Session.open("benchmark-tables", loaded.spark());
                Progress progress = Terminal.progress(Commands.err(spec))) {
            Growth growth = new TablesBenchmark(session.spark(), loaded, progress, seed)
                    .run(List.copyOf(new TreeSet<>(rows)), folder);
            GrowthTable.lines(growth).forEach(out::println);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> within = Files.walk(folder)) {
            for (Path path : within.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
