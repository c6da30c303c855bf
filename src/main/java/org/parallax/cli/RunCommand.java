package org.parallax.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Settings;
import org.parallax.corpus.Format;
import org.parallax.run.Job;
import org.parallax.run.Progress;
import org.parallax.run.Session;
import org.parallax.run.Source;
import org.parallax.table.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parallax run}: articles to all tables. */
@Command(
        name = "run",
        description = "Takes articles through all stages and publishes all tables, whole or not at all.",
        footer = {"", "Example: parallax run --input news.parquet --output tables/news --set periods.min-stories=10"})
final class RunCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            required = true,
            paramLabel = "DIR_OR_FILE",
            description = "Articles: a folder that ingest wrote, Parquet, or JSON Lines or CSV by their extension.")
    String input = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "jsonl, csv or parquet, where no extension tells.")
    @Nullable
    Format format;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the tables. Texts scored there before are not scored again.")
    String output = "";

    @Option(
            names = "--labels",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Filled sheets that sample wrote, CSV or Parquet. Give them in every run that is to use them.")
    List<String> labels = new ArrayList<>();

    @Mixin
    SettingsOptions settings = new SettingsOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Settings loaded = settings.load(List.of());
        PrintWriter out = Commands.out(spec);
        try (Session session = Session.open("run", loaded.spark());
                Progress progress = Terminal.progress(Commands.err(spec))) {
            Source source = Source.of(session.spark(), input, format);
            Manifest manifest = new Job(session.spark(), loaded, progress).run(source, labels, output);
            Summary summary = Summary.of(session.spark(), output, manifest, Terminal.style());
            summary.intake().forEach(out::println);
            summary.results().forEach(out::println);
            if (!labels.isEmpty()) {
                new LabelReport(session.spark(), output, manifest).lines().forEach(out::println);
            }
        }
        return ExitCode.DONE;
    }
}
