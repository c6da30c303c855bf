package org.parallax.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Setting;
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

/** {@code parallax ingest}: files to the tables articles and rejects. */
@Command(
        name = "ingest",
        description = "Reads article files, checks every row, and writes the tables articles and rejects.",
        footer = {"", "Example: parallax ingest --input news/ --format csv --map body=text --output tables/news"})
final class IngestCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "FILE_OR_DIR",
            description = "What to read; of a folder, the files of the format.")
    List<String> input = new ArrayList<>();

    @Option(names = "--format", required = true, description = "jsonl, csv or parquet.", paramLabel = "FORMAT")
    @Nullable
    Format format;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "Folder for the tables.")
    String output = "";

    @Option(
            names = "--map",
            arity = "1..*",
            paramLabel = "NAME=COLUMN",
            description = "Input column that holds what the input contract calls NAME: article_id, url, title, author,"
                    + " body, published_at, outlet, country or language.")
    Map<String, String> map = new LinkedHashMap<>();

    @Mixin
    SettingsOptions settings = new SettingsOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        List<Setting> columns = new ArrayList<>();
        map.forEach((name, column) ->
                columns.add(new Setting("--map " + name + "=" + column, "corpus.columns." + name, column)));
        Settings loaded = settings.load(columns);
        PrintWriter out = Commands.out(spec);
        try (Session session = Session.open("ingest", loaded.spark());
                Progress progress = Terminal.progress(Commands.err(spec))) {
            Source source = new Source.Files(input, Commands.given(format));
            Manifest manifest = new Job(session.spark(), loaded, progress).ingest(source, output);
            Summary.of(session.spark(), output, manifest, Terminal.style())
                    .intake()
                    .forEach(out::println);
            out.println("tables in " + output + "; next: parallax run --input " + output + " --output " + output);
        }
        return ExitCode.DONE;
    }
}
